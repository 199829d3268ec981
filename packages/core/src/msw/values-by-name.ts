import type { ValueMaker, ValuePlace } from "./generate.ts";
import { ownMember } from "./own-member.ts";

/** Makes one value. */
export type MakeValue = (place: ValuePlace) => unknown;

/** What a platform sends, by the names of properties. */
export interface NamedValues {
  /** By component schema and property. */
  readonly byComponent?: Readonly<Record<string, Readonly<Record<string, MakeValue>>>>;
  /** By property, in any schema whose own table does not name it. */
  readonly byProperty: Readonly<Record<string, MakeValue>>;
}

/** Makes the {@link ValueMaker} of tables by name. */
export function valuesByName({ byComponent = {}, byProperty }: NamedValues): ValueMaker {
  return (place) => {
    const own = ownMember(byComponent, place.component ?? "") ?? {};
    const make = ownMember(own, place.name) ?? ownMember(byProperty, place.name);
    return make?.(place);
  };
}
