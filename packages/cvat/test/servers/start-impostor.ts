import { startServer, type Answer, type ReceivedRequest, type TestServer } from "./start-server.ts";

/** A step of a workflow, as its request shows it. */
export type Step =
  | "cancel"
  | "create"
  | "delete"
  | "download"
  | "export"
  | "finish"
  | "form"
  | "formats"
  | "length"
  | "list"
  | "look"
  | "media"
  | "multiple"
  | "piece"
  | "read"
  | "start";

/** A server that is CVAT but for one step. */
export interface Impostor extends TestServer {
  readonly steps: readonly Step[];
}

const request = {
  id: "work",
  status: "finished",
  message: "",
  progress: 1,
  operation: { type: "import:backup", target: "task" },
  created_date: "2026-11-22T00:00:00Z",
  result_id: 77,
};
const zip = { headers: { "content-type": "application/zip" }, body: "PK" };
const formats = [{ name: "COCO 1.0", enabled: true }];

/** Starts a server that answers all as CVAT does, and the steps in `wrong` as it is told. */
export async function startImpostor(wrong: Partial<Record<Step, Answer>>): Promise<Impostor> {
  const steps: Step[] = [];
  const server = await startServer((received, { origin }) => {
    const step = nameStep(received);
    steps.push(step);
    return wrong[step] ?? answer(step, received, origin);
  });
  return { ...server, steps };
}

function answer(step: Step, { headers, body, url }: ReceivedRequest, origin: string): Answer {
  const location = `${origin}${url.pathname}1_0f8fad5b-d9cb-469f-a165-70867728950e`;
  const offset = Number(headers["upload-offset"]) + body.length;
  switch (step) {
    case "cancel":
    case "multiple":
      return {};
    case "start":
      return { status: 202 };
    case "length":
      return { status: 201, headers: { location, "upload-filename": "1_0f8fad5b" } };
    case "piece":
      return { status: 204, headers: { "upload-offset": String(offset) } };
    case "export":
    case "finish":
    case "form":
      return { status: 202, body: { rq_id: "work" } };
    case "look":
      return { body: { ...request, result_url: `${origin}/api/tasks/7/dataset/download?rq_id=work` } };
    case "list":
      return { body: { count: 0, results: [] } };
    case "download":
    case "media":
      return zip;
    case "formats":
      return { body: { importers: formats, exporters: formats } };
    case "create":
      return { status: 201, body: { id: 101, name: "cats" } };
    case "read":
      return { body: { id: 101, name: "cats", size: 1 } };
    case "delete":
      return { status: 204 };
  }
}

function nameStep({ method, url: { pathname, searchParams }, headers }: ReceivedRequest): Step {
  if (method === "DELETE") return "delete";
  if (method === "PATCH" || method === "HEAD") return "piece";
  if (method === "GET") {
    if (searchParams.has("type") || pathname.endsWith("/preview")) return "media";
    if (pathname.endsWith("/download")) return "download";
    if (pathname.endsWith("/formats")) return "formats";
    if (pathname === "/api/requests") return "list";
    return pathname.startsWith("/api/requests/") ? "look" : "read";
  }
  if (pathname === "/api/tasks") return "create";
  if (pathname.endsWith("/cancel")) return "cancel";
  if (pathname.endsWith("/export")) return "export";
  const steps = ["start", "length", "multiple", "finish"] as const;
  return steps.find((step) => `upload-${step}` in headers) ?? "form";
}
