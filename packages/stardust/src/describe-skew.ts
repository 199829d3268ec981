/**
 * How far the client's clock is from the server's, in a sentence: a signature that was just made can only be too old for a clock
 * that is not right. Browsers hide the `Date` header of an answer from another origin unless the server lets them see it.
 */
export function describeSkew(response: Response, now: number): string {
  const serverTime = Date.parse(response.headers.get("date") ?? "");
  if (Number.isNaN(serverTime)) {
    return "The signature holds the time it was made at, so check that this machine's clock is right.";
  }
  // The header counts whole seconds, and the answer took some time.
  const seconds = Math.round((now - serverTime) / 1000);
  if (Math.abs(seconds) <= 2) {
    return "The clock that it was signed by agrees with the server's, so the request was under way for too long: try again.";
  }
  const direction = seconds > 0 ? "ahead of" : "behind";
  return `The clock that it was signed by is ${describeDuration(Math.abs(seconds))} ${direction} the server's: set this machine's right, or pass a \`clock\` that is.`;
}

function describeDuration(seconds: number): string {
  if (seconds < 120) return `${seconds} seconds`;
  if (seconds < 7200) return `${Math.round(seconds / 60)} minutes`;
  return seconds < 172_800 ? `${Math.round(seconds / 3600)} hours` : `${Math.round(seconds / 86_400)} days`;
}
