// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { draftsItem } from '../../../../lib/state/items.ts';
import { account, desk, deskWith, fakeToken } from '../../../gallery/desks.ts';
import { optionsState, settledDesk, templates, widgetId } from '../../../gallery/options-states.ts';
import { button, choose, describedBy, field, isInvalid, openSettled, press, said, settle, type } from './page.tsx';

vi.mock('../../../../lib/native.ts', () => import('../../../gallery/texts.ts'));

const state = optionsState(settledDesk);
const form = (name: string) => screen.getByRole('form', { name });
const preview = (name: string) => form(name).querySelector('.preview')?.textContent ?? '';
const first = templates[0] ?? { id: '', name: '', text: '' };

async function openNew(on = state) {
  const page = await openSettled(on);
  await press('Add template');
  return page;
}

describe('a template', () => {
  it('is shown as it would be copied, with the mask', async () => {
    await openSettled(state);
    const shown = button('Edit Terraform').closest('li')?.querySelector('.preview')?.textContent;
    expect(shown).toContain(`"${'•'.repeat(16)} ${fakeToken().slice(-4)}"`);
    expect(shown).toContain(`"${account().orgId}"`);
  });

  it('says what it needs that is not known', async () => {
    await openSettled(optionsState({ ...settledDesk, widgetIds: {} }));
    const shown = button('Edit Widget header').closest('li')?.querySelector('.preview')?.textContent;
    expect(shown).toContain('There is no widget id. It is set under Check.');
    expect(shown).not.toContain('x-api-key');
  });

  it('is added, previewed while it is typed, and the form is closed then', async () => {
    const { actions } = await openNew();
    expect(document.activeElement).toBe(field('Name'));
    await type('Name', ' Deploy ');
    await type('Text', 'deploy {{token|sh}}');
    expect(preview('New template')).toBe(`deploy '${'•'.repeat(16)} ${fakeToken().slice(-4)}'`);
    await press('Save template');
    const change = actions.changeTemplates.mock.calls[0]?.[0];
    const added = change?.([]) ?? [];
    expect(added).toMatchObject([{ name: 'Deploy', text: 'deploy {{token|sh}}' }]);
    expect(added[0]?.id).toMatch(/^[0-9a-f]{32}$/);
    expect(said('status')).toBe('Template saved: Deploy.');
    expect(screen.queryByRole('form', { name: 'New template' })).toBeNull();
    expect(document.activeElement).toBe(button('Add template'));
    expect(await draftsItem.get()).toEqual({});
  });

  it('is changed in its place', async () => {
    const { actions } = await openSettled(state);
    await press('Edit Terraform');
    expect(field('Text').value).toBe(first.text);
    await type('Text', '{{token}}');
    await press('Save template');
    expect(actions.changeTemplates.mock.calls[0]?.[0](templates)).toEqual([
      { ...first, text: '{{token}}' },
      templates[1],
    ]);
  });

  it.each<[string, string, 'Name' | 'Text', string]>([
    ['', 'x', 'Name', 'This is needed'],
    ['x'.repeat(41), 'x', 'Name', '40 characters'],
    ['a\u200bb', 'x', 'Name', 'invisible'],
    ['n', ' ', 'Text', 'This is needed'],
    ['n', 'x'.repeat(2001), 'Text', '2,000'],
    ['n', 'a\tb', 'Text', 'tab'],
    ['n', '{{ Token }}', 'Text', '{{Token}} is not known'],
    ['n', '{{token|xml}}', 'Text', '{{token|xml}} is not known'],
  ])('is refused with a sentence at the field: case %#', async (name, text, label, sentence) => {
    const { actions } = await openNew();
    await type('Name', name);
    await type('Text', text);
    expect(isInvalid(label)).toBe(false);
    await press('Save template');
    await settle();
    expect(isInvalid(label)).toBe(true);
    expect(describedBy(label)).toContain(sentence);
    expect(document.activeElement).toBe(field(label));
    expect(actions.changeTemplates).not.toHaveBeenCalled();
  });

  it('with the token itself, or what looks like one, is refused', async () => {
    const odd = 'not-shaped-as-tokens-are';
    const { actions } = await openNew(optionsState(deskWith(account(), odd)));
    for (const text of [`key=${fakeToken(32, 3)}`, `key=${odd}`]) {
      await type('Name', 'n');
      await type('Text', text);
      await press('Save template');
      expect(describedBy('Text')).toContain('looks like a token');
    }
    expect(actions.changeTemplates).not.toHaveBeenCalled();
  });

  it('without {{token}} is taken, with a warning', async () => {
    const { actions } = await openNew();
    await type('Name', 'Org');
    await type('Text', '{{orgId}}');
    expect(describedBy('Text')).toContain('copying it copies no token');
    expect(isInvalid('Text')).toBe(false);
    await press('Save template');
    expect(actions.changeTemplates).toHaveBeenCalledOnce();
  });

  it('that was begun is there again after a reload, its form open', async () => {
    const { unmount } = await openNew();
    await type('Name', 'Half');
    unmount();
    await openSettled(state);
    await waitFor(() => expect(field('Name').value).toBe('Half'));
    expect(document.activeElement).toBe(document.body);
  });

  it('that is not wanted after all leaves nothing behind', async () => {
    await openNew();
    await type('Name', 'Half');
    await press('Cancel');
    expect(await draftsItem.get()).toEqual({});
    await press('Add template');
    expect(field('Name').value).toBe('');
  });

  it('that the browser does not store stays in its form, and that is said', async () => {
    const { actions } = await openNew();
    actions.changeTemplates.mockRejectedValueOnce(new Error('QUOTA_BYTES'));
    await type('Name', 'n');
    await type('Text', '{{token}}');
    await press('Save template');
    expect(said('alert')).toContain('Not saved');
    expect(said('status')).toBe('');
    expect(field('Text').value).toBe('{{token}}');
  });
});

