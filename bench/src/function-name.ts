/** An operationId in camelCase, as our generator and the peers' write it: `tasks_list` is `tasksList`. */
export function functionName(id: string): string {
  return id.replace(/[^A-Za-z0-9]+(.)/g, (_all, letter: string) => letter.toUpperCase());
}
