/** What one run of the hazard suite on the naive subject shows. */
export interface Verdict {
  /** How many tests failed, as they all should. */
  readonly failed: number;
  readonly total: number;
  /** Tests that the naive subject passes: they prove nothing about the core. */
  readonly survivors: readonly string[];
  /** What failed for a reason that is no hazard: a file that does not load, a test that did not run. */
  readonly faults: readonly string[];
}

interface TestReport {
  readonly fullName: string;
  readonly status: string;
  readonly failureMessages?: readonly string[] | null;
}

interface FileReport {
  readonly name: string;
  readonly message?: string;
  readonly assertionResults: readonly TestReport[];
}

/** The part of vitest's JSON report that is read here. */
export interface NaiveReport {
  readonly testResults: readonly FileReport[];
}

/** A member that the naive subject lacks would fail any test, so that is no proof either. */
const isMissingPart = /TypeError: \S+ is not a function/;

/** Judges a run on the naive subject: it is as it should be where every test failed, and failed at what it tests. */
export function judgeReport({ testResults }: NaiveReport): Verdict {
  const tests = testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map((test) => ({ ...test, label: `${name}: ${test.fullName}` })),
  );
  const withStatus = (wanted: string): typeof tests => tests.filter(({ status }) => status === wanted);
  return {
    failed: withStatus("failed").length,
    total: tests.length,
    survivors: withStatus("passed").map(({ label }) => label),
    faults: [
      ...testResults
        .filter(({ assertionResults }) => assertionResults.length === 0)
        .map(({ name, message = "" }) => `${name} did not load. ${message}`),
      ...tests
        .filter(({ status }) => status !== "failed" && status !== "passed")
        .map(({ label, status }) => `${label}: ${status}`),
      ...withStatus("failed")
        .filter(({ failureMessages }) => failureMessages?.some((message) => isMissingPart.test(message)))
        .map(({ label, failureMessages }) => `${label}: ${failureMessages?.[0]?.split("\n")[0] ?? ""}`),
    ],
  };
}
