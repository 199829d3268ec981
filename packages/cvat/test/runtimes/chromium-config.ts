import { accessSync, constants } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { playwright } from "@vitest/browser-playwright";
import { defineConfig } from "vitest/config";

/** The Chromium of the system, from the PATH: playwright's own is not downloaded. */
function findChromium(): string {
  for (const folder of (process.env["PATH"] ?? "").split(path.delimiter)) {
    for (const name of ["chromium", "chromium-browser", "google-chrome"]) {
      const program = path.join(folder, name);
      try {
        accessSync(program, constants.X_OK);
        return program;
      } catch {
        continue;
      }
    }
  }
  throw new Error("There is no chromium on the PATH. Install it, such as by: apt-get install -y chromium");
}

// The client and its uploads in headless Chromium, against a server on loopback of another origin.
export default defineConfig({
  root: fileURLToPath(new URL("../..", import.meta.url)),
  resolve: { conditions: ["@labelwire/source"] },
  // Found while the tests run, they would be bundled then, and the page loaded anew in the middle of a test.
  optimizeDeps: { include: ["tus-js-client", "@labelwire/core > openapi-fetch"] },
  test: {
    include: ["test/runtimes/chromium-upload.ts"],
    testTimeout: 20_000,
    globalSetup: ["test/runtimes/provide-tus-server.ts"],
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      instances: [{ browser: "chromium" }],
      provider: playwright({
        launchOptions: {
          executablePath: findChromium(),
          args: [
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
          ],
        },
      }),
    },
  },
});
