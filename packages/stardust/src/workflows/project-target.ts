import { checkMembers } from "@labelwire/core";
import type { StardustId } from "../types.ts";
import { id } from "./option-rules.ts";

/** What a workflow works on. */
export interface ProjectTarget {
  /** Id of the project. */
  readonly project: StardustId;
}

/**
 * The project's id.
 *
 * @throws ConfigError for a target that is none.
 */
export function readProject(target: ProjectTarget): StardustId {
  checkMembers("target", target, { project: id }, ["project"]);
  return target.project;
}
