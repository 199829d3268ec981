/** A message and what it speaks of. */
export interface LocatedMessage {
  /** The member, such as `labels[0].name`; `""` for the whole. */
  readonly path: string;
  readonly text: string;
}

// An error body echoes the shape of what was sent, which is nowhere near as deep or as long; one made to hurt is.
const mostLevels = 16;
const mostMessages = 1_000;

/** Every text in an error body, in order, with its path. */
export function collectMessages(body: unknown): readonly LocatedMessage[] {
  const found: LocatedMessage[] = [];
  const collect = (value: unknown, path: string, levels: number): void => {
    if (found.length === mostMessages || levels === 0) return;
    if (typeof value === "object" && value !== null) {
      for (const [name, member] of Object.entries(value)) {
        const step = Array.isArray(value) ? `[${name}]` : path === "" ? name : `.${name}`;
        collect(member, path + step, levels - 1);
      }
      return;
    }
    if (typeof value !== "string" && typeof value !== "number" && typeof value !== "boolean") return;
    const text = String(value).replace(/\s+/g, " ").trim();
    if (text !== "") found.push({ path: subjectOf(path), text });
  };
  collect(body, "", mostLevels);
  return found;
}

/** What the message at a path speaks of: messages come in lists, and those of the whole under names of their own. */
function subjectOf(path: string): string {
  const member = path.replace(/\[\d+\]$/, "");
  return member.replace(/^(?:detail|message)$|(?:^|\.)non_field_errors$/, "");
}
