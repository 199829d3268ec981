import type { OperationInfo } from "@labelwire/core";

/** The path of an operation on one object, with its query: what `client.fetch` takes where the answer is a stream. */
export function mediaPath(
  { path }: Pick<OperationInfo, "path">,
  id: number,
  query: Readonly<Record<string, string | number>> = {},
): string {
  const parameters = Object.entries(query).map(([name, value]) => [name, String(value)]);
  const search = new URLSearchParams(parameters).toString();
  return path.replace("{id}", String(id)) + (search && `?${search}`);
}
