const MAX_LENGTH = 200;

/** One line that says what an error page or text is about: the title of an HTML page, otherwise its first line; "" for neither. */
export function summarizeText(text: string): string {
  const title = /<title[^>]{0,100}>([^<]{1,500})/i.exec(text)?.[1];
  const line = title ?? (text.trimStart().startsWith("<") ? "" : text);
  return (
    line
      .trim()
      .split(/[\r\n]/, 1)[0]
      ?.slice(0, MAX_LENGTH) ?? ""
  );
}
