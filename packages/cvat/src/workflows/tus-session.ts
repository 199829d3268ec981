/** Where the upload of one file stands. */
export interface TusSession {
  readonly size: number;
  /** The upload's id on the server; undefined before it is created. */
  fileId: string | undefined;
  /** The name by which the server finds the file again, where it has told one. */
  serverName: string | undefined;
  /** Bytes that the server has taken. */
  offset: number;
  /** Bytes that have been sent, whether the server has answered for them or not. */
  sentBytes: number;
}
