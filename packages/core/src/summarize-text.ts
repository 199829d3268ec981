const PAGE_TITLE = /<title[^>]{0,100}>\s*([^<\s][^<\r\n]{0,199})/i;
const FIRST_LINE = /^\s*([^<\s].{0,199})/;

/** One line that says what an error page or text is about: the title of an HTML page, otherwise its first line; "" for neither. */
export function summarizeText(text: string): string {
  return (PAGE_TITLE.exec(text) ?? FIRST_LINE.exec(text))?.[1]?.trimEnd() ?? "";
}
