import { expect, test } from "vitest";
import { readTaskSource } from "./read-task-source.ts";

test("a list of files is left to be opened", () => {
  const files = ["./1.jpg", "C:\\cats\\2.jpg", new File(["x"], "3.jpg")];
  expect(readTaskSource(files)).toBe(files);
});

test("addresses are the server's to fetch", () => {
  const remoteFiles = ["https://pets.example/1.jpg"];
  expect(readTaskSource({ remoteFiles })).toEqual({ remote_files: remoteFiles });
});

test.each(["https://pets.example/2.jpg", "HTTP://pets.example/2.jpg"])("%s among files is no path", (address) => {
  expect(() => readTaskSource(["./1.jpg", address])).toThrow(
    expect.objectContaining({
      name: "ConfigError",
      option: "data[1]",
      message: "data[1] is an address, not a file: give what the server is to fetch as { remoteFiles }.",
    }) as Error,
  );
});
