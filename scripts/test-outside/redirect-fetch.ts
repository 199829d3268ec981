// Loaded before documented code (`node --import`): what it sends to the hosts it names arrives at the loopback server that
// stands for them.
const origins = new Map<string, string>(readOrigins(process.env["OUTSIDE_ORIGINS"]));
const send = globalThis.fetch;

globalThis.fetch = async (input, init) => {
  const request = new Request(input, init);
  const { origin, pathname, search } = new URL(request.url);
  const address = origins.get(origin);
  return send(address === undefined ? request : new Request(`${address}${pathname}${search}`, request));
};

function readOrigins(text: string | undefined): [string, string][] {
  const parsed: unknown = JSON.parse(text ?? "{}");
  if (typeof parsed !== "object" || parsed === null) return [];
  return Object.entries(parsed).map(([origin, address]) => [origin, String(address)]);
}
