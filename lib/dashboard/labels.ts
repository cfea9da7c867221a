/**
 * The words the dashboard's controls and fields are known by, and how a name on the page is matched to them:
 * case, white space, punctuation, icons, counts and filler words do not matter, every other word does.
 * English labels are documented by the vendor (facts.md, The API Token page); the other languages are those the
 * vendor offers, with the usual words for the same actions.
 */

import { longestName } from './limits.ts';

/** What a control does, as far as its name tells. */
export type ControlName =
  | 'regenerate'
  | 'delete'
  | 'generate'
  | 'cancel'
  | 'copy'
  | 'signIn'
  | 'signOut'
  | 'apiToken'
  | 'api'
  | 'myAccount'
  | 'userMenu';

const phrases: Record<Exclude<ControlName, 'apiToken' | 'api'>, readonly string[]> = {
  regenerate: ['regenerate', 'regenerieren', 'erneuern', 'regenerar', 'régénérer', 'regénérer'],
  delete: [
    'delete',
    'remove',
    'revoke',
    'löschen',
    'entfernen',
    'widerrufen',
    'eliminar',
    'borrar',
    'revocar',
    'supprimer',
    'révoquer',
    'excluir',
    'apagar',
    'remover',
    'revogar',
  ],
  generate: [
    'generate',
    'create',
    'generieren',
    'erzeugen',
    'erstellen',
    'generar',
    'crear',
    'générer',
    'créer',
    'gerar',
    'criar',
  ],
  cancel: ['cancel', 'abbrechen', 'cancelar', 'annuler'],
  copy: [
    'copy',
    'copy to clipboard',
    'copied',
    'kopieren',
    'in die zwischenablage kopieren',
    'copiar',
    'copiar al portapapeles',
    'copier',
    'copier dans le presse papiers',
    'copiar para a área de transferência',
  ],
  signIn: ['sign in', 'log in', 'login', 'anmelden', 'iniciar sesión', 'se connecter', 'entrar', 'iniciar sessão'],
  signOut: [
    'sign out',
    'log out',
    'logout',
    'signout',
    'abmelden',
    'cerrar sesión',
    'se déconnecter',
    'déconnexion',
    'sair',
    'terminar sessão',
  ],
  userMenu: [
    'account menu',
    'user menu',
    'profile menu',
    'open menu',
    'benutzermenü',
    'menú de usuario',
    'menu utilisateur',
    'menu do usuário',
  ],
  myAccount: ['my account', 'mein konto', 'mi cuenta', 'mon compte', 'minha conta', 'a minha conta'],
};

/** With these words, what generates does so once more. */
const again =
  /(?<!\p{L})(re|again|neu|erneut|nochmals?|de (nuevo|novo|nouveau)|volver a|à nouveau|novamente)(?!\p{L})/u;
export const tokenWords: ReadonlySet<string> = new Set(['token', 'tokens', 'jeton', 'jetons']);
const fillers = new Set(
  (
    'api token tokens jeton your my the this current existing a an new of for now yes account settings snapengage ' +
    'dein deinen ihr ihren das den die der ein einen neues neuen dieses aktuelles aktuellen un une um uma nuevo nouveau novo su tu el la de del este le l d votre du ce o do da seu este'
  ).split(' '),
);
const accountWords = new Set(['account', 'settings', 'snapengage', 'konto', 'cuenta', 'compte', 'conta']);
/** Filler words that may stand beside "API token" in a title without making it another thing. */
export const titleFillers: ReadonlySet<string> = new Set(
  (
    'your my the current is snapengage de d la da do del l account value ihr dein mein aktueller aktuelles ist lautet ' +
    'su tu mi actual es votre ton mon actuel est seu meu atual é o el le'
  ).split(' '),
);
/** facts.md: My Account also opens from the small arrow beside the e-mail address, top right. */
const userMenuMark = /^(\S+@\S+\.[a-z]{2,24}\s*)?[▾▼▿⌄˅]$|^\S+@\S+\.[a-z]{2,24}$/i;

const byPhrase = new Map<string, ControlName>(
  Object.entries(phrases).flatMap(([name, list]) => list.map((phrase) => [phrase, name as ControlName] as const)),
);

/** `text` as plain words: lower case, compatibility forms folded, marks of direction, punctuation and counts gone. */
export function wordsOf(text: string): string[] {
  if (!beyondAscii.test(text)) return distinct(text.toLowerCase().match(/[a-z0-9]+/g) ?? []);
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\p{Cf}/gu, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
  return distinct(plain.split(' '));
}

/** Most of a page needs no more than this to be told from a name. */
const beyondAscii = /[\u0080-\uffff]/;

/** `words` without numbers, and without those that repeat the one before. */
function distinct(words: readonly string[]): string[] {
  const named = words.filter((word) => word !== '' && !/^\p{N}+$/u.test(word));
  return named.filter((word, index) => word !== named[index - 1]);
}

/** What the control with the accessible name `name` does, or null where the name is none we know. */
export function controlNameOf(name: string): ControlName | null {
  if (name.length > longestName) return null;
  // Numbers are no part of a name, and there may be thousands: `Token 1:`, `Token 2:`
  const unnumbered = name.replace(/\b\d+\b/g, '0');
  const known = answered.get(unnumbered);
  if (known !== undefined) return known;
  if (answered.size > mostAnswers) answered.clear();
  const answer = matchControl(unnumbered);
  answered.set(unnumbered, answer);
  return answer;
}

/** A busy page is looked at again and again, and says the same few names each time. */
const answered = new Map<string, ControlName | null>();
const mostAnswers = 2_000;

function matchControl(name: string): ControlName | null {
  if (userMenuMark.test(name.trim())) return 'userMenu';
  const words = wordsOf(name);
  if (words.length === 0 || words.length > 9) return null;
  if (isTokenTitle(words)) return 'apiToken';
  if (words.length === 1 && (words[0] === 'api' || words[0] === 'apis')) return 'api';
  return byPhrase.get(words.join(' ')) ?? meantBy(words);
}

/** What is said with more words than it takes, or by the words for doing it once more. */
function meantBy(words: readonly string[]): ControlName | null {
  const text = words.join(' ');
  const once = text.replace(again, '');
  const meant =
    byPhrase.get(
      wordsOf(once)
        .filter((word) => !fillers.has(word))
        .join(' '),
    ) ?? null;
  const named = meant === 'generate' && once !== text ? 'regenerate' : meant;
  return named !== 'signOut' && isOfAccount(words) ? null : named;
}

/** What is done to an account or to its settings is not done to the token. */
function isOfAccount(words: readonly string[]): boolean {
  const ofToken = words.some((word) => word === 'api' || tokenWords.has(word));
  return !ofToken && words.some((word) => accountWords.has(word));
}

/** Whether the name of a control says that it is the API token's. */
export const namesApiToken = (name: string): boolean => isOfApiToken(wordsOf(name));

const isOfApiToken = (words: readonly string[]) => words.includes('api') && words.some((word) => tokenWords.has(word));

/** Whether `words` name the API token itself, as a title, a label or a menu entry does. */
export function isTokenTitle(words: readonly string[]): boolean {
  if (words.length > 6 || !isOfApiToken(words)) return false;
  return words.every((word) => word === 'api' || tokenWords.has(word) || titleFillers.has(word));
}

/** Whether a heading of `words` says nothing of its own: it names the account, or is made of filler words. */
export const saysNothing = (words: readonly string[]): boolean =>
  myAccount.has(words.join(' ')) || words.every((word) => fillers.has(word) || titleFillers.has(word));

const myAccount = new Set(phrases.myAccount);
