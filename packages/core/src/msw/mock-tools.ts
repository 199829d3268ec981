import { defaultResponse, errorResponse, toResponse } from "./answer.ts";
import type { BaseUrl } from "./base-urls.ts";
import type { Bodies } from "./bodies.ts";
import type { Collections } from "./collections.ts";
import type { MockResource } from "./mock-data.ts";
import type { MockDefinition, MockTools } from "./mock-definition.ts";

interface ToolsContext {
  readonly definition: Pick<MockDefinition, "data" | "errorBody">;
  readonly bodies: Bodies;
  readonly collections: Collections;
  readonly sites: readonly (readonly [name: string, base: BaseUrl])[];
}

/** Makes what hand-written behaviour works with. */
export function createTools({ definition, bodies, collections, sites }: ToolsContext): MockTools<string> {
  const resource = (name: string): MockResource => {
    const found = definition.data.resources.find((one) => one.name === name);
    if (!found) throw new TypeError(`There is no collection ${name} in the generated mock data.`);
    return found;
  };
  return {
    sites: Object.fromEntries(sites.map(([name, { origin, path }]) => [name, origin + path])),
    random: (purpose) => bodies.random(`behaviour|${purpose}`),
    items: (name, selection = {}) =>
      collections.list(
        resource(name),
        Object.entries(selection).map(([property, value]) => ({ property, value, parent: true })),
      ),
    item: (name, key) => collections.find(resource(name), key),
    succeed: (exchange, given) => {
      const [status, response] = defaultResponse(exchange.operation);
      return toResponse({ status, response, body: bodies.response(exchange, response, given) });
    },
    refuse: (status, message) => errorResponse(definition.errorBody, { status, message }),
  };
}
