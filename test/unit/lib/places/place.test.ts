// @vitest-environment node
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLink } from '../../../../lib/places/link.ts';
import { looksLikeASecret } from '../../../../lib/places/looks-like-a-secret.ts';
import { checkDraft, longest, type PlaceDraft, placeSchema } from '../../../../lib/places/place.ts';
import { draft, fakeSecret, fakeToken, idOf, noon, place } from './support.ts';

const errorsOf = (changes: Partial<PlaceDraft>) => {
  const checked = checkDraft(draft(changes));
  return checked.ok ? [] : checked.errors.map(({ field, code }) => `${field} ${code}`);
};

it('keeps what was typed, trimmed, and nothing else', () => {
  const typed = draft({ name: ' Kiosk ', contact: ' o@acme.example ', link: ' example.com/x ', note: ' a\r\nb\rc\n' });
  expect(checkDraft(typed)).toEqual({
    ok: true,
    fields: {
      ...{ name: 'Kiosk', system: 'Snowflake', link: 'https://example.com/x', contact: 'o@acme.example' },
      ...{ api: 'logs', format: 'token', note: 'a\nb\nc' },
    },
  });
  expect(checkDraft(draft())).toMatchObject({ ok: true, fields: { link: null } });
});

it.each<[string, Partial<PlaceDraft>, string[]]>([
  ['no name', { name: '  ' }, ['name missing']],
  ['a long name', { name: 'ab '.repeat(30) }, ['name tooLong']],
  ['a long system', { system: 'ab '.repeat(30) }, ['system tooLong']],
  ['a long contact', { contact: 'ab '.repeat(50) }, ['contact tooLong']],
  ['a long note', { note: 'ab '.repeat(200) }, ['note tooLong']],
  ['a line end in a name', { name: 'a\nb' }, ['name notPlain']],
  ['a turned name', { name: 'a\u202eb' }, ['name notPlain']],
  ['half a surrogate pair', { system: 'a\ud800' }, ['system notPlain']],
  ['a tab in a note', { note: 'a\tb' }, ['note notPlain']],
  ['an invisible character in a link', { link: 'https://exa\u200bmple.com' }, ['link notPlain']],
  ['an unknown API', { api: '__proto__' }, ['api unknown']],
  ['no format', { format: '' }, ['format missing']],
  ['a long format', { format: 'x'.repeat(61) }, ['format tooLong']],
  ['a strange format', { format: 'template:../x' }, ['format unknown']],
  ['a token for a format', { format: fakeToken() }, ['format unknown']],
  [
    'all at once',
    { name: '', link: 'http://x.y', api: '', note: '\0' },
    ['name missing', 'link notHttps', 'api unknown', 'note notPlain'],
  ],
])('names %s', (_, changes, errors) => {
  expect(errorsOf(changes)).toEqual(errors);
});

it('takes the longest of each field', () => {
  const long = (length: number) =>
    'ab '
      .repeat(200)
      .slice(0, length - 1)
      .concat('x');
  const link = `https://example.com/${'a/'.repeat(240)}`.slice(0, longest.link);
  const typed = { link, name: long(80), system: long(80), contact: long(120), note: long(500) };
  expect(errorsOf(typed)).toEqual([]);
  expect(errorsOf({ ...typed, link: `${link}a` })).toEqual(['link tooLong']);
});

it.each(['token', 'xApiKey', 'store:github', `template:${idOf(1)}`])('takes the format %s', (format) => {
  expect(errorsOf({ format })).toEqual([]);
});

describe('a link', () => {
  it.each([
    ['example.com', 'https://example.com/'],
    ['example.com/x', 'https://example.com/x'],
    ['example.com:8443/x', 'https://example.com:8443/x'],
    ['//example.com/x', 'https://example.com/x'],
    ['HTTPS://Example.com/A', 'https://example.com/A'],
    ['https://intranet/x', 'https://intranet/x'],
    ['bücher.example', 'https://xn--bcher-kva.example/'],
    ['https://example.com/@user', 'https://example.com/@user'],
  ])('typed as %s is kept as %s', (typed, link) => {
    expect(readLink(typed)).toEqual({ ok: true, link });
  });
  it.each([
    ['http://example.com', 'notHttps'],
    ['javascript:alert(1)', 'notHttps'],
    ['javascript:1', 'notHttps'],
    ['data:text/html,x', 'notHttps'],
    ['mailto:o@acme.example', 'notHttps'],
    ['file:///etc/passwd', 'notHttps'],
    ['https://user:pass@example.com', 'hasCredentials'],
    ['https://user@example.com', 'hasCredentials'],
    ['https://:pass@example.com', 'hasCredentials'],
    ['user@example.com', 'hasCredentials'],
    ['Salesforce', 'notAnUrl'],
    ['/settings.html', 'notAnUrl'],
    ['///example.com', 'notAnUrl'],
    ['\\\\example.com\\x', 'notAnUrl'],
    ['https://', 'notAnUrl'],
    ['two words.com', 'notAnUrl'],
    [`example.com/${'ü'.repeat(200)}`, 'tooLong'],
  ])('%s is refused', (typed, code) => {
    expect(readLink(typed)).toEqual({ ok: false, code });
  });
  it('is kept in a spelling that stays the same', () => {
    fc.assert(
      fc.property(fc.oneof(fc.webUrl({ validSchemes: ['https'], size: 'small' }), fc.string()), (typed) => {
        const read = readLink(typed);
        if (read.ok) expect(readLink(read.link)).toEqual(read);
      }),
    );
  });
});

