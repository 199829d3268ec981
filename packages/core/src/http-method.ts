/** Every method that an OpenAPI path item can hold, as it spells them. */
export const httpMethods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"] as const;

/** A method of an OpenAPI path item. */
export type HttpMethod = (typeof httpMethods)[number];

/** True for the methods that only read, and so have no body. */
export function isRead(method: string): boolean {
  return /^(get|head)$/i.test(method);
}

/** True for the methods that HTTP defines as safe to repeat (RFC 9110 §9.2.2). */
export function isIdempotent(method: string): boolean {
  return !/^(post|patch)$/i.test(method);
}
