/** What is shown by its styles and cannot be seen all the same: off the page, clipped away, without size or ink. */
import { describe, expect, it } from 'vitest';
import { isBoxSeen, isTextSeen } from '../../../../lib/dashboard/seen.ts';
import { laidOut } from '../support/layout.ts';
import { pageOf } from '../support/pages.ts';

const box = 'data-box="100 100 300 120"';
const value = (more: string, tag = 'p') => `<${tag} id="it" ${more}>value</${tag}>`;
/** The value in a box with `style` and `edges`. */
const within = (style: string, edges = '100 100 300 120') =>
  `<div style="${style}" data-box="${edges}"><section>${value(box)}</section></div>`;

describe('text and boxes alike', () => {
  it.each<[string, string, boolean]>([
    ['in the midst of the page', value(box), true],
    ['far down, where one can scroll', value('data-box="100 9000 300 9020"'), true],
    ['far to the right, where one can scroll', value('data-box="5000 100 5200 120"'), true],
    ['without width', value('data-box="100 100 101.9 120"'), false],
    ['without height', value('data-box="100 100 300 101.9"'), false],
    ['as narrow as can be', value('data-box="100 100 102 120"'), true],
    ['as low as can be', value('data-box="100 100 300 102"'), true],
    ['to the left of the page', value('data-box="-200 100 0 120"'), false],
    ['above the page', value('data-box="100 -50 300 0"'), false],
    ['reaching in from the left', value('data-box="-200 100 1 120"'), true],
    ['reaching in from above', value('data-box="100 -50 300 1"'), true],

    ['beside what hides its overflow', within('overflow-x: hidden; overflow-y: hidden', '400 100 600 120'), false],
    ['beside what clips its overflow', within('overflow-x: clip; overflow-y: clip', '400 100 600 120'), false],
    ['beside what scrolls', within('overflow-x: auto; overflow-y: scroll', '400 100 600 120'), true],
    ['beside what shows its overflow', within('overflow-x: visible; overflow-y: visible', '400 100 600 120'), true],
    ['in what hides its overflow', within('overflow-x: hidden; overflow-y: hidden', '0 0 900 900'), true],
    ...(['hidden', 'clip'] as const).flatMap((hides): [string, string, boolean][] => [
      [`right of what has x ${hides}`, within(`overflow-x: ${hides}`, '0 100 101 120'), false],
      [`partly right of what has x ${hides}`, within(`overflow-x: ${hides}`, '0 100 102 120'), true],
      [`left of what has x ${hides}`, within(`overflow-x: ${hides}`, '299 100 900 120'), false],
      [`partly left of what has x ${hides}`, within(`overflow-x: ${hides}`, '298 100 900 120'), true],
      [`below what has x ${hides}`, within(`overflow-x: ${hides}`, '100 0 300 50'), true],
      [`below what has y ${hides}`, within(`overflow-y: ${hides}`, '100 0 300 101'), false],
      [`partly below what has y ${hides}`, within(`overflow-y: ${hides}`, '100 0 300 102'), true],
      [`above what has y ${hides}`, within(`overflow-y: ${hides}`, '100 119 300 900'), false],
      [`partly above what has y ${hides}`, within(`overflow-y: ${hides}`, '100 118 300 900'), true],
      [`beside what has y ${hides}`, within(`overflow-y: ${hides}`, '400 100 600 120'), true],
    ]),
    [
      'in two boxes that leave another half each',
      `<div style="overflow-x: hidden" data-box="0 0 200 900">
        <div style="overflow-x: hidden" data-box="200 0 900 900">${value(box)}</div></div>`,
      false,
    ],
    ...['rect(0 0 0 0)', 'rect(0px, 0px, 0px, 0px)', 'rect(1px, 1px, 1px, 1px)', 'rect(1px 1px 1px 1px)'].flatMap(
      (clip): [string, string, boolean][] => [
        [`absolute, ${clip}`, within(`position: absolute; clip: ${clip}`), false],
        [`fixed, ${clip}`, within(`position: fixed; clip: ${clip}`), false],
        [`static, ${clip}`, within(`position: static; clip: ${clip}`), true],
        [`relative, ${clip}`, within(`position: relative; clip: ${clip}`), true],
      ],
    ),
    ...['auto', 'rect(0px, 200px, 50px, 0px)', 'rect(10px, 10px, 10px, 10px)'].map(
      (clip): [string, string, boolean] => [`absolute, ${clip}`, within(`position: absolute; clip: ${clip}`), true],
    ),
    ...[
      ...['inset(100%)', 'inset(50%)', 'inset(50.55%)', 'inset(99% 1px)', 'circle(0px at 50% 50%)', 'circle(0)'],
      ...['circle(0%)', 'ellipse(0px 0px)', 'ellipse(0 0)', 'polygon(0px 0px)', 'polygon(0 0, 0 0, 0 0)'],
      ...['polygon(0% 0%, 0% 0%, 0px 0px)'],
    ].map((path): [string, string, boolean] => [path, within(`clip-path: ${path}`), false]),
    ...[
      ...[
        'none',
        'inset(0)',
        'inset(10%)',
        'inset(49%)',
        'inset(5px)',
        'circle(40px)',
        'circle(50%)',
        'ellipse(20px 30px)',
      ],
      ...['polygon(0 0, 100% 0, 100% 100%)', 'polygon(10px 0px, 0px 0px)', 'url(#inset(100%))', 'path("circle(0)")'],
    ].map((path): [string, string, boolean] => [path, within(`clip-path: ${path}`), true]),
    ['cut out by itself', value(`${box} style="clip-path: inset(100%)"`), false],
  ])('%s', (_, html, seen) => {
    const { it: judged } = laidOut(html);
    expect([isTextSeen(judged), isBoxSeen(judged)]).toEqual([seen, seen]);
  });

  it.each<[string, string, object, boolean]>([
    ['left of a page that is scrolled', 'data-box="-200 100 -10 120"', { scrollX: 50 }, true],
    ['just out of reach to the left', 'data-box="-200 100 -50 120"', { scrollX: 50 }, false],
    ['above a page that is scrolled', 'data-box="100 -50 300 -10"', { scrollY: 50 }, true],
    ['just out of reach above', 'data-box="100 -90 300 -50"', { scrollY: 50 }, false],
  ])('%s', (_, more, view, seen) => {
    const { it: judged } = laidOut(value(more), view);
    expect([isTextSeen(judged), isBoxSeen(judged)]).toEqual([seen, seen]);
  });

  it('are not clipped by the page itself', () => {
    for (const top of ['body', 'html']) {
      const { doc, it: judged } = laidOut(value('data-box="100 9000 300 9020"'));
      doc.querySelector(top)?.setAttribute('style', 'overflow-y: hidden; clip-path: inset(100%)');
      expect([isTextSeen(judged), isBoxSeen(judged)]).toEqual([true, true]);
    }
  });
});

