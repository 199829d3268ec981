import type { MockDefinition } from "@labelwire/core/msw";
import { mockData } from "../generated/mock.ts";
import { cvat } from "../platform.ts";
import { authSchemes } from "./auth-schemes.ts";
import { cvatBehaviour } from "./behaviour.ts";
import { derivations } from "./derive.ts";
import { hiddenOperations } from "./hidden-operations.ts";
import { listPage } from "./list-page.ts";
import { refuseInvalid } from "./refuse-invalid.ts";
import type { RequestControl } from "./request-control.ts";
import { selectByFilter } from "./select-by-filter.ts";
import { cvatValues } from "./values.ts";

const mediaType = "application/vnd.cvat+json";

/** All that sets CVAT's mock apart from those of the other platforms. */
export function cvatMock(control: RequestControl): MockDefinition {
  return {
    title: cvat.title,
    servers: cvat.servers,
    data: mockData,
    hidden: hiddenOperations,
    // Some paths are documented with a slash at the end, and have both forms; the others have none (server 2.73).
    exactSlash: true,
    auth: authSchemes,
    everywhere: ["org", "org_id"],
    // A sentence about a wrong value comes in a list, any other in `detail` (server 2.73).
    errorBody: (status, message) => (status === 400 ? [message] : { detail: message }),
    errorHeaders: (status) => ({
      "content-type": mediaType,
      ...(status === 401 && { "www-authenticate": "Token" }),
    }),
    refuseInvalid,
    values: cvatValues,
    derive: derivations,
    select: selectByFilter,
    page: listPage,
    behave: (tools) => {
      control.reset();
      return cvatBehaviour(tools, control);
    },
  };
}
