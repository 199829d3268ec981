import {
  callingRules,
  checkMembers,
  ConfigError,
  isApiError,
  isDecodeError,
  readMember,
  unwrap,
  type ApiError,
} from "@labelwire/core";
import { serverRetrieveAbout } from "../generated/operations.ts";
import type { CvatCaller } from "../types.ts";
import { callback } from "./option-rules.ts";
import { isServerVersionFit, fittingVersions } from "./is-server-version-fit.ts";

/** What steers the check of a server. */
export interface CheckServerVersionOptions {
  /** Told in a sentence that the server's version is not one this client was made for. Default: `console.warn`. */
  readonly onWarning?: ((message: string) => void) | undefined;
  /** Ends the call when aborted; the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal | null | undefined;
  /** Milliseconds for the call. Default: the client's. */
  readonly timeoutMs?: number | undefined;
}

/** What a server says of itself, and whether it fits. */
export interface ServerVersion {
  /** As the server spells it, such as `"2.73.0"`. */
  readonly version: string;
  /** True for the versions that this client was made for. */
  readonly isFit: boolean;
}

/**
 * Asks the server which version of CVAT it is, and warns where it is not one that this client was made for. Worth a call when a
 * program starts: what another version does differently shows only in the operations that changed.
 *
 * @throws ConfigError that names `baseUrl` where what answers there is not CVAT; ApiError where it refuses, such as for its
 * credential or an organization that does not exist; NetworkError where nothing answers.
 *
 * @example
 * const { version } = await checkServerVersion(cvat, { onWarning: (message) => logger.warn(message) });
 */
export async function checkServerVersion(
  client: CvatCaller,
  options: CheckServerVersionOptions = {},
): Promise<ServerVersion> {
  checkMembers("options", options, { ...callingRules, onWarning: callback });
  const { onWarning = warn, ...call } = options;
  const about: unknown = await unwrap(serverRetrieveAbout(client, call)).catch((error: unknown) => {
    const isElsewhere = isDecodeError(error) || (isApiError(error) && error.status === 404 && !isOfOrganization(error));
    throw isElsewhere ? notCvat(client.baseUrl, error) : error;
  });
  // Not by its type, which says what CVAT answers: what answers here may be anything that speaks JSON.
  const version = readMember(about, ["version"]);
  if (typeof version !== "string") throw notCvat(client.baseUrl);
  const isFit = isServerVersionFit(version);
  if (!isFit) onWarning(unfit(client.baseUrl, version));
  return { version, isFit };
}

/** CVAT alone answers so (server 2.73): the server is right, and the client's organization is not. */
function isOfOrganization({ message }: ApiError): boolean {
  return /organization does not exist/i.test(message);
}

function warn(message: string): void {
  // eslint-disable-next-line no-console -- a warning that nobody has asked to be told otherwise
  console.warn(message);
}

function unfit(baseUrl: string, version: string): string {
  const { oldest, newest } = fittingVersions;
  return `CVAT at ${baseUrl} is version ${version}, and this client was made for ${oldest} to ${newest}: operations that are different there may fail, or answer with other members than their types say. \`labelwire generate\` writes types and operations for the schema of that server.`;
}

function notCvat(baseUrl: string, cause?: unknown): ConfigError {
  const wrongPath = baseUrl.endsWith("/api") ? " Leave /api out of baseUrl: it is part of every path." : "";
  const message = `This does not look like a CVAT server at ${baseUrl}: it has no /api/server/about that tells a version. Check baseUrl.${wrongPath}`;
  return new ConfigError({ option: "baseUrl", operation: serverRetrieveAbout.id, message, cause });
}
