type Part = { readonly literal: string } | { readonly parameter: string };

/** A path template such as `/pets/{petId}:feed`, taken apart. */
export interface PathTemplate {
  readonly segments: readonly (readonly Part[])[];
}

/** Takes a template apart. A slash at its end means nothing. */
export function parsePathTemplate(template: string): PathTemplate {
  return { segments: splitPath(template).map(parseSegment) };
}

/** The segments of a path, one slash at the end left aside. */
export function splitPath(path: string): readonly string[] {
  const trimmed = path.replace(/^\//, "").replace(/\/$/, "");
  return trimmed === "" ? [] : trimmed.split("/");
}

/**
 * The decoded parameters of a path that fits the template; undefined for one that does not. Segments are compared before they
 * are decoded, so that an encoded slash stays inside its parameter.
 */
export function matchPath(
  { segments }: PathTemplate,
  path: readonly string[],
): Readonly<Record<string, string>> | undefined {
  if (segments.length !== path.length) return undefined;
  const parameters: [string, string][] = [];
  for (const [index, parts] of segments.entries()) {
    const found = matchSegment(parts, path[index] ?? "");
    if (!found) return undefined;
    parameters.push(...found);
  }
  return Object.fromEntries(parameters);
}

/**
 * Orders templates so that the first to match is the most specific: segment by segment, literal text before a parameter with
 * literal text around it, and that before a bare parameter.
 */
export function compareSpecificity(first: PathTemplate, second: PathTemplate): number {
  for (const [index, parts] of first.segments.entries()) {
    const difference = openness(parts) - openness(second.segments[index] ?? []);
    if (difference !== 0) return difference;
  }
  return second.segments.length - first.segments.length;
}

function parseSegment(segment: string): readonly Part[] {
  return segment
    .split(/(\{[^{}]+\})/)
    .filter((text) => text !== "")
    .map((text) => (/^\{.+\}$/.test(text) ? { parameter: text.slice(1, -1) } : { literal: text }));
}

function openness(parts: readonly Part[]): number {
  const literal = parts.reduce((length, part) => length + ("literal" in part ? part.literal.length : 0), 0);
  const parameters = parts.filter((part) => "parameter" in part).length;
  return parameters === 0 ? 0 : parameters + 1 / (literal + 1);
}

function matchSegment(parts: readonly Part[], segment: string): readonly [string, string][] | undefined {
  const found: [string, string][] = [];
  let position = 0;
  for (const [index, part] of parts.entries()) {
    const end =
      "literal" in part ? position + part.literal.length : parameterEnd(parts.slice(index + 1), segment, position);
    const text = segment.slice(position, end);
    if ("literal" in part ? decode(text) !== part.literal : text === "") return undefined;
    const value = decode(text);
    if (value === undefined) return undefined;
    if ("parameter" in part) found.push([part.parameter, value]);
    position = end;
  }
  return position === segment.length ? found : undefined;
}

/** A parameter reaches to the literal text after it, and to the last of it where nothing else follows. */
function parameterEnd([next, ...rest]: readonly Part[], segment: string, start: number): number {
  if (next === undefined || !("literal" in next)) return segment.length;
  const end = rest.length === 0 ? segment.lastIndexOf(next.literal) : segment.indexOf(next.literal, start + 1);
  return end < start ? segment.length : end;
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
