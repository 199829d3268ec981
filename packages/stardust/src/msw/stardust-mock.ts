import type { MockDefinition } from "@labelwire/core/msw";
import { mockData } from "../generated/mock.ts";
import { stardust } from "../platform.ts";
import { stardustBehaviour } from "./behaviour.ts";
import { failureBody } from "./envelope.ts";
import { signatureCredential } from "./signature-credential.ts";
import { stardustValues } from "./values.ts";

/** All that sets Stardust's mock apart from those of the other platforms. */
export const stardustMock: MockDefinition = {
  title: stardust.title,
  servers: stardust.servers,
  data: mockData,
  auth: [signatureCredential],
  errorBody: failureBody,
  // A request that breaks the documentation is a business failure.
  refuseInvalid: (faults) => ({
    status: 200,
    body: failureBody(
      400,
      `Invalid Parameter: ${faults.map(({ pointer, message }) => `${pointer} ${message}`).join("; ")}`,
    ),
  }),
  values: stardustValues,
  behave: stardustBehaviour,
};
