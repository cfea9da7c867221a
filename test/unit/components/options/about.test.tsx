// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest';
import { grantedAll, grantedAtFirst, optionsState } from '../../../gallery/options-states.ts';
import { openSettled } from './page.tsx';

vi.mock('../../../../lib/native.ts', () => import('../../../gallery/texts.ts'));

const section = () => document.querySelector('#about')?.textContent ?? '';

it('says which version it is, and what it is made with', async () => {
  await openSettled(optionsState({}, { version: '7.8.9' }));
  expect(section()).toContain('version 7.8.9');
  for (const part of ['Preact, licence MIT', 'webextension-polyfill, licence MPL-2.0', 'Zod, licence MIT']) {
    expect(section()).toContain(part);
  }
});

it('says in words what is granted, and nothing else', async () => {
  const { show } = await openSettled(optionsState({}, { granted: { ...grantedAtFirst, checkConsent: false } }));
  expect(section()).toContain('pages of www.snapengage.com.');
  for (const part of ['Read the clipboard', 'Show notifications', 'Send the token']) {
    expect(section()).not.toContain(part);
  }
  show(optionsState({}, { granted: grantedAll }));
  for (const part of ['Read the clipboard', 'Show notifications', 'Send the token']) expect(section()).toContain(part);
});

it('names a permission that it has no words for as the browser does', async () => {
  await openSettled(optionsState({}, { granted: { ...grantedAtFirst, permissions: ['somethingNew'] } }));
  expect(section()).toContain('somethingNew');
});

it('says what is kept to oneself', async () => {
  await openSettled(optionsState());
  expect(section()).toContain('no telemetry');
});
