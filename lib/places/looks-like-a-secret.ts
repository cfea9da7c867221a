/** Whether a text holds something that looks like a token: places are kept on disk, exported and synced. */

/** SnapEngage's own shape (facts.md, Shapes) and everything longer of it; upper case, too, as some tools write it. */
const hexRun = /[0-9a-f]{32,}/i;
/** A UUID with its hyphens: widget ids and the ids in admin links; vendors use them for names, not for secrets. */
const uuid = /(?<![0-9a-z])[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![0-9a-z])/gi;
/** What base62 and base64url are made of. No slash, or the path of a link would be one run. */
const longRun = /[\w+=-]{40,}/g;
const border = /\d(?=[a-z])|[a-z](?=\d)/gi;
/** In random letters and digits a quarter of the neighbours or more are a letter beside a digit. */
const neighboursPerBorder = 10;

/**
 * Whether `text` holds 32 hex digits in a row, or 40 letters and digits in a row that look drawn by lot: a letter and a
 * digit side by side at one in ten places. Words, titles in a link (`rotate-the-api-token-2026-05`), numbers and
 * UUIDs with hyphens are none. A UUID without hyphens is one: it cannot be told from a token. So are the ids that some
 * document stores put into their links (Notion, Google Docs), and a whole commit hash: refused rather than guessed at.
 */
export function looksLikeASecret(text: string): boolean {
  return secretIn(text) !== null;
}

/** What in `text` looks like a token, or null where nothing does. */
export function secretIn(text: string): string | null {
  const rest = text.replace(uuid, ' ');
  const runs = [...rest.matchAll(longRun)].map(([run]) => run);
  return hexRun.exec(rest)?.[0] ?? runs.find(isRandom) ?? null;
}

/** Shorter parts of a token stand in other words by chance. */
const shortestPart = 8;

/** Whether `text` holds eight characters in a row of one of `secrets`: a selection misses the last one easily. */
export function holdsPartOf(secrets: readonly string[], text: string): boolean {
  return secrets.some((secret) =>
    [...secret.slice(shortestPart - 1)].some((_, at) => text.includes(secret.slice(at, at + shortestPart))),
  );
}

function isRandom(run: string): boolean {
  return (run.match(border)?.length ?? 0) >= run.length / neighboursPerBorder;
}
