import type { AuthScheme } from "./auth.ts";
import type { IntegerCodec } from "./exact-integers.ts";
import type { OperationTraits, ResponseKind } from "./operation.ts";
import type { ClientScope } from "./scope.ts";

/** What a platform's error body says, in the terms every platform shares. */
export interface Failure {
  /** A sentence for people. */
  readonly message: string;
  /** The platform's own code, where it has one. */
  readonly code?: string | number | undefined;
  /** Structured particulars, such as messages by field. */
  readonly details?: unknown;
  /** The request's id, where the body carries it. */
  readonly requestId?: string | undefined;
}

/** What reading a failure may need beside the answer. */
export interface FailureContext {
  /** The client's clock in milliseconds since 1970, when the answer is read. */
  readonly now: number;
}

/** What is not the rule for a call by typed path: everything else is JSON, and repeatable by its method. */
export interface PathTraits extends Omit<OperationTraits, "page"> {
  readonly response?: ResponseKind;
}

/**
 * All that the core needs to know of a platform. The core never asks which platform it runs; whatever differs between
 * platforms is a member here.
 */
export interface PlatformDefinition<P extends string, Credentials extends object, Scope extends object> {
  /** The platform's name in types and in `client.platform`, such as `"acme"`. */
  readonly platform: P;
  /** The platform's name in messages, such as `"Acme"`. */
  readonly title: string;
  /** Base URLs by name; the first is the default. */
  readonly servers: Readonly<Record<string, string>>;
  /**
   * The ways to authenticate. The first whose members are all given is used, so one that has all the members of
   * another and more stands before it. Members of two, or of none, are a `ConfigError`.
   */
  readonly auth: readonly AuthScheme<Credentials>[];
  /** What narrows a client to an organization or a workspace: `clientScope`. Default: nothing does. */
  readonly scope?: ClientScope<Scope>;
  /**
   * Reads the platform's error out of a body, which is parsed JSON or text. Called for every answer that is not a success, and
   * for every JSON success: what it returns there is a business failure inside HTTP 200. Returns undefined where there is none.
   */
  readonly readFailure: (body: unknown, response: Response, context: FailureContext) => Failure | undefined;
  /** Response headers that may carry the request's id, in order. Default: `["x-request-id"]`. */
  readonly requestIdHeaders?: readonly string[];
  /** The value of `Accept`, where the platform needs one of its own. */
  readonly accept?: string;
  /** How 64-bit integers travel, where the platform has some: `exactIntegers`. Default: a number, and an error for one that cannot hold them. */
  readonly exactIntegers?: IntegerCodec;
  /** Throws a `ConfigError` for a request that the platform cannot answer. It sees each one to the configured origin as it would be sent. */
  readonly checkRequest?: (request: Request) => void;
  /** What is not the rule, by `"get /path/{template}"`: how calls by typed path learn what operation functions carry. */
  readonly pathTraits?: Readonly<Record<string, PathTraits>>;
}
