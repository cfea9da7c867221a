// @vitest-environment node
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { checkWidgetIdDraft, isWidgetId } from '../../../../lib/check/widget-id.ts';
import { fakeToken } from '../../../gallery/desks.ts';

const uuid = randomUUID();

it.each([
  ['a UUID', uuid, uuid, false],
  ['a UUID in capitals', uuid.toUpperCase(), uuid.toUpperCase(), false],
  ['a UUID with white space around', ` ${uuid}\n`, uuid, false],
  ['another shape', 'widget_7', 'widget_7', true],
  ['the longest', 'w'.repeat(100), 'w'.repeat(100), true],
  ['what only looks like a path', '...', '...', true],
  ['words of an object', '__proto__', '__proto__', true],
  ['nothing', '', null, false],
  ['white space', ' \t\n', null, false],
])('takes %s', (_, typed, widgetId, unusual) => {
  expect(checkWidgetIdDraft(typed)).toEqual({ ok: true, widgetId, unusual });
  if (widgetId !== null) expect(isWidgetId(widgetId)).toBe(true);
});

it.each([
  ['one too long', 'w'.repeat(101), 'tooLong'],
  ['a line break within', 'a\nb', 'notPlain'],
  ['an invisible character', 'a\u200bb', 'notPlain'],
  ['a turned direction', 'a\u202eb', 'notPlain'],
  ['a slash', 'a/b', 'notAnId'],
  ['a backslash', 'a\\b', 'notAnId'],
  ['the folder itself', '.', 'notAnId'],
  ['the folder above', '..', 'notAnId'],
  ['a snippet', '<script>x</script>', 'notAnId'],
  ['words', 'the widget', 'notAnId'],
  ['half a character', 'a\ud800', 'notPlain'],
  ['a token', fakeToken(), 'looksLikeToken'],
])('refuses %s', (_, typed, error) => {
  expect(checkWidgetIdDraft(typed)).toEqual({ ok: false, error });
  expect(isWidgetId(typed)).toBe(false);
});

it('refuses to ask for nothing', () => {
  expect(isWidgetId('')).toBe(false);
});

it('takes nothing that would lead to another path', () => {
  const id = fc.oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
    fc.string({ unit: fc.constantFrom('.', '%', '2e', '?', '#', '/'), minLength: 1, maxLength: 4 }),
  );
  fc.assert(
    fc.property(id, (text) => {
      fc.pre(isWidgetId(text));
      const { pathname, search } = new URL(`https://host.example/chat/${encodeURIComponent(text)}`);
      expect([pathname.slice(0, 6), decodeURIComponent(pathname.slice(6)), search]).toEqual(['/chat/', text, '']);
    }),
  );
});

it('refuses a token that is in memory, whatever its shape', () => {
  const token = `Key.${fakeToken(6)}`;
  expect(checkWidgetIdDraft(`x${token}`, [token])).toEqual({ ok: false, error: 'looksLikeToken' });
  expect(checkWidgetIdDraft(`x${token}`)).toMatchObject({ ok: true });
});
