/** How one member of an OpenAPI object is carried over. */
export type MemberRule =
  /** A value that is a fact by itself. */
  | "data"
  /** A list of facts whose order says nothing. */
  | "sorted"
  /** Text that OpenAPI demands; what it says is left to the overlay. */
  | "empty"
  | ShapeRule;

/** A member that holds objects of a shape: one, a list of them, or one for each of some free names. */
export interface ShapeRule {
  readonly shape: ShapeName;
  readonly holds: "one" | "list" | "names";
}

/** The members of an OpenAPI object that are interface, in the order in which they are written. What is not named is prose or unknown. */
export type Shape = Readonly<Record<string, MemberRule>>;

/** The objects of OpenAPI that are told apart here. */
export type ShapeName =
  | "document"
  | "info"
  | "license"
  | "server"
  | "serverVariable"
  | "tag"
  | "paths"
  | "components"
  | "pathItem"
  | "operation"
  | "parameter"
  | "requestBody"
  | "mediaType"
  | "encoding"
  | "responses"
  | "response"
  | "link"
  | "callback"
  | "securityScheme"
  | "flows"
  | "flow"
  | "scopes"
  | "schema"
  | "discriminator"
  | "xml";

/** One object of a shape. */
export const one = (shape: ShapeName): ShapeRule => ({ shape, holds: "one" });
/** A list of objects of a shape. */
export const list = (shape: ShapeName): ShapeRule => ({ shape, holds: "list" });
/** An object of a shape for each of some free names. */
export const names = (shape: ShapeName): ShapeRule => ({ shape, holds: "names" });
