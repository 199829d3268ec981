// Loaded before documented code (`node --import`): what it sends to the hosts it names arrives at the loopback server that
// stands for them, and nothing leaves the machine.
const origins = new Map<string, string>(readOrigins(process.env["OUTSIDE_ORIGINS"]));
const send = globalThis.fetch;

globalThis.fetch = async (input, init) => {
  const request = new Request(input, init);
  const { origin, hostname, pathname, search } = new URL(request.url);
  const address = origins.get(origin);
  if (address !== undefined) return send(new Request(`${address}${pathname}${search}`, request));
  if (hostname === "127.0.0.1" || hostname === "localhost") return send(request);
  throw new TypeError(`fetch failed: ${origin} is not among the hosts that the test server stands for`);
};

function readOrigins(text: string | undefined): [string, string][] {
  const parsed: unknown = JSON.parse(text ?? "{}");
  if (typeof parsed !== "object" || parsed === null) return [];
  return Object.entries(parsed).map(([origin, address]) => [origin, String(address)]);
}
