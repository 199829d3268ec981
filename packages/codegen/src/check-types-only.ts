import ts from "typescript";

/**
 * Checks that a source holds declarations of types and nothing that runs. What another library wrote from an untrusted
 * specification is looked at once more before it is kept.
 *
 * @throws TypeError naming the first thing that is not a type.
 */
export function checkTypesOnly(source: string): void {
  const file = ts.createSourceFile("schema.ts", source, ts.ScriptTarget.ESNext, false, ts.ScriptKind.TS);
  for (const statement of file.statements) {
    if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) continue;
    const text = source.slice(statement.pos, statement.end).trim().slice(0, 80);
    throw new TypeError(
      `The schema's types hold something that is not a type: ${JSON.stringify(text)}. Report this as a defect.`,
    );
  }
}
