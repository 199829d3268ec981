import type { MockDefinition } from "@labelwire/core/msw";
import { failureBody } from "../../msw/envelope.ts";
import { signatureCredential } from "../../msw/signature-credential.ts";
import { mockData } from "../generated/mock.ts";
import { stardustHelix } from "../platform.ts";
import { stardustHelixBehaviour } from "./behaviour.ts";
import { capPage } from "./cap-page.ts";
import { refuseInvalid } from "./refuse-invalid.ts";
import { stardustHelixValues } from "./values.ts";

/** All that sets the mock of the Helix set apart from that of the generic set. */
export const stardustHelixMock: MockDefinition = {
  title: stardustHelix.title,
  servers: stardustHelix.servers,
  data: mockData,
  auth: [signatureCredential],
  errorBody: failureBody,
  refuseInvalid,
  page: capPage,
  values: stardustHelixValues,
  behave: stardustHelixBehaviour,
};
