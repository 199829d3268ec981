import { fileURLToPath } from "node:url";
import { runRefresh } from "@labelwire/codegen/repository";

process.exitCode = await runRefresh(process.argv.slice(2), {
  folder: fileURLToPath(new URL("..", import.meta.url)),
  out: (line) => console.log(line),
  error: (line) => console.error(line),
});
