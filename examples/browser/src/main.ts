import { startPage } from "./start-page.ts";

const { server } = await startPage({ seed: 1, state: { tasks: [{ name: "cats" }, { name: "dogs" }] } });
console.log(`The page is at ${server.origin}. Any token will do. Ctrl-C ends it.`);
