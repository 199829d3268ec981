import { parseExactJson } from "../exact-json.ts";

/**
 * A request's body by its media type, leaving the request unread. JSON or a form that cannot be parsed comes as the text it is.
 *
 * @param integers - Where JSON has 64-bit integers, which come as strings of digits.
 */
export async function readRequestBody(request: Request, integers?: readonly string[]): Promise<unknown> {
  if (request.body === null) return undefined;
  const copy = request.clone();
  const mediaType = request.headers.get("content-type")?.split(";", 1)[0]?.trim().toLowerCase() ?? "";
  if (mediaType === "application/json" || mediaType.endsWith("+json")) return parseJson(await copy.text(), integers);
  if (mediaType === "multipart/form-data" || mediaType === "application/x-www-form-urlencoded") return readForm(copy);
  if (mediaType.startsWith("text/")) return copy.text();
  const bytes = await copy.blob();
  // Interception makes an empty stream of no body.
  return bytes.size === 0 ? undefined : bytes;
}

function parseJson(text: string, integers: readonly string[] | undefined): unknown {
  if (text === "") return undefined;
  try {
    return integers ? parseExactJson(text, integers) : (JSON.parse(text) as unknown);
  } catch {
    return text;
  }
}

/** The fields of a form; the text it is where it cannot be read, such as for want of a boundary. */
async function readForm(request: Request): Promise<unknown> {
  const bytes = await request.blob();
  const contentType = request.headers.get("content-type") ?? "";
  const form = await new Response(bytes, { headers: { "content-type": contentType } })
    .formData()
    .catch(() => undefined);
  if (!form) return bytes.text();
  return Object.fromEntries(
    [...new Set(form.keys())].map((name): [string, unknown] => {
      const values = form.getAll(name);
      return [name, values.length === 1 ? values[0] : values];
    }),
  );
}
