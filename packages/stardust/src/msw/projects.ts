import { sentBody, type Exchange, type MockBehaviour, type MockTools } from "@labelwire/core/msw";
import { fail } from "./failure-envelope.ts";
import { findWorkflowFault } from "./find-workflow-fault.ts";
import { digitsOf, membersOf, objectsIn, textOf } from "./read-sent.ts";

type Operations = NonNullable<MockBehaviour<never>["operations"]>;

/** Folders, projects and workflows: names are given once, and a project knows its workflows. */
export interface Projects {
  readonly operations: Operations;
  /** False for a project that is not there; where none was given or made, every one is. */
  readonly has: (projectId: unknown) => boolean;
  /** False for a workflow that a project made here has not. None, or 0, is the project's own. */
  readonly hasWorkflow: (projectId: unknown, workflowId: unknown) => boolean;
}

/** Makes the {@link Projects} of a mock. */
export function createProjects(tools: MockTools<never>): Projects {
  const folders = new Set<string>();
  const descriptions = new Map<string, unknown>();
  const workflows = new Map<string, Set<string>>();

  const addWorkflow = (projectId: string): string => {
    const known = workflows.get(projectId) ?? new Set();
    const random = tools.random(`workflow|${projectId}|${String(known.size)}`);
    const workflowId = String(random.integer(10_000, 99_999));
    workflows.set(projectId, known.add(workflowId));
    return workflowId;
  };

  const hasWorkflow: Projects["hasWorkflow"] = (projectId, workflowId) => {
    const known = workflows.get(textOf(projectId));
    const wanted = digitsOf(workflowId) ?? "0";
    return known === undefined || wanted === "0" || known.has(wanted);
  };

  const createProject = (exchange: Exchange): Response => {
    const { name, dataType, deadline, description, operators, workflow } = sentBody(exchange);
    if (tools.isHeld("projects") && tools.items("projects").some((project) => project["name"] === name)) {
      return fail(5801, "Duplicate project name");
    }
    if (Number.isNaN(Date.parse(textOf(deadline)))) return fail(400, "Invalid Parameter: /deadline is no date");
    const isTool = ({ key, label, type }: Readonly<Record<string, unknown>>): boolean =>
      [key, label, type].every((one) => typeof one === "string" && one !== "");
    if (!objectsIn(operators).every(isTool)) return fail(5839);
    const fault = findWorkflowFault(workflow);
    if (fault) return fail(fault);
    const pools = objectsIn(membersOf(workflow)["vertex"]);
    const { id } = tools.create("projects", {
      name,
      dataType,
      status: 1,
      deadline: `${textOf(deadline).slice(0, 10)} 23:59:59`,
      poolNodeTaskDtoList: pools.map((pool) => ({ name: pool["name"], type: pool["type"], taskCount: 0 })),
    });
    const projectId = String(id);
    descriptions.set(projectId, description);
    return tools.succeed(exchange, { data: { projectId, status: 1, workflowId: addWorkflow(projectId) } });
  };

  return {
    has: (projectId) => !tools.isHeld("projects") || tools.item("projects", digitsOf(projectId)) !== undefined,
    hasWorkflow,
    operations: {
      create_folder: (exchange) => {
        const name = textOf(sentBody(exchange)["name"]);
        if (folders.has(name)) return fail(5836, "Duplicate folder name");
        folders.add(name);
        return undefined;
      },
      create_project: createProject,
      create_workflow: (exchange) => {
        const { projectId, workflow } = sentBody(exchange);
        const fault = findWorkflowFault(workflow);
        if (fault) return fail(fault);
        return tools.succeed(exchange, { data: { workflowId: addWorkflow(textOf(projectId)) } });
      },
      get_project_info: (exchange) => {
        const projectId = String(exchange.params.query["projectId"]);
        const project = tools.isHeld("projects") ? tools.item("projects", projectId) : undefined;
        if (!project) return undefined;
        const description = descriptions.get(projectId);
        const created_at = String(project["createdTime"]).slice(0, 10);
        return tools.succeed(exchange, { data: { created_at, ...(description !== undefined && { description }) } });
      },
      run_stat: (exchange) => {
        const { projectId, workflowId } = sentBody(exchange);
        if (!hasWorkflow(projectId, workflowId)) return fail(5845);
        return tools.succeed(exchange, { data: { projectId: digitsOf(projectId), workflowId: digitsOf(workflowId) } });
      },
    },
  };
}
