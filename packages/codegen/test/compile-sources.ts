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
  const texts = new Map(
    [...sources].filter(([name]) => name.endsWith(".ts")).map(([name, text]) => [join(folder, name), text]),
  );
  const disk = ts.createCompilerHost(options);
  const host: ts.CompilerHost = {
    ...disk,
    directoryExists: (path) => path.startsWith(folder) || ts.sys.directoryExists(path),
    fileExists: (path) => texts.has(path) || disk.fileExists(path),
    readFile: (path) => texts.get(path) ?? disk.readFile(path),
    getSourceFile: (path, language, ...rest) => {
      const text = texts.get(path);
      return text === undefined
        ? disk.getSourceFile(path, language, ...rest)
        : ts.createSourceFile(path, text, language);
    },
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