describe('what looks like a secret', () => {
  /** Letters and digits in turn, as in a text drawn by lot. */
  const mixedUuid = [8, 4, 4, 4, 12].map((length) => 'a1b2c3d4e5f6'.slice(0, length)).join('-');
  const secrets: [string, string][] = [
    ['32 hex digits', fakeToken()],
    ['upper case', fakeToken().toUpperCase()],
    ['more of them', fakeToken() + fakeToken()],
    ['40 letters and digits', fakeSecret(40)],
    ['letters and digits with signs', `${fakeSecret(21)}-${fakeSecret(22)}_`],
    ['a UUID without hyphens', crypto.randomUUID().replaceAll('-', '')],
  ];
  it.each(secrets)('is found in every text: %s', (_, secret) => {
    for (const field of ['name', 'system', 'contact', 'note'] as const) {
      expect(errorsOf({ [field]: `x ${secret}.` })).toEqual([`${field} looksLikeASecret`]);
      expect(placeSchema.safeParse(place(1, { [field]: `x${secret}` })).success).toBe(false);
    }
    expect(errorsOf({ link: `https://example.com/?key=${secret}` })).toEqual(['link looksLikeASecret']);
    expect(placeSchema.safeParse(place(1, { link: `https://example.com/${secret}` })).success).toBe(false);
  });
  it('is found in a link whose host is spelt in wide letters', () => {
    const wide = [...fakeToken()].map((each) => String.fromCodePoint((each.codePointAt(0) ?? 0) + 0xfee0)).join('');
    expect(errorsOf({ link: `https://${wide}.example.com` })).toEqual(['link looksLikeASecret']);
  });
  it('is found in nearly every random text of 43 letters and digits', () => {
    const random = (n: number) => createHash('sha256').update(String(n)).digest('base64url');
    const texts = Array.from({ length: 1000 }, (_, n) => random(n));
    expect(texts.filter(looksLikeASecret).length).toBeGreaterThan(940);
  });
  it.each([
    crypto.randomUUID(),
    `https://example.com/?widgetId=${mixedUuid}&next=widget_id_${mixedUuid}-${mixedUuid}`,
    'https://example.com/a1b2c3/d4e5f6/a7b8c9/d1e2f3/a4b5c6/d7e8f9/a1b2c3',
    `https://app.example.com/orgs/${crypto.randomUUID()}/apps/${crypto.randomUUID()}/settings`,
    'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
    'https://wiki.example.com/How-to-rotate-the-SnapEngage-API-Token-2026-05-Runbook-for-Operations-v2',
    'https://github.com/acme-corporation/integrations-production/settings/secrets/actions',
    'SNAPENGAGE_API_TOKEN_PRODUCTION_EUROPE_WEST_1_READ_ONLY',
    'RotateTheSnapEngageApiTokenForAllOfOurServicesEverywhere',
    'https://acme.lightning.force.com/lightning/setup/NamedCredential/0XA5g000000TxYzGAK/view',
    'k8s-prod-v1-eu1-snapengage-logs-export-job',
    '1234567890123456',
    'a91f 03bc',
    '='.repeat(60),
  ])('is not found in any text that is used for names and links, case %#', (text) => {
    expect(looksLikeASecret(text)).toBe(false);
  });
});

it.each<[string, object]>([
  ['an id of another shape', { id: 'x' }],
  ['no name', { name: '' }],
  ['an http link', { link: 'http://example.com/' }],
  ['a link in another spelling', { link: 'https://EXAMPLE.com' }],
  ['a time that no calendar has', { updatedAt: 8.7e15 }],
  ['half a surrogate pair', { note: '\udc00' }],
])('does not store %s', (_, changes) => {
  expect(placeSchema.safeParse({ ...place(1), ...changes }).success).toBe(false);
});

it('stores whatever a draft gave', () => {
  const anyDraft = fc.record({
    ...{ name: fc.string(), system: fc.string(), link: fc.oneof(fc.webUrl(), fc.string(), fc.domain()) },
    ...{ contact: fc.string({ unit: 'binary' }), note: fc.string() },
    ...{ api: fc.constantFrom('logs', 'x'), format: fc.constantFrom('token', 'x y') },
  });
  fc.assert(
    fc.property(anyDraft, (typed) => {
      const checked = checkDraft(typed);
      const stored = checked.ok && { ...checked.fields, id: idOf(1), updatedAt: noon, archived: false };
      expect(!checked.ok || placeSchema.safeParse(stored).success).toBe(true);
    }),
  );
});
