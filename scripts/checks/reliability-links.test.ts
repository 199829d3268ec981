import { expect, test } from "vitest";
import { checkReliabilityLinks } from "./reliability-links.ts";
import { repositoryOf } from "./testing.ts";

const file = "packages/core/test/hazards/01-redirects.test.ts";
const files = { [file]: 'test("a redirect is refused", () => {});' };
const row = (name: string, target = `../${file}`): string => `| promise | limit | [${name}](${target}) |`;

test("links to tests that exist pass", () => {
  const page = row("a redirect is refused");
  expect(checkReliabilityLinks(repositoryOf({ ...files, "docs/reliability.md": page }))).toEqual([]);
});

test("a file and a test that do not exist are found", () => {
  const page = [row("a redirect is refused"), row("x", "../packages/gone.test.ts"), row("a link")].join("\n");
  expect(checkReliabilityLinks(repositoryOf({ ...files, "docs/reliability.md": page }))).toEqual([
    expect.objectContaining({ problem: "links to packages/gone.test.ts, which does not exist" }),
    expect.objectContaining({ problem: `names the test "a link", which ${file} does not have` }),
  ]);
});

test("a part of a test's name is not its name", () => {
  const page = row("a redirect");
  expect(checkReliabilityLinks(repositoryOf({ ...files, "docs/reliability.md": page }))).toHaveLength(1);
});

test("a hazard that no row links to is found, and so is a missing page", () => {
  const finding = expect.objectContaining({ file, problem: "holds no promise of docs/reliability.md" });
  expect(checkReliabilityLinks(repositoryOf({ ...files, "docs/reliability.md": "" }))).toEqual([finding]);
  expect(checkReliabilityLinks(repositoryOf(files))).toEqual([finding]);
});
