import type { DeepPartial } from "./deep-partial.ts";
import type { LoggedRequest } from "./request-log.ts";
import type { MockOperationTypes } from "./mock-data.ts";

/** What `Operations` has to be: an interface with one member for each operation. */
export type MockOperationMap<Operations> = { readonly [Id in keyof Operations]: MockOperationTypes };

/** The parameters of a request to one operation, as a resolver and `requests` see them. */
export interface MockParams<Params> {
  /** Decoded, and a number or boolean where the specification says so. */
  readonly path: MemberOr<Params, "path">;
  /** What the request did not send is undefined. */
  readonly query: Partial<MemberOr<Params, "query">>;
}

type NoMembers = Readonly<Record<string, never>>;

type MemberOr<Params, Name extends string> =
  Params extends Readonly<Partial<Record<Name, infer Member>>>
    ? [NonNullable<Member>] extends [never]
      ? NoMembers
      : unknown extends Member
        ? Readonly<Record<string, unknown>>
        : NonNullable<Member>
    : NoMembers;

/** What can be told beside status and body. */
export interface RespondInit {
  /** Laid over those that the answer has by itself. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Makes the answer of a resolver. */
export interface Respond<Responses> {
  /**
   * A documented status with its body. A body given in part is completed to the default one, and the whole must be valid by the
   * specification.
   *
   * @throws {ConfigError} for a status that is not documented, or a body that is not valid.
   */
  <Status extends keyof Responses & number>(
    status: Status,
    body?: DeepPartial<Responses[Status]>,
    init?: RespondInit & { readonly unchecked?: false },
  ): Response;
  /** Any status with any body, sent as it is. */
  (status: number, body: unknown, init: RespondInit & { readonly unchecked: true }): Response;
}

/** What a resolver is told of a request. */
export interface MockCall<Types extends MockOperationTypes> {
  /** What the request asks for in its path and query. */
  readonly params: MockParams<Types["params"]>;
  readonly body: Types["body"];
  /** The request itself, its body unread. */
  readonly request: Request;
  /** Makes the answer: a documented status and a body, whole or in part. */
  readonly respond: Respond<Types["responses"]>;
}

/** Answers the requests of one operation in a test's own way; undefined leaves a request to the mock. */
export type MockResolver<Types extends MockOperationTypes> = (
  call: MockCall<Types>,
) => Response | undefined | Promise<Response | undefined>;

/** A request to one operation, as the mock recorded it. */
export interface MockRequest<Id extends string, Types extends MockOperationTypes> extends Omit<
  LoggedRequest,
  "operation"
> {
  /** The operationId. */
  readonly operation: Id;
  readonly params: MockParams<Types["params"]>;
  readonly body: Types["body"];
}

/** A request that led to no operation: a wrong path or method, or one to a file storage that the mock answers for. */
export interface OtherMockRequest extends LoggedRequest {
  readonly operation: undefined;
}

/** Any request that the mock recorded. */
export type AnyMockRequest<Operations extends MockOperationMap<Operations>> =
  OtherMockRequest | { [Id in keyof Operations & string]: MockRequest<Id, Operations[Id]> }[keyof Operations & string];
