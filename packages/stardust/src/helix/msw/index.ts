export {
  createStardustHelixMock,
  type StardustHelixMock,
  type StardustHelixMockOptions,
} from "./create-stardust-helix-mock.ts";
export { failureEnvelope } from "./failure-envelope.ts";
export type { FailureBody } from "../../msw/envelope.ts";
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
