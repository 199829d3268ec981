export { createCvatMock, type CvatMock, type CvatMockOptions } from "./create-cvat-mock.ts";
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
