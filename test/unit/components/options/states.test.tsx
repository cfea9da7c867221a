// @vitest-environment happy-dom
import { screen } from '@testing-library/preact';
import axe from 'axe-core';
import { describe, expect, it, vi } from 'vitest';
import { draftsItem } from '../../../../lib/state/items.ts';
import { account, deskWith, fakeToken } from '../../../gallery/desks.ts';
import { optionsState, optionsStates } from '../../../gallery/options-states.ts';
import { openSettled } from './page.tsx';

vi.mock('../../../../lib/native.ts', () => import('../../../gallery/texts.ts'));

async function open({ state, drafts }: (typeof optionsStates)[number]) {
  await draftsItem.set(drafts ?? {});
  return openSettled(state);
}

describe.each(optionsStates)('$name', (shown) => {
  it('has its places for outcomes and failures', async () => {
    const { container } = await open(shown);
    expect(container.querySelectorAll('[role=status]')).toHaveLength(1);
    expect(container.querySelectorAll('[role=alert]')).toHaveLength(1);
  });

  it('keeps the token out of the page', async () => {
    const { container } = await open(shown);
    expect(container.outerHTML).not.toContain(fakeToken());
    const fields = [...container.querySelectorAll<HTMLInputElement>('input, textarea')];
    expect(fields.filter(({ value }) => value.includes(fakeToken()))).toEqual([]);
  });

  it('leads to sections that are there, each with a heading', async () => {
    const { container } = await open(shown);
    const links = [...container.querySelectorAll('nav a')].map((link) => link.getAttribute('href')?.slice(1) ?? '');
    const sections = [...container.querySelectorAll('main > section')].map(({ id }) => id);
    expect(links).toEqual(sections);
    for (const id of sections) expect(document.querySelector(`#${id} > h2`)?.textContent).toBeTruthy();
  });

  it('gives no two elements the same id', async () => {
    const { container } = await open(shown);
    const ids = [...container.querySelectorAll('[id]')].map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)]);
  });

  it('breaks no accessibility rule', async () => {
    const { container } = await open(shown);
    // Contrast needs a real browser's layout, and what is hidden a real browser's style.
    const context = { include: container, exclude: '[hidden]' };
    const { violations } = await axe.run(context, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });
});

it('names every state once', () => {
  expect(new Set(optionsStates.map(({ name }) => name)).size).toBe(optionsStates.length);
});

it('has every section of an account, by the names that links use', async () => {
  const { container } = await openSettled(optionsState(deskWith(account())));
  expect([...container.querySelectorAll('main > section')].map(({ id }) => id)).toEqual([
    ...['places', 'copy', 'check', 'reminder', 'clipboard', 'sync', 'compare', 'record', 'data', 'about'],
  ]);
});

it('leads to no site but SnapEngage', async () => {
  await openSettled(optionsState(deskWith(account())));
  const hosts = screen
    .getAllByRole<HTMLAnchorElement>('link')
    .map(({ href }) => new URL(href))
    .filter(({ protocol }) => protocol === 'https:')
    .map(({ host }) => host);
  expect(hosts).toEqual(['www.snapengage.com']);
});
