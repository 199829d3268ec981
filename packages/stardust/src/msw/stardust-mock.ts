import type { MockDefinition } from "@labelwire/core/msw";
import { mockData } from "../generated/mock.ts";
import { stardust } from "../platform.ts";
import { stardustBehaviour } from "./behaviour.ts";
import { failureBody } from "./envelope.ts";
import { refuseInvalid } from "./refuse-invalid.ts";
import { selectTasks } from "./select-tasks.ts";
import { signatureCredential } from "./signature-credential.ts";
import { stardustValues } from "./values.ts";

/** All that sets Stardust's mock apart from those of the other platforms. */
export const stardustMock: MockDefinition = {
  title: stardust.title,
  servers: stardust.servers,
  data: mockData,
  auth: [signatureCredential],
  // Documented are 401 for a bad signature and 402 where "authentication is refused": taken to be a key that is nobody's.
  refusedStatus: { unknown: 402 },
  errorBody: failureBody,
  refuseInvalid,
  select: selectTasks,
  values: stardustValues,
  behave: stardustBehaviour,
};
