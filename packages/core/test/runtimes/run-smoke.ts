import process from "node:process";
import { runSmoke } from "./smoke.ts";

// Runs the smoke in the runtime that runs this: run-smoke.ts <folder> <home> <elsewhere>
const [folder = "", home = "", elsewhere = ""] = process.argv.slice(2);
await runSmoke({ home, elsewhere, folder }, (line) => process.stdout.write(`${line}\n`));
process.exit(0);
