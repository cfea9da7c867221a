/** Finding a token, or a part of it, where none may be, without ever printing one. */

/** So many characters of a token in a row are a part of it; fewer may stand anywhere by chance. */
const partLength = 8;

/** Whether `text` holds `token`, a run of 8 of its characters, or such a run backwards or in base64. */
export function holdsPartOf(token: string, text: string): boolean {
  const reversed = [...token].reverse().join('');
  return [token, reversed, Buffer.from(token).toString('base64')].some((form) => holdsRunOf(form, text));
}

function holdsRunOf(secret: string, text: string): boolean {
  for (let start = 0; start + partLength <= secret.length; start += 1)
    if (text.includes(secret.slice(start, start + partLength))) return true;
  return false;
}

/** How often `token` stands in `text`. */
export function timesIn(token: string, text: string): number {
  return text.split(token).length - 1;
}
