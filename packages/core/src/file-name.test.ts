import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cpuMs } from "../../../scripts/testing/cpu-ms.ts";
import { quickestRun } from "../../../scripts/testing/quickest-run.ts";
import { dispositionFileName } from "./content-disposition.ts";
import { responseFileName, safeFileName } from "./file-name.ts";

describe("Content-Disposition", () => {
  test.each([
    [null, undefined],
    ["", undefined],
    ["attachment", undefined],
    ["attachment; filename", undefined],
    ["attachment; filename=", ""],
    ["attachment; filename=export.zip", "export.zip"],
    ["attachment;filename=export.zip;size=3", "export.zip"],
    ['attachment; filename="two words.zip"', "two words.zip"],
    ['attachment; FILENAME = "a;b=c.zip"', "a;b=c.zip"],
    ['attachment; filename="a \\"b\\" \\\\ c.zip"', 'a "b" \\ c.zip'],
    ['attachment; filename="C:\\temp\\x.zip"', "C:\\temp\\x.zip"],
    ['attachment; filename="unclosed.zip', "unclosed.zip"],
    ['attachment; filename="first.zip"; filename="second.zip"', "first.zip"],
    ["attachment; filename=plain.zip; filename*=UTF-8''na%C3%AFve.zip", "naïve.zip"],
    ["attachment; filename*=utf-8'en'%e2%82%ac.zip; filename=plain.zip", "€.zip"],
    ["attachment; filename*=UTF-8''rex's%20and%20tom's.zip", "rex's and tom's.zip"],
    ["attachment; filename*=UTF-8''; filename=plain.zip", "plain.zip"],
    ["attachment; filename*=; filename=plain.zip", "plain.zip"],
    ["attachment; filename*=ISO-8859-1''%A3.zip", "£.zip"],
    ["attachment; filename*=UTF-8''%C3%28.zip; filename=plain.zip", "plain.zip"],
    ["attachment; filename*=UTF-8''%zz; filename=plain.zip", "plain.zip"],
    ["attachment; filename*=UTF-16''%00a; filename=plain.zip", "plain.zip"],
    ["attachment; filename*=nothing; filename=plain.zip", "plain.zip"],
    ["attachment; filename=na\u00c3\u00afve.zip", "naïve.zip"],
    ["attachment; filename=na\u00efve.zip", "naïve.zip"],
  ])("%j gives %j", (header, name) => {
    expect(dispositionFileName(header)).toBe(name);
  });

  test.each([
    ["quotes", `attachment; filename="${'\\"'.repeat(50_000)}`],
    ["semicolons", `attachment${";".repeat(100_000)}`],
    ["equals", `attachment; ${"=".repeat(100_000)}`],
    ["spaces", `attachment; filename=${" ".repeat(100_000)}x`],
    ["percents", `attachment; filename*=UTF-8''${"%".repeat(100_000)}`],
    ["apostrophes", `attachment; filename*=${"'".repeat(100_000)}`],
    ["parameters", `attachment${"; a=b".repeat(20_000)}`],
    ["dots", `attachment; filename=${".".repeat(100_000)}x`],
    ["device", `attachment; filename=con${" ".repeat(100_000)}x`],
  ])("100 kB of %s are read in under 50 ms", async (_name, header) => {
    const headers = new Headers({ "content-disposition": header });
    const quickest = await quickestRun(50, () => cpuMs(() => responseFileName({ headers, url: "" }, "fallback")));
    expect(quickest).toBeLessThan(50);
  });
});

describe("safeFileName", () => {
  test.each([
    ["export.zip", "export.zip"],
    ["../../etc/passwd", "passwd"],
    ["..\\..\\boot.ini", "boot.ini"],
    ["/etc/cron.d/job", "job"],
    ["C:\\Windows\\evil.dll", "evil.dll"],
    ["C:evil.dll", "C_evil.dll"],
    ["file.txt:hidden", "file.txt_hidden"],
    ["..", ""],
    [".", ""],
    ["...", ""],
    ["a/", ""],
    ["", ""],
    [" ", ""],
    ["name. . ", "name"],
    [".npmrc", "_npmrc"],
    ["..hidden", "_.hidden"],
    ["CON", "_CON"],
    ["nul.txt", "_nul.txt"],
    ["com1.tar.gz", "_com1.tar.gz"],
    ["LPT\u00b9", "_LPT\u00b9"],
    ["con .txt", "_con .txt"],
    ["console.txt", "console.txt"],
    ["a\u0000b\r\nc\u007f.zip", "a_b__c_.zip"],
    ["invoice\u202efdp.exe", "invoice_fdp.exe"],
    ["half\ud800.zip", "half_.zip"],
    ['<a>"b"|c?d*.zip', "_a__b__c_d_.zip"],
    ["%2e%2e%2fpasswd", "%2e%2e%2fpasswd"],
    ["Ünïcode 数据 🐱.zip", "Ünïcode 数据 🐱.zip"],
    ["u\u0308.zip", "ü.zip"],
  ])("%j becomes %j", (name, safe) => {
    expect(safeFileName(name)).toBe(safe);
  });

  test("keeps the extension and whole characters when it shortens", () => {
    expect(safeFileName(`${"a".repeat(500)}.tar.gz`)).toBe(`${"a".repeat(197)}.gz`);
    expect(safeFileName(`${"猫".repeat(100)}.zip`)).toBe(`${"猫".repeat(65)}.zip`);
    expect(safeFileName(`x.${"e".repeat(500)}`)).toHaveLength(200);
  });

  test("whatever it is given, the result is one harmless segment, and safe again", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary", maxLength: 300 }), fc.string({ maxLength: 300 })), (name) => {
        const safe = safeFileName(name);
        expect(safe).not.toMatch(/[/\\:*?"<>|\p{Cc}]|^\.|[. ]$/u);
        expect(new TextEncoder().encode(safe).length).toBeLessThanOrEqual(200);
        expect(safeFileName(safe)).toBe(safe);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("responseFileName", () => {
  const response = (url: string, disposition?: string) => ({
    url,
    headers: new Headers(disposition === undefined ? {} : { "content-disposition": disposition }),
  });

  test.each([
    [response("https://s.example/a/b.zip", 'attachment; filename="x.zip"'), "x.zip"],
    [response("https://s.example/a/b.zip?sig=secret#part"), "b.zip"],
    [response("https://s.example/a/b.zip", 'attachment; filename=".."'), "b.zip"],
    [response("https://s.example/a/na%C3%AFve%20file.zip"), "naïve file.zip"],
    [response("https://s.example/a/..%2F..%2Fpasswd"), "passwd"],
    [response("https://s.example/a/%zz.zip"), "%zz.zip"],
    [response("https://s.example/"), "fallback"],
    [response(""), "fallback"],
  ])("%# takes the best there is", (answer, name) => {
    expect(responseFileName(answer, "fallback")).toBe(name);
  });

  test("has a name when nothing gives one", () => {
    expect(responseFileName(response(""), "../")).toBe("download");
  });
});
