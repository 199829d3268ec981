import { fileURLToPath } from "node:url";
import { defineConfig, type ViteUserConfig } from "vitest/config";

// The tests run in Node and drive a page in Chromium.
const conditions = ["@labelwire/source"];

const config: ViteUserConfig = defineConfig({
  root: fileURLToPath(new URL("../..", import.meta.url)),
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: { include: ["test/runtimes/chromium-page.ts"], testTimeout: 60_000, hookTimeout: 60_000 },
});

export default config;
