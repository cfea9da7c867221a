// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { noticeText } from '../../../components/notice-text.ts';
import { StatusLine } from '../../../components/StatusLine.tsx';
import type { Message } from '../../../components/use-messages.ts';
import { galleryNow, mark, oldMark } from '../../gallery/desks.ts';

vi.mock('../../../lib/native.ts', () => import('../../gallery/texts.ts'));

afterEach(cleanup);

const line = (message: Message | null, hint: string | null = null) => (
  <StatusLine notice={null} message={message} hint={hint} onDismiss={() => undefined} />
);
const said = (container: Element) => container.querySelector('[role=status] p');

it('says the same words again as new words, so that they are heard again', () => {
  const { container, rerender } = render(line({ role: 'status', text: 'Copied', serial: 1 }));
  const first = said(container);
  rerender(line({ role: 'status', text: 'Copied', serial: 2 }));
  expect(said(container)?.textContent).toBe('Copied');
  expect(said(container)).not.toBe(first);
});

it.each([
  [false, 'Changed outside this browser on May 5, 2026, from …1234 to …cdef.'],
  [true, 'Changed after all, from …1234 to …cdef. It cannot be told whether by you or by somebody else.'],
])('says of a change whether it may be ours: %s', (mayBeOurs, text) => {
  const change = { from: oldMark, to: mark, lastSeenAt: galleryNow, noticedAt: galleryNow };
  expect(noticeText({ name: 'changedElsewhere', account: 'a', change, mayBeOurs })).toEqual({ role: 'alert', text });
});

it('keeps its regions while what they say comes and goes', () => {
  const { container, rerender } = render(line(null, 'A hint'));
  const regions = [...container.querySelectorAll('[role]')];
  rerender(line({ role: 'alert', text: 'Not copied', serial: 1 }, 'A hint'));
  expect([...container.querySelectorAll('[role]')]).toEqual(regions);
  expect(container.textContent).toBe('Not copied');
});
