import { expect, test } from "vitest";
import { startAnswerServer } from "./answer-server.ts";

test("answers every request alike, from a process of its own, until it is stopped", async () => {
  const { url, stop } = await startAnswerServer('["é"]');
  for (const path of ["/a", "/b"]) {
    const response = await fetch(url + path);
    expect(response.headers.get("content-type")).toBe("application/json");
    expect(await response.json()).toEqual(["é"]);
  }
  expect(process.getActiveResourcesInfo()).not.toContain("TCPServerWrap");
  stop();
  await expect
    .poll(() =>
      fetch(url).then(
        () => "up",
        () => "down",
      ),
    )
    .toBe("down");
});
