import { readFileSync } from "node:fs";
import ts from "typescript";

/** The syntax nodes of a module: what a compiler and an editor hold in memory for it, whatever its layout. */
export function countNodes(file: string): number {
  let count = 0;
  const visit = (node: ts.Node): void => {
    count += 1;
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest));
  return count;
}
