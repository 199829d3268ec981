import type { CallState } from "./call-state.ts";
import type { Hooks, RequestFacts } from "./hooks.ts";
import { redactUrl } from "./redact-url.ts";

type FactsOf<Name extends keyof Hooks> = Parameters<NonNullable<Hooks[Name]>>[0];

/** Tells an observer of the attempt under way. What it throws or rejects with is dropped: it must not break what it watches. */
export function notify<Name extends keyof Hooks>(
  { hooks, operation, request, attempts: attempt, base }: CallState,
  name: Name,
  more: () => Omit<FactsOf<Name>, keyof RequestFacts>,
): void {
  // TypeScript cannot tell which member a generic name picks; `more` gives what that one lacks.
  const hook = hooks[name] as ((facts: object) => unknown) | undefined;
  if (!hook || !request) return;
  const facts = { operation, method: request.method, url: redactUrl(request.url, base.origin), attempt, ...more() };
  (async () => hook(facts))().catch(() => undefined);
}
