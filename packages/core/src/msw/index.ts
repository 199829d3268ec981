// Every public name of the mock engine, one by one.
export type { MockBehaviour, MockDefinition, MockChange, MockTools, MockWrite } from "./mock-definition.ts";
export type { Refusal } from "./answer.ts";
export type { RequestFault } from "./check-request.ts";
export type { ListPage } from "./list-page.ts";
export { createMock } from "./create-mock.ts";
export { createMockClock, type MockClock, type MockClockOptions } from "./mock-clock.ts";
export type { DeepPartial } from "./deep-partial.ts";
export type { Item } from "./seed-items.ts";
export type { Exchange } from "./exchange.ts";
export type { MockFailure } from "./failures.ts";
export type { ValueMaker, ValuePlace } from "./generate.ts";
export type { Mock, RequestsOf } from "./mock.ts";
export {
  basicCredential,
  headerCredential,
  isExpected,
  type CredentialVerdict,
  type ExpectedCredential,
  type MockAuthScheme,
} from "./mock-auth.ts";
export type {
  MockBody,
  MockData,
  MockOperation,
  MockOperationTypes,
  MockParameter,
  MockResource,
  MockResourceOperation,
  MockResponse,
  MockSchema,
} from "./mock-data.ts";
export type { MockFetch } from "./mock-fetch.ts";
export type { MockOptions } from "./mock-options.ts";
export type {
  AnyMockRequest,
  MockCall,
  MockOperationMap,
  MockParams,
  MockRequest,
  MockResolver,
  OtherMockRequest,
  Respond,
  RespondInit,
} from "./mock-types.ts";
export type { MockHandler } from "./msw-handlers.ts";
export { readProperty } from "./property-path.ts";
export type { Random } from "./random.ts";
export type { LoggedRequest } from "./request-log.ts";
export { sampleRequest, type SampleRequestOptions } from "./sample-request.ts";
export { sentBody } from "./sent-body.ts";
export { serveBytes, type StoredFile } from "./serve-bytes.ts";
export { validate, type SchemaIssue } from "./validate.ts";
export { valuesByName, type MakeValue, type NamedValues } from "./values-by-name.ts";
export { writeZip } from "./write-zip.ts";
