// @vitest-environment happy-dom
import { screen } from '@testing-library/preact';
import axe from 'axe-core';
import { describe, expect, it, vi } from 'vitest';
import { pageFor } from '../../../components/use-page.ts';
import { type Desk, shownOf, type View } from '../../../lib/state/desk.ts';
import { fakeToken, token } from '../../gallery/desks.ts';
import { galleryStates } from '../../gallery/states.ts';
import { openPopup } from './popup.tsx';

vi.mock('../../../lib/native.ts', () => import('../../gallery/texts.ts'));

/** The next steps of product.md's table, by accessible name; on the token's page. */
const steps: Record<View['name'], string[]> = {
  reading: ['Cancel'],
  token: ['Copy token', 'Copy as', 'Places', 'Check token', 'Compare', 'Regenerate…', 'Delete…', 'Open dashboard'],
  remembered: ['Copy token', 'Copy as', 'Places', 'Check token', 'Compare', 'Regenerate…', 'Delete…', 'Open dashboard'],
  none: ['Generate token', 'Open dashboard'],
  signedOut: ['Sign in'],
  notOwner: ['Open dashboard'],
  noAccess: ['Grant access'],
  unreadable: ['Open the page'],
  working: [],
  needsYou: ['Show the page'],
  unknownOutcome: ['Look again', 'Show the page'],
  failed: ['Try again', 'Open dashboard'],
  updated: ['Refresh the page'],
};

const stepsFor = (desk: Desk): string[] => {
  const shown = shownOf(desk);
  const isTokenPage = pageFor(shown, shown.around.page) === 'token';
  return [...(isTokenPage ? steps[shown.view.name] : ['Back']), 'Settings'];
};

const names = () =>
  [...document.querySelectorAll('button:not(dialog button)')].map(
    (button) => button.getAttribute('aria-label') ?? button.textContent,
  );

describe.each(galleryStates)('$name', ({ desk, start }) => {
  it('offers its next step, once', () => {
    openPopup(desk, start);
    const shown = names();
    for (const step of stepsFor(desk)) expect(shown).toContain(step);
    expect(new Set(shown).size).toBe(shown.length);
  });

  it('has its places for outcomes and failures', () => {
    const { container } = openPopup(desk, start);
    expect(container.querySelectorAll('[role=status]')).toHaveLength(1);
    expect(container.querySelectorAll('[role=alert]')).toHaveLength(1);
  });

  it('keeps the token out of the markup', () => {
    const { container } = openPopup(desk, start);
    for (const secret of [token, fakeToken(8)]) expect(container.outerHTML).not.toContain(secret);
  });

  it('breaks no accessibility rule', async () => {
    const { container } = openPopup(desk, start);
    // Contrast needs a real browser's layout; the end-to-end tests look at it there.
    const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    // Of hundreds of places there are thousands of elements to look at.
  }, 60_000);
});

it('names every state once', () => {
  expect(new Set(galleryStates.map(({ name }) => name)).size).toBe(galleryStates.length);
});

it('shows every branch of the view', () => {
  const branches = new Set(galleryStates.map(({ desk }) => shownOf(desk).view.name));
  expect([...branches].sort()).toEqual(Object.keys(steps).sort());
});

it.each(['token', 'signed-out', 'needs-you-hidden-tab'])('opens %s with the next step focused', (name) => {
  const state = galleryStates.find((each) => each.name === name);
  if (!state) throw new Error(`No state ${name}`);
  openPopup(state.desk);
  expect(document.activeElement?.className).toBe('primary');
});

it('shows the API token as one field', () => {
  openPopup(galleryStates[0]?.desk as never);
  expect((screen.getByLabelText('API token') as HTMLInputElement).value).toBe(`${'•'.repeat(16)} ${token.slice(-4)}`);
});
