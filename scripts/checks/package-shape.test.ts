import { expect, test } from "vitest";
import { checkPackageShape } from "./package-shape.ts";
import { manifestOf, packageOf, repositoryOf } from "./testing.ts";

test("a package of the common shape passes", () => {
  expect(checkPackageShape(repositoryOf(packageOf("acme")))).toEqual([]);
});

test.each(["package.json", "README.md", "LICENSE", "tsconfig.json", "tsconfig.build.json", "src/index.ts"])(
  "a missing %s is found",
  (file) => {
    const path = `packages/acme/${file}`;
    const { [path]: _removed, ...rest } = packageOf("acme");
    const findings = checkPackageShape(repositoryOf(rest));
    expect(findings).toContainEqual(expect.objectContaining({ file: path, problem: "is missing or empty" }));
  },
);

test("an empty README is found", () => {
  const findings = checkPackageShape(repositoryOf({ ...packageOf("acme"), "packages/acme/README.md": "\n" }));
  expect(findings.map(({ file }) => file)).toEqual(["packages/acme/README.md"]);
});

test("a licence of its own is found", () => {
  const findings = checkPackageShape(repositoryOf({ ...packageOf("acme"), "packages/acme/LICENSE": "Apache" }));
  expect(findings).toEqual([expect.objectContaining({ problem: "differs from LICENSE at the root" })]);
});

test.each([
  ["name", "acme"],
  ["license", "ISC"],
  ["type", "commonjs"],
  ["sideEffects", true],
  ["engines", { node: ">=18" }],
  ["files", ["dist"]],
  ["publishConfig", { access: "public" }],
  ["scripts", { build: "tsup", postinstall: "node run.js" }],
])("a different %s is found, with the value to set", (member, value) => {
  const findings = checkPackageShape(repositoryOf(packageOf("acme", manifestOf("acme", { [member]: value }))));
  expect(findings).toEqual([
    {
      file: "packages/acme/package.json",
      problem: `"${member}" is not what every package has`,
      mend: expect.stringMatching(/^Set it to /),
    },
  ]);
});

test("a missing description is found", () => {
  const findings = checkPackageShape(repositoryOf(packageOf("acme", manifestOf("acme", { description: " " }))));
  expect(findings.map(({ problem }) => problem)).toEqual(['"description" is missing']);
});
