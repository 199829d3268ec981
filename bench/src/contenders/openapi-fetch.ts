import { initText, prelude } from "../call-text.ts";
import type { Contender } from "../contender.ts";
import { runPeer } from "../run-peer.ts";

/** Bare openapi-fetch over the types of openapi-typescript. */
export const openapiFetch: Contender = {
  name: "openapi-fetch",
  prepare: (context) => runPeer(["openapi-typescript", context.specFile, "--output", "schema.d.ts"], context),
  code: (calls) =>
    [
      prelude,
      'import createClient from "openapi-fetch";',
      'import type { paths } from "./schema.d.ts";',
      'const client = createClient<paths>({ baseUrl: "https://api.example.com" });',
      ...calls.map((call) => {
        const init = initText(call);
        const rest = init === undefined ? "" : `, ${init}`;
        return `use((await client.${call.method.toUpperCase()}(${JSON.stringify(call.path)}${rest})).data);`;
      }),
    ].join("\n"),
};
