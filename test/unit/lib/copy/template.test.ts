import fc from 'fast-check';
import { expect, it } from 'vitest';
import { templateSchema } from '../../../../lib/copy/copying.ts';
import { checkDraft, fillIn, placeholdersIn } from '../../../../lib/copy/template.ts';
import { newId } from '../../../../lib/new-id.ts';
import { piecesFromSh } from './run-sh.ts';

/** The first text that fast-check makes takes it seconds on a busy machine; in ms. */
const slowly = 30_000;

const values = { token: `t'"${'&'}`, orgId: '12', widgetId: 'w-1', account: '{{token}} $& $1' };

it.each([
  ['{{token}}', values.token],
  ['{{ token }}/{{\torgId }}', `${values.token}/12`],
  ['{{token|json}}', '"t\'\\"&"'],
  ['{{ token | url }}', "t'%22%26"],
  ['{{token|sh}}', `'t'\\''"&'`],
  ['{{{token|json}}}', '{"t\'\\"&"}'],
  ['{{widgetId}}{{widgetId}}', 'w-1w-1'],
  ['{{account}}', '{{token}} $& $1'],
  ['{{token', '{{token'],
  ['{{constructor}} {{__proto__|sh}} {{token|constructor}}', '{{constructor}} {{__proto__|sh}} {{token|constructor}}'],
])('fills %s in', (text, filled) => {
  expect(fillIn(text, values)).toBe(filled);
});

it('names each placeholder once', () => {
  expect(placeholdersIn('{{ account }} {{token}} {{token|sh}} {{Token}} {{other}}')).toEqual(['token', 'account']);
});

it.each([
  ['', 'text {{token}}', [{ field: 'name', problem: 'missing' }]],
  [' \u3000', 'text {{token}}', [{ field: 'name', problem: 'missing' }]],
  ['x'.repeat(41), '{{token}}', [{ field: 'name', problem: 'tooLong' }]],
  ['a\nb', '{{token}}', [{ field: 'name', problem: 'notPlain' }]],
  ['name', ' \n', [{ field: 'text', problem: 'missing' }]],
  ['name', '{{token}}'.padEnd(2001), [{ field: 'text', problem: 'tooLong' }]],
  ['name', '{{token}}\t', [{ field: 'text', problem: 'notPlain' }]],
  ['name', '{{token}}\u202e', [{ field: 'text', problem: 'notPlain' }]],
  ['name', '{{ Token }}', [{ field: 'text', problem: 'unknownPlaceholder', placeholder: 'Token' }]],
  [
    'name',
    '{{token|shell}} {{}} {{ token|shell}}',
    [
      { field: 'text', problem: 'unknownPlaceholder', placeholder: 'token|shell' },
      { field: 'text', problem: 'unknownPlaceholder', placeholder: '' },
    ],
  ],
  [
    '',
    '',
    [
      { field: 'name', problem: 'missing' },
      { field: 'text', problem: 'missing' },
    ],
  ],
])('refuses the name %j with the text %j', (name, text, errors) => {
  expect(checkDraft({ name, text })).toEqual({ ok: false, errors });
});

it.each([
  [' Ansible ', 'token: {{token|json}}\norg: {{orgId}}', 'Ansible', []],
  ['n', 'x', 'n', ['noToken']],
  ['x'.repeat(40), '{{token}}'.padEnd(2000), 'x'.repeat(40), []],
])('takes the name %j with the text %j', (name, text, trimmed, warnings) => {
  const checked = checkDraft({ name, text });
  expect(checked).toEqual({ ok: true, draft: { name: trimmed, text }, warnings });
  expect(templateSchema.safeParse({ id: newId(), name: trimmed, text }).success).toBe(true);
});

it(
  'takes of any draft only what may be stored',
  () => {
    const text = fc.oneof(fc.string({ maxLength: 60 }), fc.string({ unit: 'binary', maxLength: 60 }));
    fc.assert(
      fc.property(text, text, (name, body) => {
        const checked = checkDraft({ name, text: body });
        return !checked.ok || templateSchema.safeParse({ id: newId(), ...checked.draft }).success;
      }),
    );
  },
  slowly,
);

it(
  'quotes for a shell within a template',
  () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 30 }), { minLength: 50, maxLength: 50 }), (tokens) => {
        const plain = tokens.map((token) => token.replaceAll('\0', ''));
        const lines = plain.map((token) => fillIn("printf '%s\\0' {{token|sh}}", { ...values, token }));
        expect(piecesFromSh(lines.join('\n'))).toEqual(plain);
      }),
      { numRuns: 5 },
    );
  },
  slowly,
);
