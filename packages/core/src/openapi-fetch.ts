export type { Middleware } from "openapi-fetch";
