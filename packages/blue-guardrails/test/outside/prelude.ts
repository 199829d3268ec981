// What a reader's own program has before the documented code begins.

/** A UUID as the documentation shows them. */
export const conversationId = "497f6eca-6276-4993-bfeb-53cbbbba6f08";

/** What an OpenTelemetry exporter has written: protobuf. */
export const otlpBytes: Uint8Array<ArrayBuffer> = new Uint8Array([10, 0]);

export const signal: AbortSignal = new AbortController().signal;
