import { placeSegments } from "./place-segments.ts";

/**
 * Changes what is at `places` of a value that nobody else holds, such as one that was just parsed: in place, because copying a large
 * answer takes longer than parsing it. A place that leads nowhere is passed over.
 *
 * @returns The value, or what it was changed to where it is a place itself.
 */
export function changePlaces(value: unknown, places: readonly string[], change: (value: unknown) => unknown): unknown {
  const root = { value };
  for (const place of places) visit(root, ["value", ...placeSegments(place)], change);
  return root.value;
}

function visit(holder: object, [segment = "", ...rest]: readonly string[], change: (value: unknown) => unknown): void {
  const names = segment === "*" ? Object.keys(holder) : Object.hasOwn(holder, segment) ? [segment] : [];
  for (const name of names) {
    const member: unknown = Reflect.get(holder, name);
    // An own member, so that one named `__proto__` is written and not the prototype.
    if (rest.length === 0) Reflect.set(holder, name, change(member));
    else if (typeof member === "object" && member !== null) visit(member, rest, change);
  }
}
