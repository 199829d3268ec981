export { createAngoHubMock, type AngoHubMock, type AngoHubMockOptions } from "./create-ango-hub-mock.ts";
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
