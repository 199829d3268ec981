/** The environment of the tools we run: those that would report usage to their makers are told not to, and colours survive a pipe. */
export const toolEnvironment: Readonly<Record<string, string | undefined>> = {
  ...process.env,
  TURBO_TELEMETRY_DISABLED: "1",
  DO_NOT_TRACK: "1",
  ...(process.stdout.isTTY ? { FORCE_COLOR: "1" } : {}),
};
