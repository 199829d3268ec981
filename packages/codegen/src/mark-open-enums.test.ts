import { describe, expect, test } from "vitest";
import { objectMember, type JsonObject } from "./json-value.ts";
import { markOpenEnums } from "./mark-open-enums.ts";

const kinds = { type: "string", enum: ["a", "b"] };

function mark(schemas: JsonObject): JsonObject {
  const json = (name: string) => ({
    content: { "application/json": { schema: { $ref: `#/components/schemas/${name}` } } },
  });
  const operation = {
    requestBody: json("Sent"),
    responses: { "200": json("Answered"), default: { $ref: "#/components/responses/Failed" } },
  };
  const document = {
    paths: { "/a": { post: operation } },
    components: { schemas, responses: { Failed: json("Failure") } },
  };
  return objectMember(objectMember(markOpenEnums(document), "components"), "schemas");
}

describe("markOpenEnums", () => {
  test("opens what a server answers with, failures included, and not what is only sent", () => {
    expect(mark({ Sent: kinds, Answered: { type: "array", items: kinds }, Failure: kinds })).toEqual({
      Sent: kinds,
      Answered: { type: "array", items: { ...kinds, "x-open-enum": true } },
      Failure: { ...kinds, "x-open-enum": true },
    });
  });

  test("follows references, also in a circle, and leaves constants and the overlay's own word alone", () => {
    const answered = {
      type: "object",
      properties: {
        self: { $ref: "#/components/schemas/Answered" },
        type: { type: "string", enum: ["only"] },
        closed: { ...kinds, "x-open-enum": false },
      },
    };
    expect(mark({ Sent: {}, Answered: answered, Failure: {} })).toEqual({ Sent: {}, Answered: answered, Failure: {} });
  });
});
