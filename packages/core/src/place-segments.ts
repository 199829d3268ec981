/** The names in a place, which is a JSON pointer (RFC 6901) in which `*` stands for every item of a list and every member of an object. */
export function placeSegments(place: string): readonly string[] {
  return place
    .split("/")
    .slice(1)
    .map((segment) => segment.replaceAll("~1", "/").replaceAll("~0", "~"));
}
