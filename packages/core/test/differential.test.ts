import fc from "fast-check";
import createFetchClient, { type Middleware } from "openapi-fetch";
import { describe, expect, test } from "vitest";
import { createAcmeClient, type AcmeClient } from "./acme.ts";

const baseUrl = "https://acme.example/v1";

/** What one client sends for a call. */
interface Sent {
  readonly url: string;
  readonly method: string;
  readonly body: string;
  readonly headers: Record<string, string>;
}

/** Headers of ours alone: what authenticates, and the default that openapi-fetch leaves to the runtime. */
const ours = ["authorization", "accept"];

function recorder(): { sent: Sent[]; fetch: (request: Request) => Promise<Response> } {
  const sent: Sent[] = [];
  return {
    sent,
    fetch: async (request) => {
      const { url, method } = request;
      const headers = Object.fromEntries([...request.headers].filter(([name]) => !ours.includes(name)));
      sent.push({ url, method, body: await request.text(), headers });
      return Response.json([]);
    },
  };
}

// What openapi-fetch gets wrong is left out: dot segments and empty path values, NaN, empty arrays, null, nesting, dates, and
// brackets in names, which it does not encode.
const text = fc.string({ unit: "grapheme", minLength: 1 }).filter((value) => !/^(?:\.|%2e){1,2}$/i.test(value));
const scalar = fc.oneof(text, fc.integer(), fc.boolean(), fc.constant(""));
const name = fc.stringMatching(/^[a-z][a-z0-9_-]{0,8}$/).filter((value) => !(value in Object.prototype));
const query = fc.dictionary(
  name,
  fc.oneof(scalar, fc.array(scalar, { minLength: 1, maxLength: 3 }), fc.constant(undefined)),
  {
    noNullPrototype: true,
  },
);
const headerName = fc.stringMatching(/^x-[a-z][a-z0-9_-]{0,8}$/);
const headerText = fc.stringMatching(/^[!-~]([ -~]{0,9}[!-~])?$/);
const headers = fc.dictionary(headerName, fc.option(headerText), { noNullPrototype: true });

test("URL, headers and body are those of bare openapi-fetch, wherever that is right", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom("get", "post", "put", "patch", "delete"),
      fc.oneof(text, fc.integer()),
      query,
      headers,
      fc.jsonValue(),
      async (method, id, parameters, given, body) => {
        const [one, other] = [recorder(), recorder()];
        const info = { id: "any", method, path: "/pets/{id}/x", response: "json" } as const;
        const params = { path: { id }, query: parameters };
        const sends = method === "get" ? { params, headers: given } : { params, headers: given, body };
        await createAcmeClient({ baseUrl, fetch: one.fetch }).call(info, sends);
        const bare = createFetchClient<Record<string, never>>({ baseUrl, fetch: other.fetch });
        await bare.request(method, "/pets/{id}/x" as never, sends as never);
        expect(one.sent).toEqual(other.sent);
      },
    ),
    { numRuns: 300 },
  );
});

/** What one hook of a generated middleware does; what it does is noted, so that order shows. */
type Act = "nothing" | "replace" | "answer" | "fail";

interface Acts {
  readonly onRequest?: Act | undefined;
  readonly onResponse?: Exclude<Act, "answer"> | undefined;
  readonly onError?: Act | undefined;
}

const act = fc.constantFrom<Act>("nothing", "nothing", "replace", "answer", "fail");
const acts: fc.Arbitrary<Acts> = fc.record(
  { onRequest: act, onResponse: fc.constantFrom("nothing", "replace", "fail"), onError: act },
  { requiredKeys: [] },
);

