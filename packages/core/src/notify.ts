/** Tells an observer. What it throws, or rejects with, is dropped: it must not break the call it watches. */
export function notify<Facts>(hook: ((facts: Facts) => unknown) | undefined, facts: () => Facts): void {
  if (hook === undefined) return;
  const ignore = (): void => undefined;
  try {
    void Promise.resolve(hook(facts())).catch(ignore);
  } catch {
    ignore();
  }
}
