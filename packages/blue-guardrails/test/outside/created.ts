/** An answer with status 201: the documentation does not say which success a creation has, so that a client has to take any. */
export class Created {
  readonly body: unknown;

  constructor(body: unknown) {
    this.body = body;
  }
}
