import { sentBody, type Exchange, type MockTools } from "@labelwire/core/msw";
import { textOf } from "../../msw/read-sent.ts";
import type { AnnotationRequests } from "./annotation-requests.ts";
import type { Campaigns } from "./campaigns.ts";
import { fail } from "./failure-envelope.ts";
import type { Operations } from "./operations.ts";
import type { Templates } from "./templates.ts";

interface Neighbours {
  readonly requests: AnnotationRequests;
  readonly campaigns: Campaigns;
  readonly templates: Templates;
}

/** The id of the documentation's sample. */
const firstPackage = 5888;

/** Sampling packages: drawn from pools that there are, and known from then on. */
export function createSamplings(tools: MockTools<never>, { requests, campaigns, templates }: Neighbours): Operations {
  const packages = new Set<number>();

  const createSampling = (exchange: Exchange): Response => {
    const sent = sentBody(exchange);
    const { annotationRequestId, poolName, samplingRatio, samplingQuantity } = sent;
    if (!requests.has(annotationRequestId)) return fail(53003);
    const request = tools.isHeld("annotationRequests")
      ? tools.item("annotationRequests", textOf(annotationRequestId))
      : undefined;
    const pools = templates.poolsOf(campaigns.find(request?.["campaignId"])?.["workflowType"]);
    if (pools?.every(({ name }) => name !== poolName)) return fail(55005);
    if (samplingRatio !== undefined && samplingQuantity !== undefined) return fail(57015);
    const missing = findMissing(sent);
    if (missing !== undefined) return fail(4005, `Invalid Parameter: /${missing} must be present`);
    if (!requests.hasTasks(annotationRequestId)) return fail(5606);
    const samplingPackageId = firstPackage + packages.size;
    packages.add(samplingPackageId);
    return tools.succeed(exchange, { data: { samplingPackageId } });
  };

  /** Refuses a package that was not drawn, once any was. */
  const refuseUnknown = ({ params }: Exchange): Response | undefined =>
    packages.size > 0 && !packages.has(Number(params.query["samplingPackageId"])) ? fail(57008) : undefined;

  return {
    create_sampling: createSampling,
    get_sampling_accuracy: refuseUnknown,
    sampling_processing: (exchange) => refuseUnknown(exchange) ?? tools.succeed(exchange, { data: true }),
  };
}

/** What has to be sent beside `interceptionMode`: 5 takes ranges of frames, 6 a length in place of a frame. */
function findMissing(sent: Readonly<Record<string, unknown>>): string | undefined {
  const { interceptionMode } = sent;
  if (interceptionMode === undefined) return undefined;
  const needed = interceptionMode === 6 ? ["sequenceLength"] : ["interceptionFrame"];
  if (interceptionMode === 5) needed.push("interceptionBoundary");
  return needed.find((name) => sent[name] === undefined);
}
