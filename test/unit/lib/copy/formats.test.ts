import { parseEnv } from 'node:util';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { CopyContext, Need } from '../../../../lib/copy/context.ts';
import { defaultFormat } from '../../../../lib/copy/copying.ts';
import { needsOf, possibleFormats, preview, render, resolveFormat } from '../../../../lib/copy/formats.ts';
import { newId } from '../../../../lib/new-id.ts';
import { maskOf } from '../../../../lib/token.ts';
import { piecesFromSh } from './run-sh.ts';

/** The first text that fast-check makes takes it seconds on a busy machine; in ms. */
const slowly = 30_000;

const token = '0123456789abcdef'.repeat(2);
const own = { id: newId(), name: 'own', text: 'export A={{token|sh}} # {{account}}' };
const bare = { id: newId(), name: 'bare', text: 'nothing' };
const context: CopyContext = {
  token,
  origin: 'https://www.snapengage.com',
  orgId: '1234567890123456',
  widgetId: 'w/1',
  account: 'owner@example.com',
  templates: [own, bare],
  system: 'macos',
};
const unknown: CopyContext = { token, origin: '', orgId: null, widgetId: '', account: null, templates: [] };
const fixed = ['token', 'authorization', 'xApiKey', 'curlLogs', 'curlChat', 'env', 'json'];
const inHeaders = ['authorization', 'xApiKey', 'curlLogs', 'curlChat', 'env', `template:${own.id}`];

it.each([
  ['token', '%'],
  ['authorization', 'Authorization: %'],
  ['xApiKey', 'x-api-key: %'],
  [
    'curlLogs',
    "curl 'https://www.snapengage.com/api/v2/1234567890123456/logs?start=YYYY-MM-DD&end=YYYY-MM-DD' -H 'Authorization: %'",
  ],
  ['curlChat', "curl 'https://www.snapengage.com/api/v1/chat/w%2F1' -H 'x-api-key: %'"],
  ['env', 'SNAPENGAGE_API_TOKEN=%\nSNAPENGAGE_ORG_ID=1234567890123456\nSNAPENGAGE_WIDGET_ID=w/1'],
  ['json', '{\n  "apiToken": "%",\n  "orgId": "1234567890123456",\n  "widgetId": "w/1"\n}'],
  [`template:${own.id}`, "export A='%' # owner@example.com"],
  [`template:${bare.id}`, 'nothing'],
  ['store:doppler', "pbpaste | doppler secrets set 'SNAPENGAGE_API_TOKEN' --no-interactive --silent"],
])('copies as %s, and previews it without the token', (id, text) => {
  const put = (value: string) => text.replace(/%(?!2F)/, () => value);
  expect(render(id, context)).toEqual({ ok: true, text: put(token) });
  const mask = maskOf('$&$1');
  const { token: _, ...rest } = context;
  expect(preview(id, rest, mask)).toEqual({ ok: true, text: put(mask) });
});

it.each<[string, Need[]]>([
  ['curlLogs', ['origin', 'orgId']],
  ['curlChat', ['origin', 'widgetId']],
  ['store:vault', ['system']],
  [`template:${own.id}`, ['template']],
  ['template:', ['template']],
  ['store:__proto__', ['format']],
  ['constructor', ['format']],
  ['', ['format']],
])('says all that is missing for %j', (id, missing) => {
  expect(render(id, unknown)).toEqual({ ok: false, missing });
  expect(preview(id, unknown, 'mask')).toEqual({ ok: false, missing });
});

it('keeps the line or the key of what is not known', () => {
  expect(render('env', unknown)).toMatchObject({
    text: `SNAPENGAGE_API_TOKEN=${token}\nSNAPENGAGE_ORG_ID=\nSNAPENGAGE_WIDGET_ID=`,
  });
  expect(render('json', unknown)).toMatchObject({
    text: `{\n  "apiToken": "${token}",\n  "orgId": null,\n  "widgetId": null\n}`,
  });
});

it.each([
  ['http://www.snapengage.com', ['origin']],
  ['javascript:alert(1)', ['origin']],
  ['https://evil.example', ['origin']],
  ['https://www.snapengage.com.evil.example', ['origin']],
  ['https://evilsnapengage.com', ['origin']],
])('makes no cURL for %s', (origin, missing) => {
  expect(render('curlLogs', { ...context, origin })).toEqual({ ok: false, missing });
});

