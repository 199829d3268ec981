import { checkMembers } from "@labelwire/core";
import { text } from "./option-rules.ts";

/** What a workflow works on. */
export interface ProjectTarget {
  /** Id of the project. */
  readonly project: string;
}

/**
 * The project's id.
 *
 * @throws ConfigError for a target that is none.
 */
export function readProject(target: ProjectTarget): string {
  checkMembers("target", target, { project: text }, ["project"]);
  return target.project;
}
