// What the command line does, for programs.
export { generateForServer, type ServerOptions } from "./generate-for-server.ts";
export { generateWorkspace, type WorkspaceOptions } from "./generate-workspace.ts";
export { SpecError, type Problem } from "./spec-error.ts";
