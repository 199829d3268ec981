import type { SpecChange } from "./spec-change.ts";

/** Changes under headings, the breaking ones first: for a terminal or a changelog, each line with its mark. */
export function formatChanges(changes: readonly SpecChange[]): string[] {
  const groups = [
    { heading: "Breaking", members: changes.filter(({ breaking }) => breaking), withKind: true },
    { heading: "Added", members: plain(changes, "added"), withKind: false },
    { heading: "Removed", members: plain(changes, "removed"), withKind: false },
    { heading: "Changed", members: plain(changes, "changed"), withKind: false },
  ];
  return groups.flatMap(({ heading, members, withKind }) =>
    members.length === 0
      ? []
      : [`${heading} (${members.length}):`, ...members.map((change) => `  - ${formatChange(change, withKind)}`)],
  );
}

function plain(changes: readonly SpecChange[], kind: SpecChange["kind"]): readonly SpecChange[] {
  return changes.filter((change) => !change.breaking && change.kind === kind);
}

/** `Task.size is string, was integer`, `Task.kind: value "x"`; the kind is said where the heading does not. */
function formatChange({ kind, subject, detail }: SpecChange, withKind: boolean): string {
  const gap = detail === undefined ? "" : /^(?:is|was|takes|needs|and) /.test(detail) ? ` ${detail}` : `: ${detail}`;
  return `${withKind && kind !== "changed" ? `${kind} ` : ""}${subject}${gap}`;
}
