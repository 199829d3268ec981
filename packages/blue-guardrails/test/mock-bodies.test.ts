import { createBlueGuardrailsMock } from "@labelwire/blue-guardrails/msw";
import { sampleRequest } from "@labelwire/core/msw";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import { expect, test } from "vitest";
import { describeMockBodies } from "../../../scripts/testing/describe-mock-bodies.ts";
import { documentedOperations } from "../../../scripts/testing/documented-operations.ts";
import { mockData } from "../src/generated/mock.ts";
import specification from "../src/generated/openapi.json" with { type: "json" };

const baseUrl = "https://api.blueguardrails.com";
const { components } = specification;
const operations = documentedOperations(specification);
const ajv = new Ajv({ strict: false, allErrors: true });
addFormats.default(ajv);

test("the specification has all 32 operations", () => {
  expect(operations).toHaveLength(32);
});

function request(operationId: string): Request {
  const headers = { authorization: "Bearer k" };
  const sample = sampleRequest(mockData, operationId, { baseUrl, headers });
  if (!operationId.startsWith("detect_")) return sample;
  // No schema says that the last message has to be the assistant's.
  const body = JSON.stringify({ messages: [{ role: "assistant", content: "Five." }] });
  return new Request(sample.url, { method: "POST", headers: { ...headers, "content-type": "application/json" }, body });
}

describeMockBodies("the default bodies of the Blue Guardrails mock", {
  operations,
  schemas: Object.keys(components.schemas),
  make: (seed) => createBlueGuardrailsMock({ seed }),
  request: ({ operationId }) => request(operationId),
  compile: (schema) => ajv.compile({ ...schema, components }),
  varied: "get_labeling_project",
});