/** The same middleware for either client; it notes all that it is told. */
function perform(given: readonly Acts[], log: unknown[]): Middleware[] {
  return given.map((each, index) => {
    const answer = (): Response => Response.json([`answer of ${index}`], { headers: { "x-by": `${index}` } });
    const note = (
      hook: string,
      { request, schemaPath, params, options }: Parameters<Exclude<Middleware["onRequest"], undefined>>[0],
      more: unknown,
    ): void => {
      const { querySerializer, pathSerializer, bodySerializer, baseUrl: base } = options;
      const written = [
        querySerializer({ tag: ["a", "b"] }),
        pathSerializer("/pets/{id}", { id: 1 }),
        bodySerializer({ a: 1 } as never),
      ];
      log.push([
        index,
        hook,
        request.method,
        request.url,
        request.headers.get("x-by"),
        schemaPath,
        params,
        base,
        written,
        more,
      ]);
    };
    const fail = (hook: string): never => {
      throw new Error(`${hook} of ${index}`);
    };
    const middleware = {
      ...(each.onRequest && {
        onRequest: (told: Parameters<NonNullable<Middleware["onRequest"]>>[0]) => {
          note("onRequest", told, undefined);
          if (each.onRequest === "fail") fail("onRequest");
          if (each.onRequest === "answer") return answer();
          return each.onRequest === "replace"
            ? new Request(told.request, { headers: { "x-by": `${index}` } })
            : told.request.headers.append("x-by", `${index}`);
        },
      }),
      ...(each.onResponse && {
        onResponse: async (told: Parameters<NonNullable<Middleware["onResponse"]>>[0]) => {
          note("onResponse", told, [told.response.headers.get("x-by"), await told.response.clone().text()]);
          if (each.onResponse === "fail") fail("onResponse");
          return each.onResponse === "replace" ? answer() : undefined;
        },
      }),
      ...(each.onError && {
        onError: async (told: Parameters<NonNullable<Middleware["onError"]>>[0]) => {
          note("onError", told, told.error instanceof Error && told.error.message.includes("refused"));
          if (each.onError === "fail") fail("onError");
          if (each.onError === "answer") return answer();
          return each.onError === "replace" ? new Error(`refused, says ${index}`) : undefined;
        },
      }),
    };
    return middleware as Middleware; // one without any hook is refused by `use`, and generated too
  });
}

describe("middleware", () => {
  const hooks = ["onRequest", "onResponse", "onError"];
  const some = acts.filter((each) => hooks.some((hook) => hook in each));

  test("is called in the order of bare openapi-fetch, is told the same, and has the same effect", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(some, { maxLength: 4 }), fc.boolean(), async (given, isRefused) => {
        const run = async (
          call: (log: unknown[], fetch: (request: Request) => Promise<Response>) => Promise<unknown>,
        ) => {
          const log: unknown[] = [];
          const fetch = async (request: Request): Promise<Response> => {
            log.push(["sent", request.headers.get("x-by")]);
            if (isRefused) throw new TypeError("connection refused");
            return Response.json(["from the server"]);
          };
          const outcome = await call(log, fetch).then(
            (result) => result,
            (error: unknown) =>
              error instanceof Error && error.message.includes("refused") ? "refused" : String(error),
          );
          return [...log, outcome];
        };
        const call = { params: { query: { page: 2 } } } as const;
        const one = await run(async (log, fetch) => {
          const client: AcmeClient = createAcmeClient({ baseUrl, fetch, retry: false });
          client.use(...perform(given, log));
          return (await client.GET("/pets", call)).data;
        });
        const other = await run(async (log, fetch) => {
          const client = createFetchClient<Record<string, never>>({ baseUrl, fetch });
          client.use(...perform(given, log));
          return ((await client.GET("/pets" as never, call as never)) as { data: unknown }).data;
        });
        expect(one).toEqual(other);
      }),
      { numRuns: 300 },
    );
  });

  test("that returns what it must not is refused, as bare openapi-fetch does", async () => {
    for (const hook of hooks) {
      const fetch = async (): Promise<Response> => {
        if (hook === "onError") throw new TypeError("refused");
        return Response.json([]);
      };
      const middleware = { [hook]: () => "text" } as unknown as Middleware;
      const client = createAcmeClient({ baseUrl, fetch, retry: false });
      client.use(middleware);
      await expect(client.GET("/pets")).rejects.toMatchObject({ name: "ConfigError", option: "use" });
      const bare = createFetchClient<Record<string, never>>({ baseUrl, fetch });
      bare.use(middleware);
      await expect(bare.GET("/pets" as never)).rejects.toThrow("must return");
    }
  });
});
