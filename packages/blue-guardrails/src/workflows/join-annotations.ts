import { ConfigError } from "@labelwire/core";
import type { Schema } from "../types.ts";

/** Who made the annotations: the platform, the labelers, or the reviewers. */
export type AnnotationLayer = "automated" | "primary" | "review";

const layers: readonly AnnotationLayer[] = ["automated", "primary", "review"];

/** An annotation and the message it is about. */
export interface JoinedAnnotation {
  readonly conversationId: string;
  readonly message: Schema<"ExportMessage">;
  readonly annotation: Schema<"ExportAnnotation">;
}

/** Annotations whose message cannot be told. */
export interface UnmatchedAnnotations {
  /** The key they have in the export. */
  readonly key: string;
  /** The conversation with that id, where there is one: then the message is one of its own. */
  readonly conversationId?: string;
  readonly annotations: readonly Schema<"ExportAnnotation">[];
}

/** The annotations of one layer, tied to messages as far as they can be. */
export interface JoinedAnnotations {
  /** Those whose message is known. */
  readonly joined: readonly JoinedAnnotation[];
  /** Those whose message is not, by the key that the export has them under. */
  readonly unmatched: readonly UnmatchedAnnotations[];
}

/**
 * Ties the annotations of an export to their messages. No documentation says what the keys of the maps are. Offsets count within one
 * message, so that a message's id is the likeliest, and what this joins by; all else is in `unmatched`, and nothing is dropped. Where
 * `unmatched` has everything, the keys are something else.
 *
 * @param layer - Whose annotations: `"automated"`, `"primary"` or `"review"`.
 * @throws ConfigError for another layer.
 *
 * @example
 * const { joined, unmatched } = joinAnnotations(exported, "primary");
 * for (const { message, annotation } of joined) console.log(message.role, annotation.label, annotation.text);
 */
export function joinAnnotations(exported: Schema<"LabelingProjectExport">, layer: AnnotationLayer): JoinedAnnotations {
  if (!layers.includes(layer)) {
    throw new ConfigError({ option: "layer", message: `layer must be one of ${layers.join(", ")}.` });
  }
  const messages = new Map(
    exported.conversations.flatMap(({ id: conversationId, messages }) =>
      messages.map((message) => [message.id, { conversationId, message }] as const),
    ),
  );
  const conversations = new Set(exported.conversations.map(({ id }) => id));
  const joined: JoinedAnnotation[] = [];
  const unmatched: UnmatchedAnnotations[] = [];
  for (const [key, annotations] of Object.entries(exported.annotations[layer])) {
    const found = messages.get(key);
    if (found) joined.push(...annotations.map((annotation) => ({ ...found, annotation })));
    else unmatched.push({ key, ...(conversations.has(key) && { conversationId: key }), annotations });
  }
  return { joined, unmatched };
}
