// @vitest-environment node
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { csvOf, unformulated } from '../../../../lib/record/csv.ts';
import { parseCsv } from './csv-text.ts';

const formula = /^[=+\-@＝＋－＠]/;
const unit = fc.constantFrom(...'=+-@＝＋－＠\t\r\n"\',; ab日😀\\|');
const cells = fc.array(fc.string({ unit }), { minLength: 2, maxLength: 4 });
const rows = fc.array(cells, { minLength: 1, maxLength: 4 });

it.each([
  ['=1+1', "'=1+1"],
  ['+1', "'+1"],
  ['-1', "'-1"],
  ['@a', "'@a"],
  ['\ta', "'\ta"],
  ['\ra', "'\ra"],
  ['\na', "'\na"],
  ['＝1', "'＝1"],
  ['＋1', "'＋1"],
  ['－1', "'－1"],
  ['＠a', "'＠a"],
  ['a;=1', "a;'=1"],
  ['a\t=1', "a\t'=1"],
  ['a;""=1', `a;""'=1`],
  ['a\r\n=1', "a\r\n'=1"],
  ['a=1, b-c @d', 'a=1, b-c @d'],
  ["'=1", "'=1"],
  ['', ''],
])('makes %j harmless', (value, harmless) => {
  expect(unformulated(value)).toBe(harmless);
});

it.each([
  [[['a\rb', 'c']], '"a\rb",c\r\n'],
  [[['a', 'b']], 'a,b\r\n'],
  [[['a,b', 'c"d', 'e\r\nf', 'g\nh', ' i ']], '"a,b","c""d","e\r\nf","g\nh", i \r\n'],
  [
    [
      ['a', ''],
      ['', 'b'],
    ],
    'a,\r\n,b\r\n',
  ],
])('writes %j', (values, text) => {
  expect(csvOf(values)).toBe(text);
});

it('gives every value back, but for the quotes before formulas', () => {
  fc.assert(
    fc.property(rows, (values) => {
      expect(parseCsv(csvOf(values))).toEqual(values.map((row) => row.map(unformulated)));
    }),
  );
});

it('changes a value only by quotes, and only where there is a formula', () => {
  fc.assert(
    fc.property(fc.string({ unit }), (value) => {
      const harmless = unformulated(value);
      expect(harmless.replaceAll("'", '')).toBe(value.replaceAll("'", ''));
      expect(harmless === value).toBe(!/(^|[;\t\r\n]"*)[=+\-@＝＋－＠]|^[\t\r\n]/.test(value));
    }),
  );
});

it.each([',', ';'] as const)('starts no cell like a formula for a reader that cuts at "%s"', (separator) => {
  fc.assert(
    fc.property(rows, (values) => {
      const read = parseCsv(csvOf(values), separator).flat();
      expect(read.filter((cell) => formula.test(cell))).toEqual([]);
    }),
  );
});
