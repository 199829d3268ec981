/** The sample id of the documentation, which the first record of every kind has. */
const first = 0x507f1f77bcf86cd799439011n;

/** The object id `distance` after the documentation's sample. */
export function objectId(distance: number): string {
  return (first + BigInt(distance)).toString(16).padStart(24, "0");
}
