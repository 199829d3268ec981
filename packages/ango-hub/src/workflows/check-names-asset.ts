import { checkArgument, ConfigError } from "@labelwire/core";
import { list } from "./option-rules.ts";

interface NamesAsset {
  readonly assetId?: string;
  readonly externalId?: string;
}

/** Refuses what is no list, and an item that does not say which asset it belongs to: with neither id there is nothing the platform could do. */
export function checkNamesAsset(option: string, items: readonly NamesAsset[]): void {
  checkArgument(option, items, list);
  const index = items.findIndex(({ assetId, externalId }) => !assetId && !externalId);
  if (index === -1) return;
  throw new ConfigError({
    option: `${option}[${index}]`,
    message: `${option}[${index}] names no asset. Give its assetId or its externalId.`,
  });
}
