/** How the person is shown what they have to press. */
import { expect, it, vi } from 'vitest';
import { outlining } from '../../../../lib/dashboard/outline.ts';
import { pageOf } from '../support/pages.ts';

/** Two buttons of a page, and what is done to them: none of it can be seen without a layout. */
function twoButtons() {
  const doc = pageOf('<button id="a">Delete</button><button id="b">Cancel</button>');
  const done: string[] = [];
  const looks = vi.fn();
  const { prototype } = (doc.defaultView as unknown as { HTMLElement: typeof HTMLElement }).HTMLElement;
  prototype.scrollIntoView = function scrollIntoView(this: Element, how) {
    done.push(`${this.id} into view`);
    expect(how).toEqual({ block: 'center' });
  };
  prototype.animate = function animate(this: Element, ...how: unknown[]) {
    done.push(`${this.id} outlined`);
    looks(...how);
    return { cancel: () => void done.push(`${this.id} as before`) } as unknown as Animation;
  };
  const [a, b] = ['a', 'b'].map((id) => doc.getElementById(id));
  return { a, b, done, looks, html: () => doc.body.innerHTML };
}

it('brings it into the middle of the view and outlines it, for as long as it is the one', () => {
  const { a = null, b = null, done } = twoButtons();
  const mark = outlining();
  mark(a);
  mark(a);
  expect(done.splice(0)).toEqual(['a into view', 'a outlined']);
  mark(b);
  expect(done.splice(0)).toEqual(['a as before', 'b into view', 'b outlined']);
  mark(null);
  mark(null);
  expect(done.splice(0)).toEqual(['b as before']);
  mark(a);
  expect(done).toEqual(['a into view', 'a outlined']);
});

it('draws a line that stays, and leaves the page’s own attributes alone', () => {
  const { a = null, looks, html } = twoButtons();
  const before = html();
  outlining()(a);
  const [[frames, timing] = []] = looks.mock.calls;
  expect(frames).toEqual([
    { outline: expect.stringMatching(/^\dpx solid #/), outlineOffset: expect.stringMatching(/px$/) },
  ]);
  expect(timing).toMatchObject({ fill: 'forwards' });
  expect(html()).toBe(before);
});
