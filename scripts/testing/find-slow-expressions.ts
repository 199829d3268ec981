import { checkSync } from "recheck";
import type { FoundExpression } from "./find-expressions.ts";

// The other builds of the checker need Java or a native binary.
process.env["RECHECK_BACKEND"] = "pure";

/** An attack is counted in steps. By its limits in time the checker would call an expression slow because the machine is. */
const unhurried = { timeout: null, attackTimeout: null, attackLimit: 10_000_000 } as const;

/** Those of `expressions` that are not proved to be linear in the text they read, by their places. The same expression is checked once. */
export function findSlowExpressions(expressions: readonly FoundExpression[]): readonly string[] {
  const verdicts = new Map<string, boolean>();
  const isLinear = ({ source, flags }: FoundExpression): boolean => {
    if (source === undefined) return false;
    const key = `/${source}/${flags}`;
    const verdict = verdicts.get(key) ?? checkSync(source, flags, unhurried).status === "safe";
    verdicts.set(key, verdict);
    return verdict;
  };
  return expressions.filter((expression) => !isLinear(expression)).map(({ place }) => place);
}
