export {
  createBlueGuardrailsMock,
  type BlueGuardrailsMock,
  type BlueGuardrailsMockOptions,
} from "./create-blue-guardrails-mock.ts";
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
