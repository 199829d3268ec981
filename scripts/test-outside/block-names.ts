import ts from "typescript";

/** The names in a piece of code that matter to whoever joins it with others. */
export interface BlockNames {
  /** Declared at the top level and not exported yet, so that later code can use them. */
  readonly offered: ReadonlySet<string>;
  /** Exported by the code itself. */
  readonly exported: ReadonlySet<string>;
  /** Used, and declared nowhere in the code: globals, or names that the reader has from before. */
  readonly free: ReadonlySet<string>;
}

/** Finds what a module declares and what it leaves to others. */
export function blockNames(code: string): BlockNames {
  const source = ts.createSourceFile("block.ts", code, { languageVersion: ts.ScriptTarget.ES2023 }, true);
  const declared = new Set<string>();
  const used = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node))
      (isDeclarationName(node) ? declared : isReference(node) ? used : undefined)?.add(node.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  const offered = new Set<string>();
  const exported = new Set<string>();
  for (const statement of source.statements) {
    const isExported = ts.canHaveModifiers(statement) && hasExport(ts.getModifiers(statement));
    for (const name of topLevelNames(statement)) (isExported ? exported : offered).add(name);
  }
  return { offered, exported, free: new Set([...used].filter((name) => !declared.has(name))) };
}

function hasExport(modifiers: readonly ts.Modifier[] | undefined): boolean {
  return modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;
}

function topLevelNames(statement: ts.Statement): readonly string[] {
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.flatMap(({ name }) => bound(name));
  const isNamed =
    ts.isFunctionDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement);
  return isNamed && statement.name !== undefined ? [statement.name.text] : [];
}

function bound(name: ts.BindingName): string[] {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((element) => (ts.isOmittedExpression(element) ? [] : bound(element.name)));
}

/** Whether the identifier is what its parent declares or imports. */
function isDeclarationName(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isImportSpecifier(parent) || ts.isImportClause(parent) || ts.isNamespaceImport(parent))
    return parent.name === node;
  const declares =
    ts.isVariableDeclaration(parent) ||
    ts.isBindingElement(parent) ||
    ts.isParameter(parent) ||
    ts.isFunctionDeclaration(parent) ||
    ts.isFunctionExpression(parent) ||
    ts.isClassDeclaration(parent) ||
    ts.isInterfaceDeclaration(parent) ||
    ts.isTypeAliasDeclaration(parent) ||
    ts.isTypeParameterDeclaration(parent);
  return declares && parent.name === node;
}

/** Whether the identifier stands for a value or a type, rather than naming a member. */
function isReference(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isQualifiedName(parent)) return parent.left === node;
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node;
  if (ts.isBindingElement(parent)) return parent.initializer === node;
  return !(
    ts.isImportSpecifier(parent) ||
    ts.isExportSpecifier(parent) ||
    ts.isPropertySignature(parent) ||
    ts.isPropertyDeclaration(parent) ||
    ts.isMethodSignature(parent) ||
    ts.isMethodDeclaration(parent) ||
    ts.isLabeledStatement(parent)
  );
}
