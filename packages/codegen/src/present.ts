/** `{ [name]: value }`, or nothing where the value is undefined: absent and undefined differ under `exactOptionalPropertyTypes`. */
export function present<N extends string, V>(name: N, value: V | undefined): Partial<Record<N, V>> {
  // A computed name widens to `{ [x: string]: V }`; the one member is exactly N.
  return value === undefined ? {} : ({ [name]: value } as Partial<Record<N, V>>);
}
