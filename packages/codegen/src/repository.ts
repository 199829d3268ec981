// What maintainers run in a repository of specifications, as commands.
export type { CliEnvironment } from "./run-cli.ts";
export { runNewPlatform, type NewPlatformEnvironment } from "./new-platform/run-new-platform.ts";
export { runChangeset } from "./run-changeset.ts";
export { runRefresh } from "./run-refresh.ts";
