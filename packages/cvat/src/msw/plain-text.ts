/** Text that is said to be HTML, as the server answers where Django and not its REST framework does (server 2.73). */
export function plainText(status: number, text: string): Response {
  return new Response(text, { status, headers: { "content-type": "text/html; charset=utf-8" } });
}
