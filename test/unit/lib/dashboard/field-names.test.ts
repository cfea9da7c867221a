/** Words that say that what follows was the token once, in each of the vendor's languages and each of their forms. */
import { expect, it } from 'vitest';
import { fieldNameOf, isForeign, isFormer } from '../../../../lib/dashboard/field-names.ts';

it.each([
  ...['previous', 'old', 'former', 'history', 'revoked', 'expired', 'replaced', 'inactive'],
  ...['alte', 'alten', 'alter', 'altes', 'frühere', 'früheren', 'früherer', 'früheres'],
  ...['bisherige', 'bisherigen', 'bisheriger', 'bisheriges', 'verlauf'],
  ...['widerrufen', 'widerrufene', 'widerrufenen', 'widerrufener', 'widerrufenes'],
  ...['anterior', 'anteriores', 'antiguo', 'antiguos', 'anticuo', 'anticuos', 'antigo', 'antigos'],
  ...['revocado', 'revocada', 'revocados', 'revocadas', 'revogado', 'revogada', 'revogados', 'revogadas'],
  ...['historial', 'histórico', 'historique', 'ancien', 'anciens'],
  ...['précédent', 'précédents', 'révoqué', 'révoqués'],
])('%s is a word for a former one', (word) => {
  expect(isFormer([word])).toBe(true);
  expect(isFormer([word, 'token'])).toBe(true);
});

it.each(['alternative', 'altesse', 'goldold', 'antigone', 'anciennement', 'xhistory'])('%s is none', (word) => {
  expect(isFormer([word])).toBe(false);
});

it.each([
  ['clé', true],
  ['la clé', true],
  ['clément', false],
  ['boucléa', false],
  ['demande', true],
  ['demandes', false],
  ['anfrage', true],
  ['anfragen', false],
  ['solicitud', true],
  ['solicitudes', false],
])('%s names something else: %s', (text, is) => {
  expect(isForeign(text)).toBe(is);
});

it.each(['new', 'neuer', 'nouveau', 'regenerate'])(
  'with "%s" beside it, a word for a former one says nothing',
  (word) => {
    expect(isFormer(['old', word])).toBe(false);
  },
);

it.each([
  ['someone@example.com', true, 'unknown'],
  ['someone@example.com', false, null],
  ['…', true, null],
  ['zapier token of sales', false, 'foreign'],
  ['the zapier token of sales', false, null],
  ['user ids', false, 'foreign'],
  ['your your your token', false, 'token'],
] as const)('the label %j, tied: %j, names %j', (label, explicit, name) => {
  expect(fieldNameOf(label, explicit)).toBe(name);
});
