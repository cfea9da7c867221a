// @vitest-environment node
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { escapeMarkdown, factList, heading, markdownOf, table } from '../../../../lib/record/markdown.ts';

it.each([
  ['a|b', 'a\\|b'],
  ['`x`', '\\`x\\`'],
  ['*a* _b_', '\\*a\\* \\_b\\_'],
  ['[a](b)', '\\[a\\](b)'],
  ['<img>', '\\<img\\>'],
  ['&amp;', '\\&amp;'],
  ['a\\', 'a\\\\'],
  ['a\\|b', 'a\\\\\\|b'],
  ['~~a~~', '\\~\\~a\\~\\~'],
  ['a #', 'a \\#'],
  ['$a$', '\\$a\\$'],
  ['https://a.example/b', 'https\\://a\\.example/b'],
  ['www.a.example', 'www\\.a\\.example'],
  ['me@a.example', 'me\\@a\\.example'],
  ['one\r\ntwo\u2028three\tfour', 'one two three four'],
  [' a ', 'a'],
  ['v1.2: 10:30, 50 % (a-b)', 'v1.2: 10:30, 50 % (a-b)'],
])('writes %j as %j', (text, markdown) => {
  expect(escapeMarkdown(text)).toBe(markdown);
});

const unit = fc.constantFrom(...'|`*_[]<>&\\~#@$!:/.aZ0é \n\r\u2028');

it('leaves nothing that could be markup, and nothing out', () => {
  fc.assert(
    fc.property(fc.string({ unit }), (text) => {
      const markdown = escapeMarkdown(text);
      expect(markdown.replace(/\\[\\`*_[\]<>&|~#@$:.]/g, 'x')).not.toMatch(
        /[\\`*_[\]<>&|~#@$\p{Cc}\u2028]|:\/\/|www\./u,
      );
      expect(markdown.replace(/\\(.)/g, '$1')).toBe(text.replace(/[\r\n\u2028]+/g, ' ').trim());
    }),
  );
});

it('has as many cells in every row of a table as it has columns, whatever stands in them', () => {
  const cells = fc.array(fc.string({ unit }), { minLength: 3, maxLength: 3 });
  fc.assert(
    fc.property(fc.array(cells), (rows) => {
      const lines = table(['a', 'b|', 'c'], rows).split('\n');
      expect(lines).toHaveLength(rows.length + 2);
      expect(lines[1]).toBe('| --- | --- | --- |');
      // Without what is escaped, the bars that are left are borders.
      const bars = lines.map((line) => line.replace(/\\./g, '').split('|').length - 1);
      expect(bars.every((number) => number === 4)).toBe(true);
    }),
  );
});

it('writes headings, lists and blocks', () => {
  expect(heading(2, 'a\nb #')).toBe('## a b \\#');
  expect(
    factList([
      ['a*', '1|2'],
      ['b', null],
      ['c', ''],
    ]),
  ).toBe('- **a\\*:** 1\\|2\n- **c:**');
  expect(markdownOf(['a', 'b'])).toBe('a\n\nb\n');
});
