import { headerCredential, type MockDefinition } from "@labelwire/core/msw";
import { mockData } from "../generated/mock.ts";
import { angoHub } from "../platform.ts";
import { angoHubBehaviour } from "./behaviour.ts";
import { angoHubValues } from "./values.ts";

/** All that sets Ango Hub's mock apart from those of the other platforms. */
export const angoHubMock: MockDefinition<"storage"> = {
  title: angoHub.title,
  servers: angoHub.servers,
  data: mockData,
  auth: [headerCredential({ credential: "apiKey", header: "apikey" })],
  errorBody: (status, message) => ({ status: status >= 500 ? "error" : "fail", message }),
  openBody: { status: "success", data: {} },
  values: angoHubValues,
  // A reserved name (RFC 6761): a link that leaves the mock reaches nobody.
  sites: { storage: "https://storage.ango-hub.test" },
  behave: angoHubBehaviour,
};
