import { createBlueGuardrailsClient, unwrap } from "@labelwire/blue-guardrails";
import { createBlueGuardrailsMock } from "@labelwire/blue-guardrails/msw";
import {
  getHallucinationsSummaryStats,
  getHallucinationsTimeseries,
  getIssuesTimeseries,
  getParameterHallucinationRates,
} from "@labelwire/blue-guardrails/operations";
import { describe, expect, test } from "vitest";

const guardrails = createBlueGuardrailsClient({ auth: { apiKey: "any" }, fetch: createBlueGuardrailsMock().fetch });
const start = "2026-01-01T00:00:00Z";
const end = "2026-01-02T12:00:00Z";

describe("the mock's analytics", () => {
  test.each([
    ["hour", 36, "2026-01-02T11:00:00.000Z"],
    ["day", 2, "2026-01-02T00:00:00.000Z"],
    ["10_minutes", 216, "2026-01-02T11:50:00.000Z"],
    ["minute", 2160, "2026-01-02T11:59:00.000Z"],
  ] as const)("have a point for each %s, from the start and before the end", async (bucket, count, last) => {
    const points = await unwrap(getIssuesTimeseries(guardrails, { params: { query: { start, end, bucket } } }));
    expect(points).toHaveLength(count);
    expect(points[0]?.timestamp).toBe("2026-01-01T00:00:00.000Z");
    expect(points.at(-1)?.timestamp).toBe(last);
  });

  test("have hours if nothing is said, and no point where the range has no time in it", async () => {
    const hours = await unwrap(getIssuesTimeseries(guardrails, { params: { query: { start, end } } }));
    expect(hours).toHaveLength(36);
    const none = { params: { query: { start: end, end: start } } };
    expect(await unwrap(getHallucinationsTimeseries(guardrails, none))).toEqual([]);
    const endless = { start: "1970-01-01T00:00:00Z", end, bucket: "minute" } as const;
    expect(await unwrap(getIssuesTimeseries(guardrails, { params: { query: endless } }))).toHaveLength(10_000);
  });

  test("add up, and say the same of an instant in every series", async () => {
    const params = { query: { start, end } };
    const issues = await unwrap(getIssuesTimeseries(guardrails, { params }));
    const hallucinations = await unwrap(getHallucinationsTimeseries(guardrails, { params }));
    for (const [index, point] of issues.entries()) {
      const { total_messages: total = 0, total_evaluated_messages: evaluated = 0, with_issues: found = 0 } = point;
      expect(evaluated).toBe(found + (point.without_issues ?? Number.NaN));
      expect(evaluated).toBeLessThanOrEqual(total);
      expect(hallucinations[index]).toMatchObject({ total_messages: total, with_hallucinations: found });
    }
    const sum = await unwrap(getHallucinationsSummaryStats(guardrails, { params }));
    const found = sum.messages_with_hallucinations ?? Number.NaN;
    expect(found + (sum.messages_without_hallucinations ?? 0)).toBe(sum.total_evaluated_messages);
    expect(sum.hallucination_rate).toBeCloseTo(found / (sum.total_evaluated_messages ?? 1));
  });

  test("are about the tool that was asked for", async () => {
    const query = { start, end, tool_name: "search & find" };
    const rates = await unwrap(getParameterHallucinationRates(guardrails, { params: { query } }));
    expect(rates.tool_name).toBe("search & find");
  });
});
