import { defineConfig, type ViteUserConfig } from "vitest/config";

const conditions = ["@labelwire/source"];

const config: ViteUserConfig = defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: [
      "packages/*/src/**/*.test.ts",
      "packages/*/test/**/*.test.ts",
      "scripts/**/*.test.ts",
      "bench/src/**/*.test.ts",
      "examples/*/src/**/*.test.ts",
      "examples/*/test/**/*.test.ts",
    ],
    // Many times what any test without a limit of its own takes, for machines that do other things as well.
    testTimeout: 60_000,
  },
});

export default config;
