import { describe, expect, test } from "vitest";
import type { DocumentedOperation } from "./documented-operations.ts";

const seeds = [1, 2, 3, 4, 5, "six", "seven", 8e9, -9, 0.1];

/** What checks a body against a schema, as ajv compiles it. */
export interface BodyValidator {
  (body: unknown): boolean;
  readonly errors?: unknown;
}

/** A mock whose default bodies are to be checked. */
export interface MockWithBodies {
  readonly operations: readonly DocumentedOperation[];
  /** The names of the schemas that a fixture can be made of. */
  readonly schemas: readonly string[];
  readonly make: (seed: number | string) => {
    fetch(request: Request): Promise<Response>;
    reset(): void;
    fixture(name: never): unknown;
  };
  /** A request that the operation takes. */
  readonly request: (operation: DocumentedOperation) => Request;
  /** Compiles a schema, which may refer to those of the specification. */
  readonly compile: (schema: object) => BodyValidator;
  /** An operation whose body is another with another seed. */
  readonly varied: string;
  /** What every success has, beyond its schema. */
  readonly envelope?: object;
}

/** Tests that a mock answers each operation with its documented status and a body that the specification allows. */
export function describeMockBodies(name: string, mock: MockWithBodies): void {
  const { operations, schemas, make, request, compile, varied, envelope = {} } = mock;
  const answer = async (seed: number | string, operation: DocumentedOperation): Promise<[number, string]> => {
    const response = await make(seed).fetch(request(operation));
    return [response.status, await response.text()];
  };
  const expectValid = (validate: BodyValidator, body: unknown): void => {
    expect(validate(body), JSON.stringify({ body, errors: validate.errors })).toBe(true);
  };

  describe(name, () => {
    describe.each(operations)("$operationId", (operation) => {
      test("answers its documented success with a valid body, whatever the seed", async () => {
        const [status, success] = Object.entries(operation.responses).find(([key]) => key.startsWith("2")) ?? [];
        const schema = Object.values(success?.content ?? {})[0]?.schema;
        const validate = schema && compile(schema);
        for (const seed of seeds) {
          const [answered, text] = await answer(seed, operation);
          expect(String(answered)).toBe(status);
          const body: unknown = JSON.parse(text);
          expect(body).toMatchObject(envelope);
          if (validate) expectValid(validate, body);
        }
      });

      test("answers the same bytes for the same seed", async () => {
        expect(await answer(7, operation)).toEqual(await answer(7, operation));
      });
    });

    test("what was read before changes no answer", async () => {
      const reads = operations.filter(({ method }) => method === "GET");
      const one = make(3);
      const forwards: string[] = [];
      for (const read of reads) forwards.push(await (await one.fetch(request(read))).text());
      one.reset();
      const backwards: string[] = [];
      for (const read of reads.toReversed()) backwards.unshift(await (await one.fetch(request(read))).text());
      expect(backwards).toEqual(forwards);
    });

    test("another seed gives other bytes", async () => {
      const operation = operations.find(({ operationId }) => operationId === varied);
      if (!operation) throw new Error(`${varied} is gone`);
      expect(await answer(1, operation)).not.toEqual(await answer(2, operation));
    });

    test("every schema has a valid fixture", () => {
      for (const schema of schemas) {
        const validate = compile({ $ref: `#/components/schemas/${schema}` });
        // The names come from the specification that the fixtures are made of.
        for (const seed of seeds) expectValid(validate, make(seed).fixture(schema as never));
      }
    });
  });
}
