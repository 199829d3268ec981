import { isApiError, type ApiError } from "@labelwire/core";

/** A documented code of the generic set; {@link stardustErrorCodes} says what each means. */
export type StardustErrorCode =
  | 400
  | 401
  | 402
  | 403
  | 404
  | 500
  | 5308
  | 5509
  | 5523
  | 5707
  | 5708
  | 5709
  | 5710
  | 5801
  | 5802
  | 5836
  | 5837
  | 5838
  | 5839
  | 5840
  | 5841
  | 5843
  | 5844
  | 5845;

/** The documented codes of the generic set, and what each says. */
export const stardustErrorCodes: Readonly<Record<StardustErrorCode, string>> = {
  400: "A parameter is missing or cannot be used.",
  401: "The signature is wrong.",
  402: "The access key is refused.",
  403: "The signature is too old.",
  404: "There is no such thing.",
  500: "The server failed.",
  5308: "There is no such dataset.",
  5509: "The first pool of the workflow is not a distribution pool.",
  5523: "The last pool of the workflow is not a completion pool.",
  5707: "The file is empty.",
  5708: "The file is larger than 100 MB.",
  5709: "The file is not a ZIP file.",
  5710: "The files are not laid out as they have to be.",
  5801: "There is a project of that name already.",
  5802: "There is no such project.",
  5836: "There is a folder of that name already.",
  5837: "The access key may not use this project.",
  5838: "There is no such type of data.",
  5839: "An operator is malformed.",
  5840: "There is no such project manager.",
  5841: "The workflow is malformed.",
  5843: "The algorithm is not available.",
  5844: "The mapping of the algorithm is malformed.",
  5845: "There is no such workflow.",
};

/**
 * True for an `ApiError` with one of some codes; the type of `code` is narrowed to them.
 *
 * @example
 * const { error } = await createFolder(stardust, { body: { name: "cats" } });
 * if (hasErrorCode(error, 5836)) console.log("The folder is there already.");
 */
export function hasErrorCode<const Code extends StardustErrorCode>(
  error: unknown,
  ...codes: readonly Code[]
): error is ApiError & { readonly code: Code } {
  return isApiError(error) && codes.some((code) => code === error.code);
}
