/** A query value that holds a JSON list of texts; undefined where none was sent, null where it is something else. */
export function readList(value: unknown): readonly string[] | undefined | null {
  if (value === undefined || value === "") return undefined;
  try {
    const list: unknown = JSON.parse(String(value));
    return Array.isArray(list) ? list.map(String) : null;
  } catch {
    return null;
  }
}
