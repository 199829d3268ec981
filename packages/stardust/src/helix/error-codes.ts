import { isApiError, type ApiError } from "@labelwire/core";

/** A documented code of the Helix set; {@link stardustHelixErrorCodes} says what each means. */
export type StardustHelixErrorCode =
  | 4005
  | 5000
  | 5606
  | 50522
  | 50523
  | 50524
  | 50525
  | 50526
  | 50527
  | 50528
  | 50529
  | 50530
  | 50531
  | 51000
  | 51001
  | 51002
  | 51003
  | 51004
  | 51005
  | 51006
  | 51007
  | 51008
  | 51009
  | 52001
  | 52002
  | 52003
  | 53001
  | 53003
  | 53004
  | 53005
  | 53007
  | 54001
  | 54002
  | 54003
  | 54004
  | 54005
  | 54007
  | 54008
  | 54009
  | 54010
  | 54011
  | 54013
  | 55003
  | 55004
  | 55005
  | 56001
  | 57001
  | 57002
  | 57003
  | 57004
  | 57005
  | 57006
  | 57008
  | 57012
  | 57015;

/** The documented codes of the Helix set, and what each says. Some numbers mean two things, depending on the operation. */
export const stardustHelixErrorCodes: Readonly<Record<StardustHelixErrorCode, string>> = {
  4005: "A parameter is missing or cannot be used.",
  5000: "The platform failed; try again later.",
  5606: "The pool has no tasks left.",
  50522: "A pool of the template is malformed.",
  50523: "The last pool is not a completion pool.",
  50524: "There is no such workflow template, or there is one of that name already: the documentation says both.",
  50525: "Two pools have the same name.",
  50526: "A pool has no way in or out.",
  50527: "A pool has several ways out.",
  50528: "There are more than 20 pools.",
  50529: "There is a template of that name already.",
  50530: "There is no such type of pool.",
  50531: "The completion pool is connected wrongly.",
  51000: "A required field is empty.",
  51001: "The campaign was asked for before.",
  51002: "There is no such type of annotation.",
  51003: "There is a campaign of that id already.",
  51004: "There is a campaign of that name already.",
  51005: "The campaign could not be made.",
  51006: "There is no campaign of that id.",
  51007: "There is no such type of workflow.",
  51008: "There is no such campaign.",
  51009: "There is no campaign of that name.",
  52001: "The workflow could not be made.",
  52002: "The workflow has no pools.",
  52003: "`operatorKeys` has a key that the campaign's taxonomy has not.",
  53001: "The annotation request was made before.",
  53003: "There is no such annotation request.",
  53004: "There is an annotation request of that id already.",
  53005: "There is an annotation request of that name already.",
  53007: "There is no such folder.",
  54001: "There is such a folder already; of `/statistics/effciency`, there is no such `aliceName`.",
  54002: "There is a folder of that id already; of `/statistics/effciency`, the date is bad or out of range.",
  54003: "There is a folder of that name already.",
  54004: "There is no folder of that id.",
  54005: "The folder could not be made.",
  54007: "There is no folder of that name.",
  54008: "There is no such status of a folder.",
  54009: "The folder could not be changed.",
  54010: "A bucket is given by its path instead of its name.",
  54011: "The name of a bucket is longer than 255 bytes.",
  54013: "A bucket cannot be reached.",
  55003: "People cannot work in this pool.",
  55004: "The pool does not fit the type of the campaign.",
  55005: "There is no such pool.",
  56001: "There is no such scene.",
  57001: "The taxonomy is not JSON as it has to be.",
  57002: "Two operators have the same key.",
  57003: "There is a taxonomy of that name already.",
  57004: "`imageSourceMapping` names a key that no child has.",
  57005: "A minimum is above its maximum.",
  57006: "A default is none of the options.",
  57008: "There is no such sampling package.",
  57012: "Two operators have the same label.",
  57015: "`samplingRatio` and `samplingQuantity` exclude each other.",
};

/**
 * True for an `ApiError` with one of some codes; the type of `code` is narrowed to them.
 *
 * @example
 * const { error } = await createCampaign(helix, { body });
 * if (hasErrorCode(error, 51003, 51004)) console.log("There is such a campaign already.");
 */
export function hasErrorCode<const Code extends StardustHelixErrorCode>(
  error: unknown,
  ...codes: readonly Code[]
): error is ApiError & { readonly code: Code } {
  return isApiError(error) && codes.some((code) => code === error.code);
}
