import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { prelude } from "../call-text.ts";
import type { Contender } from "../contender.ts";
import { functionName } from "../function-name.ts";
import { runPeer } from "../run-peer.ts";

/** orval's functions over bare fetch: no auth, retry, deadline or error decoding. */
export const orval: Contender = {
  name: "orval",
  prepare: async (context) => {
    const config = {
      api: { input: context.specFile, output: { target: "client.ts", client: "fetch", mode: "single" } },
    };
    writeFileSync(join(context.folder, "orval.config.mjs"), `export default ${JSON.stringify(config)};\n`);
    await runPeer(["orval", "--config", "orval.config.mjs"], context);
  },
  code: (calls) =>
    [
      prelude,
      `import { ${calls.map(({ id }) => functionName(id)).join(", ")} } from "./client.ts";`,
      ...calls.map(({ id, pathValues, hasBody, requiredQuery }) => {
        // Required parameters come first and `never` fits each of them, so only their number matters.
        const rest = [...(hasBody ? ["input"] : []), ...(requiredQuery.length > 0 ? ["input"] : [])];
        return `use((await ${functionName(id)}(${[...Object.values(pathValues), ...rest].join(", ")})).data);`;
      }),
    ].join("\n"),
};
