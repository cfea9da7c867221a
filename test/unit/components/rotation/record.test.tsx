// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import type { Entry } from '../../../../lib/record/entry.ts';
import { account, fakeToken, galleryNow, mark, oldMark, token } from '../../../gallery/desks.ts';
import { said } from '../popup.tsx';
import { deskNamed, events, focused, openRotation, press } from './page.tsx';

vi.mock('../../../../lib/native.ts', () => import('../../../gallery/texts.ts'));

const entry = (at: number, digit: string): Entry => ({
  ...{ id: digit.repeat(32), at, account: account().key },
  event: { kind: 'regenerated', from: oldMark, to: mark },
});

async function copied(name: string): Promise<string> {
  const { actions } = openRotation(name);
  press('Copy as Markdown');
  await waitFor(() => expect(said('status')).toBe('Record copied'));
  return (await actions.copy.mock.calls[0]?.[0]) ?? '';
}

describe('the summary', () => {
  it('tells the whole of it', () => {
    const { container } = openRotation('rotation-record');
    for (const part of [
      ...['Step 5 of 5: Record', 'Connections were down for 4 min 3 s', 'aaaa aaaa (cdef)', 'bbbb bbbb (1234)'],
      ...['4 done, 1 skipped', 'Accepted.', 'Refused, as it should be.', '1:02 PM'],
    ]) {
      expect(container.textContent).toContain(part);
    }
    expect((screen.getByLabelText('Reason for the change') as HTMLTextAreaElement).value).toBe(
      'Yearly change, CHG-4711',
    );
  });

  it('is that of a delete where the token was deleted', () => {
    const { container } = openRotation('rotation-record-delete');
    expect(container.textContent).toContain('no token');
    expect(container.textContent).not.toContain('Connections');
  });
});

describe('the record', () => {
  it('is copied as Markdown, with the places, the proofs and the history since it began', async () => {
    const desk = deskNamed('rotation-record');
    const { actions } = openRotation(desk);
    actions.history.mockResolvedValueOnce([entry(galleryNow - 7_200_000, '1'), entry(galleryNow - 723_000, '2')]);
    press('Copy as Markdown');
    await waitFor(() => expect(said('status')).toBe('Record copied'));
    expect(actions.history).toHaveBeenCalledExactlyOnceWith(account().key);
    const text = (await actions.copy.mock.calls[0]?.[0]) ?? '';
    for (const part of ['Yearly change, CHG-4711', 'bbbb bbbb', 'aaaa aaaa', 'Salesforce log export', '4 min 3 s']) {
      expect(text).toContain(part);
    }
    expect(text).toContain('Retired last year');
    // One regeneration is older than the rotation.
    expect(text.match(/bbbb bbbb \(1234\) → aaaa aaaa \(cdef\)/g)).toHaveLength(2);
  });

  it('is written in words, and holds no token', async () => {
    const text = await copied('rotation-record');
    expect(text).not.toMatch(/undefined|\bnull\b|cannotTell|visitorChat|agentStatus/);
    for (const secret of [token, fakeToken(32, 5)]) expect(text).not.toContain(secret);
  });

  it('is saved as a file, named after the account and the day', async () => {
    const { actions } = openRotation('rotation-record');
    press('Save as Markdown');
    await waitFor(() => expect(actions.download).toHaveBeenCalledOnce());
    expect(actions.download.mock.calls[0]?.[0]).toMatchObject({
      name: 'token-desk-rotation-owner-example.com-2026-05-05.md',
      text: expect.stringContaining('Salesforce log export'),
    });
  });

  it('is not said to be copied where the browser refuses', async () => {
    const { actions } = openRotation('rotation-record');
    actions.copy.mockResolvedValueOnce('notCopied');
    press('Copy as Markdown');
    await waitFor(() => expect(said('alert')).toContain('the browser refused'));
  });

  it('is not saved, and says so, where the history cannot be read', async () => {
    const { actions } = openRotation('rotation-record');
    actions.history.mockRejectedValueOnce(new Error('storage'));
    press('Save as Markdown');
    await waitFor(() => expect(said('alert')).toContain('could not be read'));
    expect(actions.download).not.toHaveBeenCalled();
  });
});

describe('closing', () => {
  it.each([
    ['rotation-record', 'completed', false],
    ['rotation-record-unproven', 'unproven', true],
    ['rotation-record-delete', 'completed', false],
  ])('%s is closed as %s', (name, as, isWarned) => {
    const { sent, container } = openRotation(name);
    expect(focused()).toBe('Close rotation');
    expect(container.textContent.includes('It closes as not proven')).toBe(isWarned);
    press('Close rotation');
    expect(events(sent)).toEqual([{ type: 'close', as }]);
  });

  it.each([
    ['rotation-record', 'Back to the proof', 'Step 4 of 5: Prove'],
    ['rotation-record-delete', 'Back to the list', 'Step 3 of 4: Remove'],
  ])('%s goes one step back instead', (name, back, heading) => {
    const { sent, follow } = openRotation(name);
    press(back);
    expect(events(sent)).toEqual([{ type: 'goBack' }]);
    follow();
    expect(screen.getByRole('heading', { level: 2 }).textContent).toBe(heading);
  });
});

it('is not closed by the Enter that led here and is still held down', () => {
  openRotation('rotation-record');
  const close = screen.getByRole('button', { name: 'Close rotation' });
  // True where the browser goes on to press the button.
  expect(fireEvent.keyDown(close, { key: 'Enter', repeat: true })).toBe(false);
  expect(fireEvent.keyDown(close, { key: 'Enter' })).toBe(true);
  const reason = screen.getByLabelText('Reason for the change');
  expect(fireEvent.keyDown(reason, { key: 'Enter', repeat: true })).toBe(true);
});
