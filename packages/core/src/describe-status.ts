// HTTP/2 and HTTP/3 send no reason phrase, so `statusText` is empty there. These are what people meet.
const PHRASES: Readonly<Record<number, string>> = {
  400: "Bad Request",
  401: "Unauthorized",
  403: "Forbidden",
  404: "Not Found",
  429: "Too Many Requests",
  500: "Internal Server Error",
  503: "Service Unavailable",
};

/** A status for people, such as `404 Not Found`. */
export function describeStatus({ status, statusText }: Response): string {
  return `${status} ${statusText || (PHRASES[status] ?? "")}`.trim();
}
