/** The most bytes in one request of an upload where the caller does not say: as the server's own SDK cuts files (10 MiB). */
export const defaultChunkBytes = 10_485_760;
