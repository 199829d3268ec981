import { createMock, sampleRequest, type MockData, type MockDefinition } from "@labelwire/core/msw";
import { describe, expect, test } from "vitest";

const json = "application/json";
const int64 = { type: "string", format: "int64" } as const;
const pet = {
  type: "object",
  required: ["id", "name"],
  properties: { id: int64, name: { type: "string" } },
} as const;
const big = "358183635683250176";

const data: MockData = {
  schemas: { Pet: pet },
  samples: {},
  operations: [
    {
      id: "movePets",
      method: "post",
      path: "/owners/{owner}/pets",
      parameters: [{ name: "owner", in: "path", required: true, schema: int64 }],
      body: {
        mediaType: json,
        required: true,
        schema: { type: "object", required: ["ids"], properties: { ids: { type: "array", items: int64 } } },
        integers: ["/ids/*"],
      },
      responses: [
        [
          200,
          {
            mediaType: json,
            schema: { type: "array", items: { $ref: "#/components/schemas/Pet" } },
            integers: ["/*/id"],
          },
        ],
      ],
    },
  ],
  resources: [],
};

const definition: MockDefinition = {
  title: "Acme",
  servers: { eu: "https://acme.example/v1" },
  data,
  auth: [],
  errorBody: (_, error) => ({ error }),
};

interface Operations {
  movePets: {
    params: { path: { owner: string } };
    body: { ids: (string | number)[] };
    responses: { 200: { id: string; name: string }[] };
  };
}

const request = (body: string): Request =>
  new Request(`https://acme.example/v1/owners/${big}/pets`, {
    method: "POST",
    body,
    headers: { "content-type": json },
  });

describe("64-bit integers in a mock", () => {
  test("are JSON integers on the wire, in what is made up and in what a test answers", async () => {
    const mock = createMock<Operations, { Pet: { id: string; name: string } }>(definition);
    const made = await (await mock.fetch(request('{"ids":[1]}'))).text();
    expect(made).toMatch(/^\[\{"id":\d{18},"name":"/);
    mock.on("movePets", ({ respond }) => respond(200, [{ id: big, name: "Rex" }]));
    expect(await (await mock.fetch(request('{"ids":[1]}'))).text()).toBe(`[{"id":${big},"name":"Rex"}]`);
  });

  test("are strings of digits in what was sent, and checked as such", async () => {
    const mock = createMock<Operations, object>(definition);
    await mock.fetch(request(`{"ids":[${big},7]}`));
    expect(mock.requests("movePets")[0]).toMatchObject({
      params: { path: { owner: big } },
      body: { ids: [big, "7"] },
      faults: [],
    });
    const refused = await mock.fetch(request('{"ids":[1.5]}'));
    expect(refused.status).toBe(400);
    expect(mock.requests("movePets")[1]?.faults).toMatchObject([{ place: "body", pointer: "/ids/0" }]);
  });

  test("are in the requests that a test of all operations sends", async () => {
    const sample = sampleRequest(data, "movePets", { baseUrl: "https://acme.example/v1" });
    expect(await sample.clone().text()).toMatch(/^\{"ids":\[\d{18}(?:,\d{18})?\]\}$/);
    const mock = createMock<Operations, object>(definition);
    expect((await mock.fetch(sample)).status).toBe(200);
  });
});
