// @vitest-environment node
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { liveActions } from '../../../components/live-actions.ts';
import { newId } from '../../../lib/new-id.ts';
import {
  clearingItem,
  copyingItem,
  historyItem,
  popupPageItem,
  remindersItem,
  widgetIdsItem,
} from '../../../lib/state/items.ts';
import { account, mark, oldMark } from '../../gallery/desks.ts';
import { fakeLocks } from '../lib/support/locks.ts';

const { key } = account();
const other = 'https://www.snapengage.com#2';

beforeEach(() => {
  fakeBrowser.reset();
  fakeLocks();
});

describe('what is stored', () => {
  it('the page that is gone to, for as long as the browser runs', async () => {
    liveActions.goTo('places');
    await vi.waitFor(async () => expect(await popupPageItem.get()).toBe('places'));
    expect(await fakeBrowser.storage.local.get()).toEqual({});
  });

  it('a snooze for one account’s token, beside its reminder and the others', async () => {
    const reminder = { days: 30, snooze: null, notify: true };
    await remindersItem.set({ [key]: reminder, [other]: reminder });
    liveActions.snooze(key, mark.fingerprint, 7);
    await vi.waitFor(async () => expect((await remindersItem.get())[key]?.snooze).not.toBeNull());
    const day = new Date();
    expect(await remindersItem.get()).toEqual({
      [key]: {
        ...reminder,
        snooze: {
          fingerprint: mark.fingerprint,
          until: new Date(day.getFullYear(), day.getMonth(), day.getDate() + 7).getTime(),
        },
      },
      [other]: reminder,
    });
  });

  it('a snooze where no reminder was ever set', async () => {
    liveActions.snooze(key, mark.fingerprint, 1);
    await vi.waitFor(async () => expect(await remindersItem.get()).toMatchObject({ [key]: { days: 90 } }));
  });

  it('the widget, before it says that it is', async () => {
    await widgetIdsItem.set({ [other]: 'theirs' });
    await liveActions.setWidgetId(key, 'ours');
    expect(await widgetIdsItem.get()).toEqual({ [key]: 'ours', [other]: 'theirs' });
  });

  it('how things are copied, one thing after the other', async () => {
    liveActions.setCopying({ format: 'json' });
    liveActions.setCopying({ names: { secret: 'shop' } });
    liveActions.setCopying({ system: 'windows' });
    const copying = { format: 'json', names: { secret: 'shop' }, system: 'windows' };
    await vi.waitFor(async () => expect(await copyingItem.get()).toEqual(copying));
  });

  it('nothing that could not be read back', async () => {
    liveActions.setCopying({ format: 'json' });
    liveActions.setCopying({ format: 'x'.repeat(100) });
    liveActions.setCopying({ system: 'macos' });
    await vi.waitFor(async () => expect(await copyingItem.get()).toMatchObject({ format: 'json', system: 'macos' }));
  });

  it('that clearing was offered, and nothing else of it', async () => {
    await clearingItem.set({ seconds: 30, offered: false });
    liveActions.setOffered();
    await vi.waitFor(async () => expect(await clearingItem.get()).toEqual({ seconds: 30, offered: true }));
  });
});

it('gives the tokens that the record knows to be replaced, of the one account', async () => {
  const event = { kind: 'regenerated', from: oldMark, to: mark } as const;
  const theirs = { kind: 'deleted', from: mark } as const;
  const entries = [
    { id: newId(), at: 1000, account: key, event },
    { id: newId(), at: 2000, account: other, event: theirs },
  ];
  await historyItem.set(entries);
  expect(await liveActions.pastTokens(key)).toEqual([{ mark: oldMark, replacedAt: 1000 }]);
  expect(await liveActions.history(key)).toEqual(entries.slice(0, 1));
});

describe('the settings', () => {
  it('open at their beginning', () => {
    const open = vi.spyOn(fakeBrowser.runtime, 'openOptionsPage').mockResolvedValue();
    liveActions.openOptions();
    expect(open).toHaveBeenCalledOnce();
  });

  it('open at a section', () => {
    const create = vi.spyOn(fakeBrowser.tabs, 'create');
    liveActions.openOptions('clipboard');
    expect(create.mock.calls[0]?.[0]?.url).toMatch(/\/options\.html#clipboard$/);
  });
});
