import { format } from "prettier";

/**
 * Formats generated TypeScript. The options are fixed and no configuration is read, so that the same input gives the same bytes
 * in every project.
 */
export async function formatSource(source: string): Promise<string> {
  return format(source, {
    parser: "typescript",
    printWidth: 120,
    trailingComma: "all",
    endOfLine: "lf",
    embeddedLanguageFormatting: "off",
  });
}
