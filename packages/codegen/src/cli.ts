#!/usr/bin/env node
import { generateWorkspace } from "./generate-workspace.ts";
await generateWorkspace({
  root: process.cwd(),
  platforms: process.argv.slice(3).filter((a) => !a.startsWith("-")),
  check: process.argv.includes("--check"),
  report: (line) => console.log(line),
});
