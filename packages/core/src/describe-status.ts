// HTTP/2 and HTTP/3 send no reason phrase, so `statusText` is empty there.
const PHRASES: Readonly<Record<number, string>> = {
  200: "OK",
  201: "Created",
  202: "Accepted",
  400: "Bad Request",
  401: "Unauthorized",
  402: "Payment Required",
  403: "Forbidden",
  404: "Not Found",
  405: "Method Not Allowed",
  408: "Request Timeout",
  409: "Conflict",
  410: "Gone",
  413: "Content Too Large",
  415: "Unsupported Media Type",
  422: "Unprocessable Content",
  429: "Too Many Requests",
  500: "Internal Server Error",
  502: "Bad Gateway",
  503: "Service Unavailable",
  504: "Gateway Timeout",
};

/** A status for people, such as `404 Not Found`. */
export function describeStatus({ status, statusText }: Response): string {
  return `${status} ${statusText === "" ? (PHRASES[status] ?? "") : statusText}`.trimEnd();
}