describe('where there is no layout nobody can tell', () => {
  const nowhere = value('data-box="0 0 0 0" style="color: transparent"');
  it.each<[string, Parameters<typeof laidOut>, boolean]>([
    ['a page that was never laid out', [nowhere, {}, '0 0 0 0'], true],
    ['a page without height', [nowhere, {}, '0 0 1000 1'], true],
    ['a window without width', [nowhere, { innerWidth: 1 }], true],
    ['a window without height', [nowhere, { innerHeight: 1 }], true],
    ['the least window', [nowhere, { innerWidth: 2, innerHeight: 2 }], false],
    ['the least page', [nowhere, {}, '0 0 2 2'], false],
  ])('%s', (_, page, seen) => {
    const { it: judged } = laidOut(...page);
    expect([isTextSeen(judged), isBoxSeen(judged)]).toEqual([seen, seen]);
  });

  it('a page parsed from text', () => {
    const parser = new (pageOf('').defaultView as unknown as { DOMParser: typeof DOMParser }).DOMParser();
    const judged = parser.parseFromString(nowhere, 'text/html').getElementById('it') as HTMLElement;
    expect([isTextSeen(judged), isBoxSeen(judged)]).toEqual([true, true]);
  });
});

describe('where the text is', () => {
  const [there, nowhere] = ['100 100 300 120', '100 100 100 100'];
  it.each<[string, string, string, string, boolean]>([
    ['outside of its own box', 'p', nowhere, there, true],
    ['nowhere in its own box', 'p', there, nowhere, false],
    ['in a field', 'input', there, nowhere, true],
    ['in a field without size', 'input', nowhere, there, false],
    ['in a large field', 'textarea', there, nowhere, true],
    ['in a large field without size', 'textarea', nowhere, there, false],
  ])('%s', (_, tag, edges, text, seen) => {
    const { it: judged } = laidOut(value(`data-box="${edges}" data-text="${text}"`, tag));
    expect([isTextSeen(judged), isBoxSeen(judged)]).toEqual([seen, edges === there]);
  });

  it('is where its own element clips it away', () => {
    const clipped = value(`data-box="${there}" data-text="400 100 600 120" style="overflow-x: hidden"`);
    const { it: judged } = laidOut(clipped);
    expect([isTextSeen(judged), isBoxSeen(judged)]).toEqual([false, true]);
  });

  it('in a shadow root counts by its host', () => {
    for (const [edges, seen] of [
      [there, true],
      [nowhere, false],
    ] as const) {
      const { it: host } = laidOut(value(`data-box="${edges}" data-text="${seen ? nowhere : there}"`, 'div'));
      host.attachShadow({ mode: 'open' }).innerHTML = '<i></i>';
      expect(isTextSeen(host)).toBe(seen);
    }
  });
});

describe('ink', () => {
  it.each<[string, boolean]>([
    ['color: black', true],
    ['color: rgb(0, 0, 0)', true],
    ['color: rgba(0, 0, 0, 1)', true],
    ['color: rgba(0, 0, 0, 0.5)', true],
    ['color: rgba(0, 0, 0, 0.1)', true],
    ['color: rgba(0, 0, 0, 0.09)', false],
    ['color: rgba(0, 0, 0, 0)', false],
    ['color: rgba(0, 0, 0, 0.004)', false],
    ['color: rgb(0 0 0 / 0.004)', false],
    ['color: rgba(0,0,0,0)', false],
    ['color: transparent', false],
    ['color: color(srgb 0 0 0 / 0)', false],
    ['color: rgb(0 0 0 / 0%)', false],
    ['color: rgb(0 0 0/0.05)', false],
    ['color: rgb(0 0 0 / 0.5)', true],
    ['color: rgb(0 0 0 / 10%)', true],
    ['color: black; -webkit-text-fill-color: transparent', false],
    ['color: transparent; -webkit-text-fill-color: black', true],
    ['color: black; text-indent: 20px', true],
    ['color: black; text-indent: -20px', true],
    ['color: black; text-indent: -999px', false],
    ['color: black; text-indent: -9999px', false],
  ])('%s', (style, seen) => {
    const { it: judged } = laidOut(value(`${box} style="${style}"`));
    expect([isTextSeen(judged), isBoxSeen(judged)]).toEqual([seen, true]);
  });
});
