import { join } from "node:path";
import ts from "typescript";

const root = join(import.meta.dirname, "../../..");
const folder = join(import.meta.dirname, "compiled");

/**
 * Type-checks sources as the strictest consumer would and says what is wrong with them. The sources exist in memory alone, in a
 * folder from which the run time resolves.
 */
export function compileSources(sources: ReadonlyMap<string, string>): string[] {
  const { config } = ts.readConfigFile(join(root, "tsconfig.base.json"), (path) => ts.sys.readFile(path)) as {
    config: { compilerOptions: object };
  };
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, root);
  options.isolatedDeclarations = true;
  options.declaration = true;
  options.noEmit = true;
  const host = ts.createCompilerHost(options);
  const texts = new Map(
    [...sources].filter(([name]) => name.endsWith(".ts")).map(([name, text]) => [join(folder, name), text]),
  );
  const { directoryExists, fileExists, readFile, getSourceFile } = host;
  host.directoryExists = (path) => path === folder || directoryExists?.(path) === true;
  host.fileExists = (path) => texts.has(path) || fileExists(path);
  host.readFile = (path) => texts.get(path) ?? readFile(path);
  host.getSourceFile = (path, language, ...rest) => {
    const text = texts.get(path);
    return text === undefined ? getSourceFile(path, language, ...rest) : ts.createSourceFile(path, text, language);
  };
  const program = ts.createProgram([...texts.keys()], options, host);
  return [...texts.keys()].flatMap((path) => {
    const source = program.getSourceFile(path);
    const found = [
      ...program.getSyntacticDiagnostics(source),
      ...program.getSemanticDiagnostics(source),
      ...program.getDeclarationDiagnostics(source),
    ];
    return found.map(
      (one) => `${path.slice(folder.length + 1)}: ${ts.flattenDiagnosticMessageText(one.messageText, " ")}`,
    );
  });
}
