import { fileURLToPath } from "node:url";
import { defineConfig, type ViteUserConfig } from "vitest/config";

const conditions = ["@labelwire/source"];

// A step of `pnpm test:matrix`, which installs Prism before: it is too large for everybody's installation.
const config: ViteUserConfig = defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: { include: ["operations.ts"], testTimeout: 20_000 },
});

export default config;
