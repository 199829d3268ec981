import { createCvatClient } from "@labelwire/cvat";
import { createCvatMock } from "@labelwire/cvat/msw";
import specification from "@labelwire/cvat/openapi.json" with { type: "json" };
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { callEveryOperation } from "../operation-calls.ts";
import { serveMock, type ServedMock } from "./serve-mock.ts";
import { startProxy, type ValidatingProxy, type Violation } from "./start-proxy.ts";

const mock = createCvatMock({ seed: 1 });
let upstream: ServedMock;
let proxy: ValidatingProxy;

beforeAll(async () => {
  upstream = await serveMock((request) => (request.headers.has("x-broken") ? broken() : mock.fetch(request)));
  proxy = await startProxy(specification, upstream.origin);
}, 60_000);
afterAll(async () => {
  await proxy.close();
  upstream.close();
});

const names = Object.keys(callEveryOperation(createCvatClient({ auth: { accessToken: "any" } })));

/** No task: all that the specification requires is missing. */
async function broken(): Promise<Response> {
  return Promise.resolve(new Response("{}", { headers: { "content-type": "application/vnd.cvat+json" } }));
}

function readViolations(response: Response): readonly Violation[] {
  // Prism writes the header, and nothing where all is well.
  return JSON.parse(response.headers.get("sl-violations") ?? "[]") as readonly Violation[];
}

describe("every operation through a proxy that validates", () => {
  test("there are 153", () => {
    expect(names).toHaveLength(153);
  });

  test("the proxy sees what is wrong with a request, and with an answer", async () => {
    const headers = { authorization: "Bearer any", "content-type": "application/json" };
    const request = await fetch(`${proxy.origin}/api/tasks`, { method: "POST", headers, body: '{"name":1}' });
    expect(readViolations(request)).toContainEqual(expect.objectContaining({ location: ["request", "body", "name"] }));
    const answer = await fetch(`${proxy.origin}/api/tasks/7`, { headers: { ...headers, "x-broken": "1" } });
    expect(readViolations(answer)).toContainEqual(expect.objectContaining({ location: ["response", "body"] }));
  });

  test.each(names)("%s: neither its request nor its answer violates the specification", async (name) => {
    mock.reset();
    const found: (readonly Violation[])[] = [];
    const cvat = createCvatClient({
      baseUrl: proxy.origin,
      auth: { accessToken: "any" },
      fetch: async (request) => {
        const response = await fetch(request);
        found.push(readViolations(response));
        return response;
      },
    });
    const result = await callEveryOperation(cvat)[name]?.();
    expect(result?.error).toBeUndefined();
    expect(found, "one request").toEqual([[]]);
  });
});
