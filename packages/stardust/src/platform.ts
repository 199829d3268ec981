import { exactIntegers, signedAuth, type PlatformDefinition } from "@labelwire/core";
import { pathTraits } from "./generated/path-traits.ts";
import { readFailure } from "./read-failure.ts";
import { signRequest, type StardustCredentials } from "./sign-request.ts";

/** All that sets Stardust Rosetta apart from the other platforms. It has no scope: what a call sees is the access key's owner's. */
export const stardust: PlatformDefinition<"stardust", StardustCredentials, {}> = {
  platform: "stardust",
  title: "Stardust",
  servers: { hosted: "https://portal-prod.rosettalab.top/rosetta-open" },
  auth: [signedAuth({ credentials: ["accessKey", "secretKey"], sign: signRequest })],
  readFailure,
  // The documentation's own ids are larger than a number can hold: 358183635683250176.
  exactIntegers,
  pathTraits,
};
