import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readPage } from '../../../../lib/dashboard/page.ts';
import { newToken, pageOf, reportOf } from '../support/pages.ts';

const page = (
  text: string,
) => `<header title="${text}">${text}</header><main id="${text}" class="${text}"><h1>API Token</h1>
  <label>${text} <input readonly value="${text}"></label><p data-x="${text}">${text}</p>
  <button name="${text}" aria-description="${text}">Regenerate</button></main>`;

it('says where the controls stand, and nothing of what is written', () => {
  const reading = readPage(pageOf(page(newToken())), 200);
  expect(reading.report).toEqual({
    kind: 'unreadable',
    reason: 'noToken',
    report: `reason: noToken\nelements: ${reading.snapshot.elements.length}, roots: 1\nregenerate: button < main < body < html`,
  });
});

it('holds no text of the page, whatever that is', () => {
  const empty = reportOf(page(''));
  fc.assert(
    fc.property(fc.stringMatching(/^[A-Za-z0-9_-]{6,60}$/), (text) => {
      expect(reportOf(page(text))).toEqual(empty);
    }),
    { numRuns: 50 },
  );
});

it('names roles only where they are plain words', () => {
  const inside = '<button>Regenerate</button>';
  const roled = (role: string) => reportOf(`<h1>API Token</h1><div role="${role}">${inside}</div>`);
  expect(roled('group')).toMatchObject({ report: expect.stringContaining('button < div[group] < body') });
  expect(roled(newToken())).toMatchObject({ report: expect.stringContaining('button < div < body') });
});

it.each([`x-${'a1'.repeat(16)}`, 'x-\u202eevil', 'x-\u0007', 'x-<b>', 'x-naïve'])(
  'names no element that is called %j',
  (tag) => {
    const doc = pageOf('<h1>API Token</h1><div><button>Regenerate</button></div>');
    const odd = doc.createElement('x-odd');
    Object.defineProperty(odd, 'tagName', { value: tag.toUpperCase() });
    const div = doc.querySelector('div');
    div?.replaceWith(odd);
    odd.append(div ?? '');
    expect(readPage(doc, 200).report).toMatchObject({ report: expect.stringContaining('button < div < ? < body') });
  },
);

it('stays short on a page with many controls', () => {
  const html = `<h1>API Token</h1>${'<div><p><button>Delete</button></p></div>'.repeat(500)}`;
  const report = reportOf(html);
  expect(report.kind === 'unreadable' && report.report.length).toBeLessThanOrEqual(4000);
});
