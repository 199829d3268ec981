import type { MockDefinition } from "@labelwire/core/msw";
import { failureBody } from "../../msw/envelope.ts";
import { signatureCredential } from "../../msw/signature-credential.ts";
import { mockData } from "../generated/mock.ts";
import { stardustHelix } from "../platform.ts";
import { stardustHelixBehaviour } from "./behaviour.ts";
import { stardustHelixValues } from "./values.ts";

/** All that sets the mock of the Helix set apart from that of the generic set. */
export const stardustHelixMock: MockDefinition = {
  title: stardustHelix.title,
  servers: stardustHelix.servers,
  data: mockData,
  auth: [signatureCredential],
  errorBody: failureBody,
  // A request that breaks the documentation is a business failure.
  refuseInvalid: (faults) => ({
    status: 200,
    body: failureBody(
      4005,
      `Invalid Parameter: ${faults.map(({ pointer, message }) => `${pointer} ${message}`).join("; ")}`,
    ),
  }),
  values: stardustHelixValues,
  behave: stardustHelixBehaviour,
};
