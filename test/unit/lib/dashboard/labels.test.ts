import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldNameOf } from '../../../../lib/dashboard/field-names.ts';
import { controlNameOf, isTokenTitle, wordsOf } from '../../../../lib/dashboard/labels.ts';

it.each([
  ['API Token', 'api token'],
  ['  API\n\tToken: ', 'api token'],
  ['Api-Token (2)', 'api token'],
  ['Re-generate', 're generate'],
  ['✖ DELETE', 'delete'],
  ['\u202EDel\u200Bete', 'delete'],
  ['Ｄｅｌｅｔｅ', 'delete'],
  ['Re\u0301ge\u0301ne\u0301rer', 'régénérer'],
  ['Regenerate Regenerate', 'regenerate'],
  ['12 • 3', ''],
  ['', ''],
])('%j is the words %j', (text, words) => {
  expect(wordsOf(text).join(' ')).toBe(words);
});

describe('controls', () => {
  it.each([
    [
      'regenerate',
      ['Regenerate', 'REGENERATE', 'Re-generate', 'Regenerate token', 'Regenerate API Token »', 'Regenerate (1)'],
    ],
    ['regenerate', ['Regenerieren', 'Token neu generieren', 'Regenerar', 'Régénérer', 'Gerar novamente', 'Erneuern']],
    [
      'delete',
      ['Delete', '🗑 Delete', 'Delete your API Token', 'Remove', 'Löschen', 'Eliminar', 'Supprimer', 'Excluir'],
    ],
    [
      'generate',
      ['Generate', 'Generate API Token', 'Generate a new token now', 'Create', 'Erstellen', 'Générer', 'Criar'],
    ],
    [
      'generate',
      [
        'API-Token erzeugen',
        'Générer un jeton',
        'Einen neuen Token erstellen',
        'Generar un nuevo token',
        'Gerar um token',
      ],
    ],
    ['cancel', ['Cancel', '✕ Cancel', 'Abbrechen', 'Cancelar', 'Annuler']],
    ['copy', ['Copied', 'Copy', 'Copy to Clipboard', 'Kopieren', 'Copiar', 'Copier']],
    ['signIn', ['Sign In', 'Log in', 'Login', 'Anmelden', 'Iniciar sesión', 'Se connecter', 'Entrar']],
    ['signOut', ['Sign Out', 'Logout', 'Abmelden', 'Cerrar sesión', 'Se déconnecter', 'Sair']],
    ['signOut', ['Sign out of your account', 'Log out of SnapEngage']],
    [
      'regenerate',
      ['Neu erzeugen', 'Neu generieren', 'Volver a generar', 'Regénérer', 'Générer à nouveau', 'Regenerar token'],
    ],
    ['delete', ['Revoke', 'Widerrufen', 'Revocar', 'Révoquer', 'Remover', 'Revogar']],
    ['delete', ['Entfernen', 'Borrar', 'Apagar', 'Token löschen', 'Supprimer le jeton', 'Excluir token']],
    ['generate', ['Generieren', 'Erzeugen', 'Generar', 'Crear', 'Créer', 'Gerar', 'Create tokens']],
    [
      'copy',
      [
        ...['In die Zwischenablage kopieren', 'Copiar al portapapeles', 'Copier dans le presse-papiers'],
        'Copiar para a área de transferência',
      ],
    ],
    ['signIn', ['Iniciar sessão', 'Log-in']],
    ['signOut', ['Log out', 'Signout', 'Déconnexion', 'Terminar sessão']],
    ['myAccount', ['A minha conta']],
    [
      'userMenu',
      [
        ...['Profile menu', 'Open menu', 'Benutzermenü', 'Menú de usuario', 'Menu utilisateur', 'Menu do usuário'],
        ...['▼', '▿ ', ' ⌄', '˅', 'max.muster@acme.example▼', 'MAX@ACME.EXAMPLE'],
      ],
    ],
    ['delete', ['Delete the API token of my account', 'Remove your SnapEngage token', 'Delete token']],
    ['generate', ['Generate a token for this account', 'Create SnapEngage API Token']],
    ['myAccount', ['My Account', 'my account ▾', 'Mein Konto', 'Mi cuenta', 'Mon compte', 'Minha conta']],
    ['apiToken', ['Jetons API', 'Your current API token value is']],
    ['delete', ['Delete the API of my account']],
    ['apiToken', ['API Token', 'Api Token', 'API tokens', 'Your API Token', 'Jeton API']],
    ['api', ['API', 'Api', 'APIs (2)']],
    ['userMenu', ['olivia@acme.example ▾', 'olivia@acme.example', '▾', 'Account menu', 'User menu']],
  ] as const)('%s', (name, labels) => {
    for (const label of labels) expect([label, controlNameOf(label)]).toEqual([label, name]);
  });

  it.each([
    ...['', '42', '…', 'Save', 'OK', 'Deleted', 'Delete account data', 'Delete widget', 'Delete chat', 'Remove agent'],
    ...[
      '▾ More',
      'Write to olivia@acme.example',
      'olivia@acme.example has written',
      '4th of 5 API tokens in your account',
    ],
    ...[
      'Your my current API token value is',
      'The value of your own current API token is',
      'Delete the api token of this my current account for now yes',
    ],
    ...['Do not delete', 'Generate report', 'Regenerate webhook secret', 'Regenerate API key', 'Copy link', 'API Docs'],
    ...[
      'Agent Status API',
      'Delete or regenerate',
      'I want to regenerate',
      'Regenerate all of them for every account now',
    ],
    ...['Delete account', 'Delete my account', 'Delete this account now', 'Delete your SnapEngage account (1)'],
    ...['Remove account', 'Remove my settings', 'Delete settings', 'Delete SnapEngage', '🗑 Delete Account'],
    ...['Konto löschen', 'Mein Konto löschen', 'Eliminar mi cuenta', 'Eliminar la cuenta', 'Supprimer le compte'],
    ...['Supprimer mon compte', 'Excluir conta', 'Apagar a minha conta', 'Create account', 'Create an account'],
    ...[
      'Create a new account',
      'Generate settings',
      'Konto erstellen',
      'Crear cuenta',
      'Créer un compte',
      'Criar conta',
    ],
    ...['Regenerate account', 'Regenerate settings', 'Regenerate for SnapEngage'],
    ...[`Delete${'!'.repeat(115)}`, `API Token${' '.repeat(112)}`, `Delete ${'🗑'.repeat(60)}`, `▾${' '.repeat(120)}`],
  ])('%j is none we know', (label) => {
    expect(controlNameOf(label)).toBeNull();
  });
});

