import { spawn } from "node:child_process";
import { startSmokeServer } from "./smoke-server.ts";

// Starts the servers of the smoke, and runs a command on them: serve-and-run.ts <program> <arguments…>, to which the two origins
// are appended.
const [program = "", ...args] = process.argv.slice(2);
const { home, elsewhere, close } = await startSmokeServer();
const child = spawn(program, [...args, home, elsewhere], { stdio: "inherit" });
child.on("error", (error) => {
  process.stderr.write(`${program} could not be started: ${error.message}\n`);
  process.exit(1);
});
child.on("close", (code) => {
  void close().then(() => process.exit(code ?? 1));
});
