import ts from "typescript";

/** Types that `schema.ts` uses besides its own. */
const globals = ["Blob", "Record"];

/**
 * Gives every component schema that is an object a declaration of its own: `components["schemas"]["Pet"]` becomes a reference to
 * `export type Pet = { … }`. An editor then shows `Pet`, and a compiler's message names it, where both wrote the whole object out.
 * An alias stays an object type to the compiler, and can be given where any object is taken; an interface could not. What is not an
 * object keeps its place: the values of an enumeration say more than its name. So does a schema whose name means something else.
 *
 * @param nodes - The statements that openapi-typescript made.
 */
export function nameSchemas(nodes: readonly ts.Node[]): ts.Node[] {
  const taken = new Set([...globals, ...nodes.flatMap(declaredName)]);
  const declarations: ts.Node[] = [];

  const name = (member: ts.TypeElement): ts.TypeElement => {
    if (!ts.isPropertySignature(member) || !ts.isIdentifier(member.name)) return member;
    const { name: identifier, type } = member;
    if (!/^[A-Z][A-Za-z0-9]*$/.test(identifier.text) || taken.has(identifier.text)) return member;
    if (type === undefined || !isObject(type)) return member;
    const exported = ts.factory.createModifier(ts.SyntaxKind.ExportKeyword);
    const declaration = ts.factory.createTypeAliasDeclaration([exported], identifier, undefined, type);
    declarations.push(ts.setSyntheticLeadingComments(declaration, ts.getSyntheticLeadingComments(member)));
    const reference = ts.factory.createTypeReferenceNode(identifier.text);
    return ts.factory.createPropertySignature(member.modifiers, identifier, member.questionToken, reference);
  };

  const rest = nodes.map((node) => {
    if (!ts.isInterfaceDeclaration(node) || node.name.text !== "components") return node;
    return ts.visitEachChild(node, (member) => (isSchemas(member) ? withMembers(member, name) : member), undefined);
  });
  return [...rest, ...declarations];
}

function declaredName(node: ts.Node): string[] {
  return ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node) ? [node.name.text] : [];
}

function isSchemas(node: ts.Node): node is ts.PropertySignature {
  return ts.isPropertySignature(node) && ts.isIdentifier(node.name) && node.name.text === "schemas";
}

/** The property with each member of its object changed. */
function withMembers(
  property: ts.PropertySignature,
  change: (member: ts.TypeElement) => ts.TypeElement,
): ts.PropertySignature {
  const { modifiers, name, questionToken, type } = property;
  if (type === undefined || !ts.isTypeLiteralNode(type)) return property;
  const changed = ts.factory.createTypeLiteralNode(type.members.map(change));
  return ts.factory.createPropertySignature(modifiers, name, questionToken, changed);
}

/** Whether a type is written as an object, or as several in one. */
function isObject(type: ts.TypeNode): boolean {
  if (ts.isIntersectionTypeNode(type)) return type.types.every((part) => isObject(part) || isSchema(part));
  return ts.isTypeLiteralNode(type);
}

/** Whether a type is another schema, as `components["schemas"]["Pet"]`. */
function isSchema(type: ts.TypeNode): boolean {
  return ts.isIndexedAccessTypeNode(type);
}
