import { createBlueGuardrailsClient, runExperiment, unwrap } from "@labelwire/blue-guardrails";
import { createBlueGuardrailsMock, createMockClock } from "@labelwire/blue-guardrails/msw";
import { createApiKey } from "@labelwire/blue-guardrails/operations";
import { expect, test } from "vitest";

test("on a mock clock an experiment is done without waiting, and keys are made when it says", async () => {
  const clock = createMockClock({ now: Date.UTC(2030, 0, 1) });
  const mock = createBlueGuardrailsMock({ clock });
  const guardrails = createBlueGuardrailsClient({ auth: { apiKey: "any" }, fetch: mock.fetch, clock });
  const real = performance.now();

  mock.fail("get_experiment", { status: 503, retryAfterSeconds: 30, times: 2 });
  const conversation = "497f6eca-6276-4993-bfeb-53cbbbba6f08";
  const done = await runExperiment(guardrails, { name: "n", model: "m", conversation_ids: [conversation] });
  expect(done.status_summary?.completed).toBe(1);

  const shownMs = clock.now() - Date.UTC(2030, 0, 1);
  expect(shownMs).toBeGreaterThan(60_000);
  expect(performance.now() - real).toBeLessThan(shownMs / 10);
  const key = await unwrap(createApiKey(guardrails, { body: { name: "k", scope: "user", expires_in_days: 1 } }));
  expect(Date.parse(key.created_at ?? "")).toBe(clock.now());
  expect(Date.parse(key.expires_at ?? "") - clock.now()).toBe(86_400_000);
});
