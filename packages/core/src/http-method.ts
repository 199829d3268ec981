/** The methods an OpenAPI path item can hold, as it spells them. */
export type HttpMethod = "get" | "put" | "post" | "delete" | "options" | "head" | "patch" | "trace";
