export {
  createBlueGuardrailsMock,
  type BlueGuardrailsMock,
  type BlueGuardrailsMockOptions,
} from "./create-blue-guardrails-mock.ts";
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
