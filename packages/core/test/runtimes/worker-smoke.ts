import { runSmoke, type SmokePlace } from "./smoke.ts";

/** A worker whose test, as `workerd test` runs it, is the smoke. The bindings are the places. */
const worker: { test(controller: unknown, place: SmokePlace): Promise<void> } = {
  test: async (_controller, { home, elsewhere }) => {
    const lines: string[] = [];
    try {
      await runSmoke({ home, elsewhere }, (line) => lines.push(line));
    } catch (error) {
      throw new Error(lines.join("\n"), { cause: error });
    }
  },
};
export default worker;
