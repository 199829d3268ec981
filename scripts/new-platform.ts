import { fileURLToPath } from "node:url";
import { runNewPlatform } from "@labelwire/codegen/repository";
import { format, resolveConfig } from "prettier";

const folder = fileURLToPath(new URL("..", import.meta.url));
const settings = await resolveConfig(new URL("../package.json", import.meta.url));

process.exitCode = await runNewPlatform(process.argv.slice(2), {
  folder,
  out: (line) => console.log(line),
  error: (line) => console.error(line),
  format: (file, text) => format(text, { ...settings, filepath: file }),
});
