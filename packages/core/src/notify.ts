import type { CallState } from "./call-state.ts";
import type { Hooks, RequestFacts } from "./hooks.ts";
import { redactUrl } from "./redact-url.ts";

type FactsOf<Name extends keyof Hooks> = Parameters<NonNullable<Hooks[Name]>>[0];

/** Tells an observer of the attempt under way. What it throws or rejects with is dropped: it must not break what it watches. */
export function notify<Name extends keyof Hooks>(
  call: CallState,
  name: Name,
  more: Omit<FactsOf<Name>, keyof RequestFacts>,
): void {
  // TypeScript cannot tell which member a generic name picks; `more` has what that one lacks.
  const hook = call.hooks[name] as ((facts: object) => unknown) | undefined;
  const { operation, request, attempts: attempt } = call;
  if (hook === undefined || request === undefined) return;
  const ignore = (): void => undefined;
  try {
    const url = redactUrl(request.url, call.base.origin);
    Promise.resolve(hook({ operation, method: request.method, url, attempt, ...more })).catch(ignore);
  } catch {
    ignore();
  }
}
