import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";

/** A regular expression as it is written in a source file. */
export interface FoundExpression {
  /** `packages/core/src/auth.ts:12`. */
  readonly place: string;
  readonly file: string;
  /** Undefined where it is made of a value, as in `new RegExp(value)`. */
  readonly source: string | undefined;
  readonly flags: string;
}

/** Every regular expression of the files that `pattern` matches below `root`, found by the compiler's own parser. */
export function findExpressions(root: string, pattern: string): readonly FoundExpression[] {
  return globSync(pattern, { cwd: root })
    .map((file) => file.split(path.sep).join("/"))
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
    .sort()
    .flatMap((file) => expressionsOf(file, readFileSync(path.join(root, file), "utf8")));
}

function expressionsOf(file: string, text: string): readonly FoundExpression[] {
  const parsed = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: FoundExpression[] = [];
  const visit = (node: ts.Node): void => {
    const place = `${file}:${parsed.getLineAndCharacterOfPosition(node.getStart(parsed)).line + 1}`;
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf("/");
      found.push({ place, file, source: node.text.slice(1, end), flags: node.text.slice(end + 1) });
    }
    const isMade = ts.isNewExpression(node) || ts.isCallExpression(node);
    if (isMade && node.expression.getText(parsed) === "RegExp")
      found.push({ place, file, source: undefined, flags: "" });
    ts.forEachChild(node, visit);
  };
  visit(parsed);
  return found;
}
