/** What the label beside a value says that the value is. */
import { controlNameOf, isTokenTitle, titleFillers, tokenWords, wordsOf } from './labels.ts';

/**
 * What the label beside a value says the value is. `foreign`: something else than the token, by name; `unknown`:
 * something else, as the page ties another name to it that says nothing we know.
 */
export type FieldName = 'token' | 'organisation' | 'foreign' | 'unknown';

const organisationWords = new Set([
  'organization',
  'organisation',
  'org',
  'orgid',
  'organisations',
  'organización',
  'organização',
]);
const foreignHints =
  /\b(auth(?!enticat(e|es|ing)\b|entifi(zieren|ziert|er|ez|e)\b|ori[sz](e|es|ing)\b)\w*|csrf|widget\w*|build|version|secret|web ?hook\w*|password|hash|commit|key|session|signature|nonce|note|request|client|uuid|trace|error|reference|incident|event|fingerprint|checksum|example|sample)\b/;
/** The same in the vendor's other languages, where words are put together. */
const foreignStems =
  /geheim|schlüssel|passwor|kennwort|sitzung|anfrage(?!n)|sesión|sessão|secret|segredo|clave|contraseña|solicitud(?!es)|firma|chave|senha|assinatura|(?<!\p{L})clé(?!\p{L})|mot de passe|demande(?!s)/u;
/** What was the token once. */
const formerWords =
  /(?<!\p{L})(previous|old|former|history|revoked|expired|replaced|inactive|alte[nrs]?|frühere[nrs]?|bisherige[nrs]?|widerrufene?[nrs]?|verlauf|anterior(es)?|anti[gc]uos?|antigos?|revo[cg]ad[oa]s?|historial|histórico|anciens?|précédents?|révoqués?|historique)(?!\p{L})/u;
const newWords = new Set('new neu neuer neues neuen nuevo nouveau nouvel novo'.split(' '));
const stateWords = new Set(
  'active aktiv activo actif ativo live valid gültig created erstellt creado créé criado am on here this hier dies dieser aquí este éste voici ceci aqui está'.split(
    ' ',
  ),
);
const yourWords = new Set('your ihr ihre ihren dein deine deinen su tu votre ton seu teu'.split(' '));

/**
 * What a value labelled `label` is, or null where the label does not say. `explicit`: the page ties the label to
 * the value (a label element, a row header); then an unknown name makes it something else than the token.
 */
export function fieldNameOf(label: string, explicit: boolean): FieldName | null {
  // Whose it is does not matter: an address may hold any word.
  const words = wordsOf(label.replace(/\S+@\S+/g, ''));
  if (words.length === 0) return explicit && label.includes('@') ? 'unknown' : null;
  return nameIn(words) ?? (explicit ? 'unknown' : null);
}

function nameIn(words: readonly string[]): FieldName | null {
  if (isTokenName(words) || isTokenName(withoutNew(words))) return 'token';
  // A few words with a token in them are the name of another one; a sentence that speaks of it names nothing.
  const namesToken = words.some((word) => tokenWords.has(word));
  const isOrganisation = words.some((word) => organisationWords.has(word));
  const text = words.join(' ');
  if (isForeign(text) || isFormer(words)) return 'foreign';
  if (namesToken && (isOrganisation || words.length <= 4)) return 'foreign';
  if (isOrganisation) return 'organisation';
  return words.includes('id') || words.includes('ids') ? 'foreign' : null;
}

/** Whether `text`, in plain words, has one for something else than the token. */
export const isForeign = (text: string): boolean => foreignHints.test(text) || foreignStems.test(text);

/**
 * Whether `words` say that what follows is no token any more; a new one may come with a word about the old, and so may what
 * is said of regenerating.
 */
export const isFormer = (words: readonly string[]): boolean =>
  formerWords.test(words.join(' ')) &&
  !words.some((word) => newWords.has(word) || controlNameOf(word) === 'regenerate');

/** What is said of the token beside its name; "Your new API token" is the token, "New API token" may be a form for one. */
function withoutNew(words: readonly string[]): string[] {
  const isYours = words.some((word) => yourWords.has(word));
  return words.filter((word) => !stateWords.has(word) && !(isYours && newWords.has(word)));
}

const isTokenName = (words: readonly string[]) => isTokenTitle(words) || isBareToken(words);

function isBareToken(words: readonly string[]): boolean {
  return (
    words.length <= 4 &&
    words.some((word) => tokenWords.has(word)) &&
    words.every((word) => tokenWords.has(word) || titleFillers.has(word) || yourWords.has(word))
  );
}
