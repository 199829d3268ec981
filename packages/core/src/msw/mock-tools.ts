import type { Clock } from "../clock.ts";
import { defaultResponse, toResponse } from "./answer.ts";
import type { BaseUrl } from "./base-urls.ts";
import type { Bodies } from "./bodies.ts";
import type { Collections } from "./collections.ts";
import type { MockResource } from "./mock-data.ts";
import type { MockDefinition, MockTools } from "./mock-definition.ts";
import type { Refusals } from "./refusals.ts";

interface ToolsContext {
  readonly definition: Pick<MockDefinition, "data">;
  readonly refusals: Refusals;
  readonly bodies: Bodies;
  readonly collections: Collections;
  readonly sites: readonly (readonly [name: string, base: BaseUrl])[];
  readonly clock: Pick<Clock, "now">;
}

/** Makes what hand-written behaviour works with. */
export function createTools(context: ToolsContext): MockTools<string> {
  const { definition, refusals, bodies, collections, sites, clock } = context;
  const resource = (name: string): MockResource => {
    const found = definition.data.resources.find((one) => one.name === name);
    if (!found) throw new TypeError(`There is no collection ${name} in the generated mock data.`);
    return found;
  };
  return {
    sites: Object.fromEntries(sites.map(([name, { origin, path }]) => [name, origin + path])),
    now: () => clock.now(),
    random: (purpose) => bodies.random(`behaviour|${purpose}`),
    items: (name, selection = {}) =>
      collections.list(resource(name), {
        selections: Object.entries(selection).map(([property, value]) => ({ property, value, parent: true })),
      }),
    item: (name, key) => collections.find(resource(name), key),
    isHeld: (name) => collections.isHeld(resource(name)),
    create: (name, given) => collections.create(resource(name), given),
    update: (name, key, changes) => collections.update(resource(name), key, changes),
    remove: (name, key) => collections.remove(resource(name), key),
    value: (name, { purpose, given }) => bodies.component(name, { purpose: `behaviour|${purpose}`, given }),
    succeed: (exchange, given) => {
      const [status, response] = defaultResponse(exchange.operation);
      return toResponse({ status, response, body: bodies.response(exchange, response, given) });
    },
    refuse: (status, message) => refusals.refuse({ status, message }),
  };
}