describe('deleting a template', () => {
  it('asks first, says which places use it, and keeps it unless that is confirmed', async () => {
    const { actions } = await openSettled(state);
    await press('Delete Terraform');
    expect(document.activeElement).toBe(button('Keep it'));
    expect(screen.getByText('Delete the template Terraform?')).toBeTruthy();
    expect(screen.getByText(/^Places that copy in this format: 1\./)).toBeTruthy();
    await press('Keep it');
    expect(actions.changeTemplates).not.toHaveBeenCalled();
    await press('Delete Terraform');
    await press('Delete template');
    expect(actions.changeTemplates.mock.calls[0]?.[0](templates)).toEqual([templates[1]]);
    expect(said('status')).toBe('Template deleted: Terraform.');
  });

  it('says nothing of places where none uses it', async () => {
    await openSettled(state);
    await press('Delete Widget header');
    expect(screen.queryByText(/^Places that copy in this format/)).toBeNull();
  });
});

describe('names for secret stores', () => {
  it('are stored as typed, those left empty left out', async () => {
    const { actions } = await openSettled(state);
    await choose('Computer', 'windows');
    await type('Variable', ' CHAT_TOKEN ');
    await press('Save names');
    expect(actions.changeCopying.mock.calls[0]?.[0]({ format: 'env', system: null, names: { mount: 'kv' } })).toEqual({
      format: 'env',
      system: 'windows',
      names: { variable: 'CHAT_TOKEN' },
    });
    expect(said('status')).toContain('saved');
  });

  it('can go back to this computer', async () => {
    const { actions } = await openSettled(optionsState({ copying: { format: 'token', system: 'macos', names: {} } }));
    expect(field('Computer').value).toBe('macos');
    await choose('Computer', 'guessed');
    await press('Save names');
    expect(actions.changeCopying.mock.calls[0]?.[0]({ format: 'env', system: 'macos', names: {} }).system).toBeNull();
  });

  it.each<[string, string, string]>([
    ['Variable', '9TOKEN', 'does not begin with a digit'],
    ['Secret', '-rf', 'does not begin with a hyphen'],
    ['Field', 'a/b', 'letters without accents'],
    ['Mount', 'https://x', 'is no address'],
    ['Secret', fakeToken(), 'looks like a token'],
  ])('%s is refused where it cannot be used: case %#', async (label, name, sentence) => {
    const { actions } = await openSettled(state);
    await type(label, name);
    await press('Save names');
    await settle();
    expect(describedBy(label)).toContain(sentence);
    expect(document.activeElement).toBe(field(label));
    expect(actions.changeCopying).not.toHaveBeenCalled();
  });
});

it('a name for secret stores is none of a token in memory, whatever that looks like', async () => {
  const plainToken = 'horse-battery-staple-wire';
  const { actions } = await openSettled(optionsState(deskWith(account(), plainToken)));
  await type('Secret', plainToken);
  await press('Save names');
  await settle();
  expect(describedBy('Secret')).toContain('looks like a token');
  expect(actions.changeCopying).not.toHaveBeenCalled();
});

it('is there before any account is known', async () => {
  await openSettled(optionsState({ ...desk(), templates }));
  const card = button('Edit Widget header').closest('li') as HTMLElement;
  expect(within(card).getByText('There is no widget id. It is set under Check.')).toBeTruthy();
  expect(document.body.textContent).not.toContain(widgetId);
});