it('refuses names that a store cannot use', () => {
  expect(render('store:aws', { ...context, names: { secret: '-x' } })).toEqual({ ok: false, missing: ['names'] });
});

it.each(['\n', '\r', '\0', '\u0085', '\u2028', '\u200b', '\u202e', '\ud800'])('puts no %j into a line', (char) => {
  for (const id of inHeaders) {
    const rendered = render(id, { ...context, token: `a${char}x: y` });
    expect(rendered).toMatchObject({ ok: false, missing: expect.arrayContaining(['plainToken']) });
  }
  expect(render('curlLogs', { ...context, orgId: `1${char}2` })).toEqual({ ok: false, missing: ['orgId'] });
});

it('copies nothing where there is no token', () => {
  for (const id of [...fixed, `template:${own.id}`]) expect(render(id, { ...context, token: '' }).ok).toBe(false);
});

/** Tokens of any printable characters: the vendor states no shape. */
const printable = fc
  .oneof(
    fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }),
    fc.string({ unit: fc.constantFrom(...'\'"`\\$#=~!{}| a0é'), minLength: 1, maxLength: 20 }),
  )
  .filter((text) => /^[^\p{C}\p{Zl}\p{Zp}]+$/u.test(text));

it(
  'quotes any printable token for where it goes',
  () => {
    fc.assert(
      fc.property(fc.array(printable, { minLength: 1, maxLength: 50 }), (tokens) => {
        const texts = (id: string) =>
          tokens.map((each) => {
            const rendered = render(id, { ...context, token: each });
            return rendered.ok ? rendered.text : '';
          });
        const headers = piecesFromSh(`curl() { printf '%s\\0' "$3"; }\n${texts('curlLogs').join('\n')}`);
        expect(headers).toEqual(tokens.map((each) => `Authorization: ${each}`));
        expect(texts('json').map((text) => JSON.parse(text).apiToken)).toEqual(tokens);
        for (const [index, text] of texts('env').entries()) {
          // Where readers of .env files differ, nothing is written rather than something that one of them misreads.
          if (text !== '') expect(parseEnv(text).SNAPENGAGE_API_TOKEN).toBe(tokens[index]);
        }
      }),
      { numRuns: 20 },
    );
  },
  slowly,
);

it('says where a token cannot be written in a .env file', () => {
  const odd = { ...context, token: `it's $5` };
  expect(render('env', odd)).toEqual({ ok: false, missing: ['quotableValues'] });
  expect(possibleFormats(odd, odd.token)).not.toContain('env');
});

it('offers what is possible', () => {
  const { token: _, ...rest } = context;
  const templates = [`template:${own.id}`, `template:${bare.id}`];
  const stores = ['github', 'gitlab', 'vault', 'aws', 'onePassword', 'doppler', 'kubernetes'].map(
    (id) => `store:${id}`,
  );
  expect(possibleFormats(rest)).toEqual([...fixed, ...templates, ...stores]);
  expect(possibleFormats(unknown)).toEqual(['token', 'authorization', 'xApiKey', 'env', 'json']);
  expect(possibleFormats({ ...unknown, templates: [own, bare] })).toContain(`template:${bare.id}`);
  expect(possibleFormats({ ...unknown, templates: [own, bare] })).not.toContain(`template:${own.id}`);
});

it('says what a format needs', () => {
  expect(needsOf('curlChat', [])).toEqual(['plainToken', 'origin', 'widgetId']);
  expect(needsOf(`template:${own.id}`, [own])).toEqual(['plainToken', 'account']);
  expect(needsOf('store:aws', [])).toEqual(['system', 'names']);
});

it.each([
  ['env', 'env', null],
  ['store:aws', 'store:aws', null],
  [`template:${own.id}`, `template:${own.id}`, null],
  [`template:${newId()}`, defaultFormat, 'template'],
  ['store:other', defaultFormat, 'format'],
  ['toString', defaultFormat, 'format'],
])('takes the stored %s for a format', (id, format, fellBack) => {
  expect(resolveFormat(id, [own])).toEqual({ format, fellBack });
});
