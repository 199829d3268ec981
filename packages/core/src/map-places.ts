import { isPlainObject } from "./is-plain-object.ts";
import { placeSegments } from "./place-segments.ts";

/**
 * A copy of `value` with what is at `places` changed. A place is a JSON pointer in which `*` stands for every item of a list and
 * every member of an object; one that leads nowhere is passed over.
 *
 * @param name - What `value` is called; `change` is told the name of each place below it, such as `body.taskIds[0]`.
 */
export function mapPlaces(
  value: unknown,
  places: readonly string[],
  { name, change }: { readonly name: string; readonly change: (value: unknown, name: string) => unknown },
): unknown {
  const visit = (current: unknown, segments: readonly string[], at: string): unknown => {
    const [segment, ...rest] = segments;
    if (segment === undefined) return change(current, at);
    if (Array.isArray(current)) {
      return segment === "*" ? current.map((item, index) => visit(item, rest, `${at}[${index}]`)) : current;
    }
    if (!isPlainObject(current) || (segment !== "*" && !Object.hasOwn(current, segment))) return current;
    return Object.fromEntries(
      Object.entries(current).map(([key, member]) => [
        key,
        segment === "*" || segment === key ? visit(member, rest, `${at}.${key}`) : member,
      ]),
    );
  };
  return places.reduce((changed, place) => visit(changed, placeSegments(place), name), value);
}
