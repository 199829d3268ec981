/** A query value that holds a JSON list of texts; undefined where none was sent, null where it is something else. */
export function readList(value: unknown): readonly string[] | undefined | null {
  if (value === undefined || value === "") return undefined;
  if (typeof value !== "string") return null;
  try {
    const list: unknown = JSON.parse(value);
    return Array.isArray(list) ? list.map(String) : null;
  } catch {
    return null;
  }
}
