import type { Exchange, MockBehaviour, MockTools } from "@labelwire/core/msw";

/** An hour, which the platform takes where nothing is asked for. */
const defaultWidth = 3_600_000;

const widths: Readonly<Record<string, number>> = {
  minute: 60_000,
  "10_minutes": 600_000,
  hour: defaultWidth,
  day: 86_400_000,
};

/** The most points of one series, so that a year by the minute does not fill a test's memory. */
const mostPoints = 10_000;

interface Counts {
  readonly total_messages: number;
  readonly total_evaluated_messages: number;
  readonly found: number;
  readonly clear: number;
}

/** Figures of a range: a point for each bucket, counts that add up, and the tool that was asked for. */
export function createAnalytics(tools: MockTools<never>): NonNullable<MockBehaviour<never>["operations"]> {
  const count = (purpose: string, most: number): Counts => {
    const random = tools.random(`analytics|${purpose}`);
    const total = random.integer(0, most);
    const evaluated = random.integer(0, total);
    const found = random.integer(0, evaluated);
    return { total_messages: total, total_evaluated_messages: evaluated, found, clear: evaluated - found };
  };

  /** The same instant has the same counts in every series, whatever it calls them. */
  const series =
    (found: string, clear: string) =>
    (exchange: Exchange): Response => {
      const points = instants(exchange).map((timestamp) => {
        const { found: withAny, clear: without, ...totals } = count(timestamp, 200);
        return { timestamp, ...totals, [found]: withAny, [clear]: without };
      });
      return tools.succeed(exchange, points);
    };

  const summary = (exchange: Exchange): Response => {
    const { start, end } = exchange.params.query;
    const { found, clear, ...totals } = count(`${String(start)}|${String(end)}`, 20_000);
    return tools.succeed(exchange, {
      ...totals,
      messages_with_hallucinations: found,
      messages_without_hallucinations: clear,
      total_hallucinations: found * 2,
      hallucination_rate: found === 0 ? 0 : found / totals.total_evaluated_messages,
    });
  };

  return {
    get_issues_timeseries: series("with_issues", "without_issues"),
    get_hallucinations_timeseries: series("with_hallucinations", "without_hallucinations"),
    get_hallucinations_summary_stats: summary,
    get_parameter_hallucination_rates: (exchange) =>
      tools.succeed(exchange, { tool_name: exchange.params.query["tool_name"] }),
  };
}

/** The beginnings of the buckets: `start` belongs to the range, and `end` does not. */
function instants({ params: { query } }: Exchange): readonly string[] {
  const { bucket } = query;
  const width = (typeof bucket === "string" ? widths[bucket] : undefined) ?? defaultWidth;
  const [start, end] = [Date.parse(String(query["start"])), Date.parse(String(query["end"]))];
  const found = Math.ceil((end - start) / width);
  // Instants that cannot be read come only where the mock lets invalid requests through.
  const length = found > 0 ? Math.min(found, mostPoints) : 0;
  return Array.from({ length }, (_, index) => new Date(start + index * width).toISOString());
}
