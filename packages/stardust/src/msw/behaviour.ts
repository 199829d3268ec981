import { sentBody, type Exchange, type MockBehaviour, type MockTools } from "@labelwire/core/msw";
import { fail } from "./failure-envelope.ts";
import { findLongText } from "./find-long-text.ts";
import { createImports } from "./imports.ts";
import { createProjects } from "./projects.ts";
import { createTasks } from "./tasks.ts";

/** How many bytes the platform keeps of a text. */
const mostBytes = { name: 60, externalId: 60, description: 200 };

/** What Stardust does beyond its specification: imports take a while, names are given once, and what is made can be found. */
export function stardustBehaviour(tools: MockTools<never>): MockBehaviour<never> {
  const projects = createProjects(tools);

  const guard = (exchange: Exchange): Response | undefined => {
    const body = sentBody(exchange);
    const problem = findLongText(body, mostBytes);
    if (problem !== undefined) return fail(400, problem);
    const projectId = body["projectId"] ?? exchange.params.query["projectId"];
    return projectId === undefined || projects.has(projectId) ? undefined : fail(5802);
  };

  return {
    guard,
    operations: { ...projects.operations, ...createTasks(tools, projects), ...createImports(tools) },
  };
}
