/**
 * The member of that name which the object itself has. A name such as `constructor` or `__proto__` arrives from the network,
 * and must not find what every object inherits.
 */
export function ownMember<T>(object: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}
