import { configFault } from "./config-fault.ts";
import { encodeText } from "./encode-text.ts";
import { scalarText } from "./scalar-text.ts";

/**
 * Fills a path template such as `/task/{taskId}`. No value can add, remove or alter a segment of the path.
 *
 * @throws ConfigError naming the parameter and the operation, for a value that is missing, empty, a dot segment, or not a scalar, and for a template
 * that does not start with a slash.
 */
export function serializePath(
  template: string,
  parameters: Readonly<Record<string, unknown>> | undefined = {},
  operation: string,
): string {
  // What is appended to a host without a slash is part of its name.
  if (/^[^/]/.test(template)) throw configFault("path", "must be an absolute path", operation);
  // Names are every other part. Not `replace` with a function, which takes longer than all else that writes a request.
  const fill = (name: string, index: number): string => {
    if (index % 2 === 0) return name;
    const option = `params.path.${name}`;
    const value = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
    const text = scalarText(value);
    // URL parsers drop dot segments, percent-encoded ones too (WHATWG URL, "double-dot URL path segment"), and empty ones name
    // the parent: such a value would send the call, with its credential, to another operation.
    if (text !== undefined && !/^(\.|%2e){0,2}$/i.test(text)) return encodeText(text, option, operation);
    const problem =
      text === undefined
        ? `is ${value ? typeof value : String(value)}, not a text or a finite number`
        : 'is empty, "." or "..", which would name another path';
    throw configFault(option, problem, operation);
  };
  let path = "";
  for (const [index, part] of template.split(/[{}]/).entries()) path += fill(part, index);
  return path;
}
