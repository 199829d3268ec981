import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

/** A server that gives one answer to every request. */
export interface AnswerServer {
  readonly url: string;
  readonly stop: () => void;
}

/**
 * Starts a server on loopback, in a process of its own: in ours, the time in which it reads requests and writes answers would be part of
 * the time of every caller alike, and make their ratios better than they are.
 */
export async function startAnswerServer(body: string): Promise<AnswerServer> {
  const child = fork(join(import.meta.dirname, "serve-answer.ts"));
  child.send(body);
  const [port] = (await once(child, "message")) as [number]; // what serve-answer.ts sends
  return { url: `http://127.0.0.1:${port}`, stop: () => child.disconnect() };
}
