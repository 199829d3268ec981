import { exactIntegers, signedAuth, type PlatformDefinition } from "@labelwire/core";
import { stardust } from "../platform.ts";
import { readFailure } from "../read-failure.ts";
import { signRequest, type StardustCredentials } from "../sign-request.ts";
import { pathTraits } from "./generated/path-traits.ts";

/** The Helix set: the same platform, servers and signature, with other operations and codes. */
export const stardustHelix: PlatformDefinition<"stardust-helix", StardustCredentials, {}> = {
  platform: "stardust-helix",
  title: "Stardust (Helix)",
  servers: stardust.servers,
  auth: [signedAuth({ credentials: ["accessKey", "secretKey"], sign: signRequest })],
  readFailure,
  exactIntegers,
  pathTraits,
};
