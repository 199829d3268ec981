export {
  createStardustHelixMock,
  type StardustHelixMock,
  type StardustHelixMockOptions,
} from "./create-stardust-helix-mock.ts";
export { failureEnvelope } from "./failure-envelope.ts";
export type { FailureBody } from "../../msw/envelope.ts";
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
