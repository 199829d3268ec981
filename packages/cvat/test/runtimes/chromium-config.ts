import { fileURLToPath } from "node:url";
import { defineConfig, type ViteUserConfig } from "vitest/config";
import { chromiumSettings } from "../../../../scripts/testing/chromium-settings.ts";

// The client and its uploads in headless Chromium, against a server on loopback of another origin.
const config: ViteUserConfig = defineConfig({
  root: fileURLToPath(new URL("../..", import.meta.url)),
  resolve: { conditions: ["@labelwire/source"] },
  // Found while the tests run, they would be bundled then, and the page loaded anew in the middle of a test.
  optimizeDeps: { include: ["tus-js-client", "@labelwire/core > openapi-fetch", "msw"] },
  test: {
    include: ["test/runtimes/chromium-upload.ts"],
    testTimeout: 20_000,
    globalSetup: ["test/runtimes/provide-tus-server.ts"],
    browser: chromiumSettings(),
  },
});

export default config;
