import { sentBody, type MockTools } from "@labelwire/core/msw";
import { objectsIn, textOf } from "../../msw/read-sent.ts";
import { fail } from "./failure-envelope.ts";
import { findTaxonomyFault, operatorsIn } from "./find-taxonomy-fault.ts";
import type { Operations } from "./operations.ts";

/** What other parts ask of taxonomies. */
export interface Taxonomies {
  readonly operations: Operations;
  /** The keys of a stored taxonomy; undefined for another, whose keys are not known. */
  readonly keysOf: (name: unknown) => readonly unknown[] | undefined;
}

/** Makes the {@link Taxonomies} of a mock: checked, and each name given once. */
export function createTaxonomies(tools: MockTools<never>): Taxonomies {
  const keys = new Map<string, readonly unknown[]>();
  return {
    keysOf: (name) => keys.get(textOf(name)),
    operations: {
      create_taxonomy: (exchange) => {
        const { taxonomyVersionName, taxonomyDetails } = sentBody(exchange);
        const name = textOf(taxonomyVersionName);
        if (keys.has(name)) return fail(57003, "Duplicate taxonomyVersionName");
        const operators = objectsIn(taxonomyDetails);
        const fault = findTaxonomyFault(operators);
        if (fault) return fail(fault);
        keys.set(
          name,
          operatorsIn(operators).map(({ key }) => key),
        );
        return tools.succeed(exchange, { data: name });
      },
    },
  };
}
