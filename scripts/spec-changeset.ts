import { fileURLToPath } from "node:url";
import { runChangeset } from "@labelwire/codegen/repository";

process.exitCode = await runChangeset(process.argv.slice(2), {
  folder: fileURLToPath(new URL("..", import.meta.url)),
  out: (line) => console.log(line),
  error: (line) => console.error(line),
});
