/** A table in markdown; all columns but the first are numbers and stand right. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const rule = head.map((_name, index) => (index === 0 ? "---" : "--:"));
  return [head, rule, ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

/** `12,345`. */
export function thousands(value: number): string {
  return value.toLocaleString("en-US");
}

/** How many times as much as `base`: `3.4 ×`; small ratios with more digits. */
export function ratio(value: number, base: number): string {
  const times = value / base;
  const digits = times >= 10 ? 0 : times >= 1 ? 1 : 3;
  return `${times.toFixed(digits)} ×`;
}
