export { createStardustMock, type StardustMock, type StardustMockOptions } from "./create-stardust-mock.ts";
export { failureEnvelope } from "./failure-envelope.ts";
export type { FailureBody } from "./envelope.ts";
export type { MockOperations, MockState } from "../generated/mock.ts";
export type {
  AnyMockRequest,
  DeepPartial,
  MockCall,
  MockFailure,
  MockFetch,
  MockHandler,
  MockRequest,
  MockResolver,
  OtherMockRequest,
} from "@labelwire/core/msw";
