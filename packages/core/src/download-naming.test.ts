import { expect, test } from "vitest";
import { download } from "./download.ts";

test("what fileName throws ends the transfer that it kept from being handed out", async () => {
  let signal: AbortSignal | undefined;
  const open = async (request: { readonly signal: AbortSignal }): Promise<Response> => {
    ({ signal } = request);
    return new Response("cats");
  };
  const fileName = (): never => {
    throw new Error("no name");
  };
  await expect(download(open, { fileName })).rejects.toThrow("no name");
  expect(signal?.aborted).toBe(true);
});

test("a file is not saved to an empty path, which would be the working folder", async () => {
  const file = await download(async () => new Response("cats"));
  await expect(file.save("")).rejects.toMatchObject({ name: "ConfigError", option: "target" });
});