it.each([
  [true, ['API Token', 'Api Token', 'Your API token', 'The current API Token', 'SnapEngage API Token', 'Token de API']],
  [
    false,
    ['Token', 'API', 'API Key', 'Agent Status API Token', 'Old API Token', 'API Token documentation', 'CSRF token'],
  ],
  [false, ['Authentication Token', 'What is an API Token?', 'Mobile API Token', 'API token note', '']],
])('a title of the token: %s', (is, titles) => {
  for (const title of titles) expect([title, isTokenTitle(wordsOf(title))]).toEqual([title, is]);
});

it.each(['Delete', 'Regenerate', 'Sign out', 'API Token', 'Cancel'])('no name is longer than 120: %s', (name) => {
  expect(controlNameOf(name.padEnd(120, '!'))).toBe(controlNameOf(name));
  expect(controlNameOf(name.padEnd(121, '!'))).toBeNull();
  expect(controlNameOf(name.padEnd(100_000, '!'))).toBeNull();
});

describe('fields', () => {
  it.each([
    ['token', ['API Token', 'Token', 'Your token:', 'The API token', 'Current token', 'Jeton', 'Token value']],
    [
      'organisation',
      [
        ...['Organization ID', 'Organisation', 'orgId', 'Org ID:', 'ID de organización', 'ID da organização'],
        ...['Organization', 'Organisations', 'Org', 'ID de l’organisation'],
      ],
    ],
    [
      'foreign',
      ['CSRF token', 'Authentication Token', 'Widget ID', 'Webhook secret', 'Build', 'Session', 'API key', 'Password'],
    ],
    [
      'foreign',
      [
        'Organization token',
        'Token of the organization',
        'Org API key',
        'Organisation secret',
        'Webhook of organization',
      ],
    ],
    [
      'foreign',
      ['Organization client ID', 'Session orgId', 'Organización: token', 'Jeton de l’organisation 2', 'Org build'],
    ],
    ['foreign', ['Old token', 'Refresh token', 'Mobile API Token', 'Token ID']],
    ['foreign', ['Fingerprint', 'Account ID', 'Error reference', 'Trace', 'Example']],
    [
      'foreign',
      [
        ...['Authorization', 'CSRF', 'Widgets', 'Version', 'Secret', 'Web hook', 'Webhooks', 'Hash', 'Commit'],
        ...['Signature', 'Nonce', 'Note', 'Request', 'Client'],
      ],
    ],
    [
      'foreign',
      [
        ...[
          'Geheimnis',
          'Schlüssel',
          'API-Schlüssel',
          'Passwort',
          'Kennwort',
          'Sitzung',
          'Anfrage',
          'Sesión',
          'Sessão',
        ],
        ...['Secreto', 'Segredo', 'Clave', 'Contraseña', 'Solicitud', 'Firma', 'Chave', 'Senha', 'Assinatura', 'Clé'],
        ...['Mot de passe', 'Demande'],
      ],
    ],
  ] as const)('%s, tied to the value or standing before it', (field, labels) => {
    for (const label of labels) {
      expect([label, fieldNameOf(label, true)]).toEqual([label, field]);
      expect([label, fieldNameOf(label, false)]).toEqual([label, field]);
    }
  });

  it.each(['Digest', 'Copied', 'Nota', 'Anything at all'])('%s is another thing only where it is tied', (label) => {
    expect(fieldNameOf(label, true)).toBe('unknown');
    expect(fieldNameOf(label, false)).toBeNull();
  });

  it.each(['Keep your token to yourself.', 'Use this token to call the API.', 'Your token is shown below:'])(
    '%s is no label',
    (text) => {
      expect(fieldNameOf(text, false)).toBeNull();
    },
  );

  it.each(['', '—', '12'])('%j says nothing', (label) => {
    expect(fieldNameOf(label, true)).toBeNull();
  });
});

// The first text that fast-check makes takes it seconds on a busy machine.
it('finds words in any text, free of marks and counts', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      for (const word of wordsOf(text)) expect(word).toMatch(/^[\p{L}\p{M}\p{N}]+$/u);
      expect(wordsOf(wordsOf(text).join(' '))).toEqual(wordsOf(text));
    }),
  );
}, 30_000);
