import { readFile } from "node:fs/promises";
import { chromium, type Browser, type Page } from "playwright";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { startPage, type ServedPage } from "../../src/start-page.ts";
import { findChromium } from "../../../../scripts/testing/find-chromium.ts";

let browser: Browser;
beforeAll(async () => {
  const args = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-background-networking"];
  browser = await chromium.launch({ executablePath: findChromium(), args });
});
afterAll(() => browser.close());

const accessToken = "token-of-the-tests";
const tasks = Array.from({ length: 30 }, (_, index) => ({ name: `cats ${index + 1}` }));

async function open(): Promise<ServedPage & { page: Page; faults: unknown[] }> {
  const served = await startPage({ seed: 1, auth: { accessToken }, state: { tasks } });
  const page = await browser.newPage({ acceptDownloads: true });
  onTestFinished(async () => {
    await page.close();
    await served.server.close();
  });
  const faults: unknown[] = [];
  page.on("pageerror", (error) => faults.push(error));
  await page.goto(served.server.origin);
  return { ...served, page, faults };
}

async function list(page: Page, token: string): Promise<void> {
  await page.getByLabel("Access token").fill(token);
  await page.getByRole("button", { name: "List tasks" }).click();
}

test("the page lists the tasks of all pages, and saves an export", async () => {
  const { page, mock, faults } = await open();
  await list(page, accessToken);
  await page.getByText("30 tasks").waitFor();
  expect(await page.getByRole("listitem").count()).toBe(30);
  expect(mock.requests("tasks_list")).toHaveLength(2);

  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Export cats 30" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/\.zip$/);
  const bytes = await readFile(await download.path());
  expect(bytes.subarray(0, 2).toString()).toBe("PK");
  await page.getByText(`${download.suggestedFilename()} saved`).waitFor();
  expect(faults).toEqual([]);
});

test("a refused token is a sentence on the page, without the token", async () => {
  const { page, faults } = await open();
  await list(page, "wrong-token");
  await page.getByText("401 Unauthorized").waitFor();
  expect(await page.getByRole("status").textContent()).not.toContain("wrong-token");
  expect(faults).toEqual([]);
});
