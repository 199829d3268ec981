import { fileURLToPath } from "node:url";
import { defineConfig, type ViteUserConfig } from "vitest/config";
import { chromiumSettings } from "../../../../scripts/testing/chromium-settings.ts";
import { needsNode } from "./needs-node.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const conditions = ["@labelwire/source"];

// The core's tests in headless Chromium: all that need nothing of Node's, and the smoke against real servers.
const config: ViteUserConfig = defineConfig({
  root,
  resolve: { conditions },
  // Found while the tests run, they would be bundled then, and the page loaded anew in the middle of a test.
  optimizeDeps: { include: ["ajv", "ajv-formats", "fast-check", "msw", "openapi-fetch"] },
  test: {
    include: ["src/**/*.test.ts", "test/*.test.ts", "test/runtimes/chromium-smoke.ts"],
    exclude: needsNode(root),
    testTimeout: 20_000,
    globalSetup: ["test/runtimes/provide-smoke-server.ts"],
    browser: chromiumSettings(),
  },
});

export default config;
