/**
 * Lays rows out in columns as wide as their longest cell, under a line of headings. Numbers stand to the right.
 *
 * @param width - Columns of the terminal; what the last cell of a row has beyond that is cut off.
 */
export function formatTable(
  headings: readonly string[],
  rows: readonly (readonly (string | number)[])[],
  width: number,
): string {
  const widths = headings.map((heading, column) =>
    Math.max(heading.length, ...rows.map((row) => String(row[column] ?? "").length)),
  );
  const formatRow = (row: readonly (string | number)[]): string => {
    const cells = row.map((cell, column) => {
      const size = column === headings.length - 1 ? 0 : (widths[column] ?? 0);
      return typeof cell === "number" ? String(cell).padStart(size) : cell.padEnd(size);
    });
    return cut(cells.join("  "), width);
  };
  const total = widths.reduce((sum, one) => sum + one + 2, -2);
  return [formatRow(headings), "─".repeat(Math.min(total, width)), ...rows.map(formatRow)].join("\n");
}

function cut(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, width - 1)}…`;
}
