import { headerCredential, type MockDefinition } from "@labelwire/core/msw";
import { mockData } from "../generated/mock.ts";
import { cvat } from "../platform.ts";

/** All that sets CVAT's mock apart from those of the other platforms. */
export const cvatMock: MockDefinition = {
  title: cvat.title,
  servers: cvat.servers,
  data: mockData,
  auth: [headerCredential({ credential: "accessToken", header: "authorization" })],
  errorBody: (_status, message) => ({ detail: message }),
};
