import ts from "typescript";

/** Calls that generated code makes; nothing else runs. */
const allowedCalls = new Set(["operation", "pageNumber", "nextLink", "cursorPage", "singlePage"]);

/** Everything that generated code is made of. What is not here is unexpected, whatever it is. */
const allowedKinds = new Set<ts.SyntaxKind>([
  ts.SyntaxKind.EndOfFileToken,
  ts.SyntaxKind.ImportDeclaration,
  ts.SyntaxKind.ImportClause,
  ts.SyntaxKind.NamedImports,
  ts.SyntaxKind.ImportSpecifier,
  ts.SyntaxKind.ExportKeyword,
  ts.SyntaxKind.ReadonlyKeyword,
  ts.SyntaxKind.InterfaceDeclaration,
  ts.SyntaxKind.TypeAliasDeclaration,
  ts.SyntaxKind.HeritageClause,
  ts.SyntaxKind.ExpressionWithTypeArguments,
  ts.SyntaxKind.PropertySignature,
  ts.SyntaxKind.IndexSignature,
  ts.SyntaxKind.Parameter,
  ts.SyntaxKind.QuestionToken,
  ts.SyntaxKind.TypeLiteral,
  ts.SyntaxKind.TypeReference,
  ts.SyntaxKind.TypeOperator,
  ts.SyntaxKind.IndexedAccessType,
  ts.SyntaxKind.ArrayType,
  ts.SyntaxKind.UnionType,
  ts.SyntaxKind.IntersectionType,
  ts.SyntaxKind.ParenthesizedType,
  ts.SyntaxKind.LiteralType,
  ts.SyntaxKind.StringKeyword,
  ts.SyntaxKind.NumberKeyword,
  ts.SyntaxKind.BooleanKeyword,
  ts.SyntaxKind.UnknownKeyword,
  ts.SyntaxKind.UndefinedKeyword,
  ts.SyntaxKind.NeverKeyword,
  ts.SyntaxKind.NullKeyword,
  ts.SyntaxKind.VariableStatement,
  ts.SyntaxKind.VariableDeclarationList,
  ts.SyntaxKind.VariableDeclaration,
  ts.SyntaxKind.CallExpression,
  ts.SyntaxKind.ObjectLiteralExpression,
  ts.SyntaxKind.ArrayLiteralExpression,
  ts.SyntaxKind.PropertyAssignment,
  ts.SyntaxKind.ComputedPropertyName,
  ts.SyntaxKind.PropertyAccessExpression,
  ts.SyntaxKind.SatisfiesExpression,
  ts.SyntaxKind.AsExpression,
  ts.SyntaxKind.PrefixUnaryExpression,
  ts.SyntaxKind.StringLiteral,
  ts.SyntaxKind.NumericLiteral,
  ts.SyntaxKind.TrueKeyword,
  ts.SyntaxKind.FalseKeyword,
  ts.SyntaxKind.Identifier,
]);

/** What a generated source holds that it must not. */
export function unexpectedIn(source: string): string[] {
  const file = ts.createSourceFile("generated.ts", source, ts.ScriptTarget.ESNext, true, ts.ScriptKind.TS);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (!allowedKinds.has(node.kind)) found.push(`${ts.SyntaxKind[node.kind]}: ${node.getText().slice(0, 60)}`);
    if (ts.isCallExpression(node) && !allowedCalls.has(node.expression.getText()))
      found.push(`call of ${node.expression.getText()}`);
    if (ts.isPropertyAccessExpression(node) && node.expression.getText() !== "samples")
      found.push(`access ${node.getText()}`);
    if (ts.isComputedPropertyName(node) && !/^"\w+"(?: as string)?$/.test(node.expression.getText()))
      found.push(`computed ${node.getText()}`);
    // `{ __proto__: x }` sets the prototype instead of a member.
    if (ts.isPropertyAssignment(node) && !ts.isComputedPropertyName(node.name) && node.name.text === "__proto__")
      found.push("prototype");
    if (
      ts.isIdentifier(node) &&
      isReference(node) &&
      !/^(?:operation|samples|[a-z]\w*Pages|pageNumber|CallOptions)$/.test(node.text)
    ) {
      found.push(`reference to ${node.text}`);
    }
    ts.forEachChild(node, visit);
  };
  ts.forEachChild(file, visit);
  return [...found, ...directivesIn(file)];
}

/** Whether an identifier reads a value, rather than naming a declaration, a member or a type. */
function isReference(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent)) return parent.initializer === node;
  return ts.isCallExpression(parent) || ts.isArrayLiteralExpression(parent) || ts.isSatisfiesExpression(parent);
}

/** Comments that a compiler or a bundler would obey. */
function directivesIn(file: ts.SourceFile): string[] {
  const found: string[] = [];
  const scanner = ts.createScanner(ts.ScriptTarget.ESNext, false, ts.LanguageVariant.Standard, file.text);
  for (let token = scanner.scan(); token !== ts.SyntaxKind.EndOfFileToken; token = scanner.scan()) {
    if (token !== ts.SyntaxKind.MultiLineCommentTrivia && token !== ts.SyntaxKind.SingleLineCommentTrivia) continue;
    const text = scanner.getTokenText();
    if (/@internal/i.test(text) || /@ts-/i.test(text)) found.push(`directive in ${text.slice(0, 60)}`);
  }
  return found;
}

/** Every string that the source holds, as a value, a type or a member's name. */
export function stringsIn(source: string): Set<string> {
  const file = ts.createSourceFile("generated.ts", source, ts.ScriptTarget.ESNext, true, ts.ScriptKind.TS);
  const found = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteral(node)) found.add(node.text);
    ts.forEachChild(node, visit);
  };
  ts.forEachChild(file, visit);
  return found;
}
