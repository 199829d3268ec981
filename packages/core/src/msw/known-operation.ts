import { ConfigError } from "../errors.ts";
import { nearestName } from "../nearest-name.ts";
import type { MockOperation } from "./mock-data.ts";

/**
 * Makes the check that an operationId is one of the platform's.
 *
 * @throws {ConfigError} (the check) for an operationId that does not exist, naming the nearest one.
 */
export function createOperationCheck(title: string, operations: readonly MockOperation[]): (id: string) => void {
  const ids = operations.map(({ id }) => id);
  const known = new Set(ids);
  return (id) => {
    if (known.has(id)) return;
    const nearest = nearestName(id, ids);
    throw new ConfigError({
      option: "operationId",
      message: `${title} has no operation ${JSON.stringify(id)}.${nearest === undefined ? "" : ` Did you mean ${JSON.stringify(nearest)}?`}`,
    });
  };
}
