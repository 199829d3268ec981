// Run as a process of its own by repeat-overhead.ts, which gives the client's name and is sent its figures.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chooseRead } from "./choose-read.ts";
import { clientSets } from "./client-set.ts";
import { measureOverhead } from "./measure-overhead.ts";
import { readOperationCalls } from "./operation-call.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const [, , wanted] = process.argv;
const set = clientSets(root).find(({ name }) => name === wanted);
if (set === undefined) throw new Error(`There is no client ${wanted}.`);
const read = chooseRead(readOperationCalls(readFileSync(set.specFile, "utf8")));
if (read === undefined) throw new Error(`${wanted} has no read to measure.`);
process.send?.(await measureOverhead(read, { set, peers: join(root, "bench/peers") }));
