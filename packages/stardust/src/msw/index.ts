export { createStardustMock, type StardustMock, type StardustMockOptions } from "./create-stardust-mock.ts";
export { failureEnvelope } from "./failure-envelope.ts";
export type { FailureBody } from "./envelope.ts";
export type { MockOperations, MockState } from "../generated/mock.ts";
export {
  createMockClock,
  type AnyMockRequest,
  type DeepPartial,
  type MockCall,
  type MockClock,
  type MockClockOptions,
  type MockFailure,
  type MockFetch,
  type MockHandler,
  type MockRequest,
  type MockResolver,
  type OtherMockRequest,
  type RequestsOf,
} from "@labelwire/core/msw";
