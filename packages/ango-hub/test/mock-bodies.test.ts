import { createAngoHubMock } from "@labelwire/ango-hub/msw";
import { sampleRequest } from "@labelwire/core/msw";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import { expect, test } from "vitest";
import { describeMockBodies } from "../../../scripts/testing/describe-mock-bodies.ts";
import { documentedOperations } from "../../../scripts/testing/documented-operations.ts";
import { mockData } from "../src/generated/mock.ts";
import specification from "../src/generated/openapi.json" with { type: "json" };

const { components } = specification;
const operations = documentedOperations(specification);
const ajv = new Ajv({ strict: false, allErrors: true });
addFormats.default(ajv);

test("the specification has all 49 operations", () => {
  expect(operations).toHaveLength(49);
});

describeMockBodies("the default bodies of the Ango Hub mock", {
  operations,
  schemas: Object.keys(components.schemas),
  make: (seed) => createAngoHubMock({ seed }),
  request: ({ operationId }) =>
    sampleRequest(mockData, operationId, { baseUrl: "https://imeritapi.ango.ai/v2", headers: { apikey: "k" } }),
  compile: (schema) => ajv.compile({ ...schema, components }),
  varied: "getProject",
  envelope: { status: "success" },
});
