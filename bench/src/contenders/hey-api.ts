import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { objectText, pathText, prelude, queryText } from "../call-text.ts";
import type { Contender } from "../contender.ts";
import { functionName } from "../function-name.ts";
import { runPeer } from "../run-peer.ts";

/** hey-api's SDK over its fetch client. */
export const heyApi: Contender = {
  name: "hey-api",
  prepare: async (context) => {
    const config = {
      input: context.specFile,
      output: { path: "client" },
      logs: { file: false },
      plugins: ["@hey-api/client-fetch", "@hey-api/typescript", "@hey-api/sdk"],
    };
    writeFileSync(join(context.folder, "hey-api.config.mjs"), `export default ${JSON.stringify(config)};\n`);
    await runPeer(["openapi-ts", "--file", "hey-api.config.mjs"], context);
  },
  code: (calls) =>
    [
      prelude,
      'import { createClient, createConfig } from "./client/client/index.ts";',
      `import { ${calls.map(({ id }) => functionName(id)).join(", ")} } from "./client/sdk.gen.ts";`,
      'const client = createClient(createConfig({ baseUrl: "https://api.example.com" }));',
      ...calls.map((call) => {
        const members = [
          ["client", "client"],
          ["path", pathText(call)],
          ["query", queryText(call)],
          ["body", call.hasBody ? "input" : undefined],
        ] as const;
        return `use((await ${functionName(call.id)}(${objectText(members) ?? ""})).data);`;
      }),
    ].join("\n"),
};
