import type { OperationCall } from "./operation-call.ts";

/** The call whose time is measured: the first GET that needs nothing but its path, or the first read by POST where there is none. */
export function chooseRead(calls: readonly OperationCall[]): OperationCall | undefined {
  const plain = calls.filter(
    ({ isRead, answersJson, requiredQuery }) => isRead && answersJson && requiredQuery.length === 0,
  );
  return plain.find(({ method, hasBody }) => method === "get" && !hasBody) ?? plain.find(({ hasBody }) => hasBody);
}
