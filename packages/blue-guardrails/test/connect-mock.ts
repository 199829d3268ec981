import {
  createBlueGuardrailsClient,
  type BlueGuardrailsClient,
  type BlueGuardrailsClientOptions,
} from "@labelwire/blue-guardrails";
import type { BlueGuardrailsMock } from "@labelwire/blue-guardrails/msw";

export const id = "497f6eca-6276-4993-bfeb-53cbbbba6f08";
export const other = "ee824cad-d7a6-4f48-87dc-e8461a9201c4";
export const workspace = "6a1f0e0c-52a4-4a0b-9d0f-3f1a5f0f7c11";

/** A client whose requests the mock answers. */
export function connectMock(mock: BlueGuardrailsMock, options: BlueGuardrailsClientOptions = {}): BlueGuardrailsClient {
  return createBlueGuardrailsClient({ auth: { apiKey: "any" }, fetch: mock.fetch, ...options });
}
