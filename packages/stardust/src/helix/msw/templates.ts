import { sentBody, type Exchange, type MockTools } from "@labelwire/core/msw";
import { objectsIn, textOf } from "../../msw/read-sent.ts";
import { fail } from "./failure-envelope.ts";
import { findTemplateFault } from "./find-template-fault.ts";
import type { Operations } from "./operations.ts";

type Pool = Readonly<Record<string, unknown>>;

/** What other parts ask of workflow templates. */
export interface Templates {
  readonly operations: Operations;
  /** False for a workflow that is none of the platform's and was not stored, once any was. */
  readonly has: (name: unknown) => boolean;
  /** The pools of a stored template; undefined for another, whose pools are not known. */
  readonly poolsOf: (name: unknown) => readonly Pool[] | undefined;
}

/** Those that the platform brings along; a sample sends the last. */
const builtIn: readonly unknown[] = ["Manual Template", "Prelabeling Template", "Manual"];

const simplest = {
  nodes: [
    { name: "Distribution Pool", type: "DISTRIBUTION" },
    { name: "Completion Pool", type: "COMPLETE" },
  ],
  edges: [{ from: "Distribution Pool", to: "Completion Pool" }],
};

/** Makes the {@link Templates} of a mock: checked, stored, and given back as they were. */
export function createTemplates(tools: MockTools<never>): Templates {
  const stored = new Map<string, { readonly nodes: readonly Pool[]; readonly edges: readonly Pool[] }>();

  const createTemplate = (exchange: Exchange): Response => {
    const { name: sent, nodes: pools, edges: ways } = sentBody(exchange);
    const name = textOf(sent);
    if (stored.has(name) || builtIn.includes(name)) return fail(50529, "Duplicate template name");
    const [nodes, edges] = [objectsIn(pools), objectsIn(ways)];
    const fault = findTemplateFault(nodes, edges);
    if (fault) return fail(fault);
    stored.set(name, { nodes, edges });
    return tools.succeed(exchange, { data: name });
  };

  return {
    has: (name) => builtIn.includes(name) || stored.size === 0 || stored.has(textOf(name)),
    poolsOf: (name) => stored.get(textOf(name))?.nodes,
    operations: {
      create_workflow_template: createTemplate,
      get_workflow_template: (exchange) => {
        const name = exchange.params.query["templateName"];
        const template = stored.get(textOf(name));
        if (!template && stored.size > 0 && !builtIn.includes(name)) return fail(4005, "Template does not exist");
        return tools.succeed(exchange, { data: JSON.stringify(template ?? simplest) });
      },
    },
  };
}
