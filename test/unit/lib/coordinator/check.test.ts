// @vitest-environment node
/** Checks: at a gentle pace, of just the token that is meant, and with nothing kept but what was said of it. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { checkCurrent, endLeftChecks, prove, proveLeft, proveSoon } from '../../../../lib/coordinator/check.ts';
import { followRotations } from '../../../../lib/coordinator/rotations.ts';
import { proofState } from '../../../../lib/rotation/proof.ts';
import {
  accountsItem,
  checksItem,
  historyItem,
  oldSecretsItem,
  secretsItem,
  widgetIdsItem,
} from '../../../../lib/state/items.ts';
import {
  begun,
  knowOther,
  later,
  led,
  listPlaces,
  operated,
  otherKey,
  otherOrgId,
  recorded,
  remember,
  rotationOf,
  seen,
  whileHeld,
} from '../support/around.ts';
import { key, knowAccount, next, origin, showing, startBackground, token } from '../support/background.ts';
import { through } from '../support/clock.ts';
import { FakePage } from '../support/fake-page.ts';
import type { FakeTabs } from '../support/fake-tabs.ts';
import { newToken, newWidgetId } from '../support/pages.ts';
import { markOfToken, noon } from '../support/stored.ts';

const [third, widget] = [newToken(), newWidgetId()];
const secretBody = 'a body that nobody keeps';
let tabs: FakeTabs;
/** What was asked, with which token and when (ms since noon). */
let asked: [token: string, at: number][];
/** How the server answers a token: 401 unless it is among these. */
let accepted: Set<string>;
/** What the server does besides. */
let onAsked: (shown: string) => Promise<Response | undefined>;

beforeEach(async () => {
  const background = startBackground();
  tabs = background.tabs;
  tabs.serve = () => showing(token);
  asked = [];
  accepted = new Set([token]);
  onAsked = async () => undefined;
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (_, init) => {
    const shown = new Headers(init?.headers).get('x-api-key') ?? '';
    asked.push([shown, Date.now() - noon]);
    const answer = await onAsked(shown);
    if (answer) return answer;
    const body = JSON.stringify({ widgetId: widget, online: 'true', note: secretBody });
    return new Response(accepted.has(shown) ? body : secretBody, { status: accepted.has(shown) ? 200 : 401 });
  });
  await knowAccount();
  await remember();
  await widgetIdsItem.set({ [key]: widget, [otherKey]: widget });
  return background.end;
});

const check = (of = key) => through(checkCurrent(of));
const checking = async (of = key) => (await checksItem.get())[of];
const fingerprint = async (of: string) => (await markOfToken(of)).fingerprint;
const tokens = () => asked.map(([shown]) => shown);
const checked = async () => (await historyItem.get()).flatMap(({ event }) => (event.kind === 'checked' ? [event] : []));
/** The account’s token is replaced in a rotation; both tokens are in memory. */
async function replaced(): Promise<string> {
  await listPlaces();
  const { id } = await begun();
  await operated(next);
  await followRotations();
  accepted = new Set([next]);
  return id;
}
const proofs = async () =>
  (await rotationOf())?.proofs.map(({ which, verdict, change, fingerprint: of }) => [which, verdict.kind, change, of]);

describe('a check', () => {
  const erase = async () => {
    await fakeBrowser.storage.local.clear();
    await fakeBrowser.storage.session.clear();
    return undefined;
  };
  const stored = async () => [await fakeBrowser.storage.local.get(), await fakeBrowser.storage.session.get()];

  it('writes nothing down where everything was erased while it was asked', async () => {
    onAsked = erase;
    await check();
    expect([asked.length, await stored()]).toEqual([1, [{}, {}]]);
  });

  it('asks nothing where everything was erased while it waited for its turn', async () => {
    await check();
    const second = checkCurrent(key);
    await vi.advanceTimersByTimeAsync(1_000);
    await erase();
    await through(second);
    expect([asked.length, await stored()]).toEqual([1, [{}, {}]]);
  });

  it.each<[string, () => void, object]>([
    ['accepted', () => undefined, { kind: 'accepted' }],
    ['refused', () => accepted.clear(), { kind: 'refused' }],
    [
      'not known, as nobody can be reached',
      () => {
        onAsked = () => Promise.reject(new Error('net'));
      },
      { kind: 'cannotTell', why: 'offline' },
    ],
  ])('says of which token what was said: %s', async (_, happens, verdict) => {
    happens();
    await check();
    const mark = await markOfToken(token);
    expect(await checking()).toEqual({
      askedAt: null,
      last: noon,
      result: { at: noon, which: 'current', fingerprint: mark.fingerprint, verdict },
    });
    const { kind, why = null } = verdict as { kind: string; why?: string };
    expect(await checked()).toEqual([{ kind: 'checked', which: 'current', mark, verdict: kind, why }]);
    expect(asked).toEqual([[token, 0]]);
  });

  it('goes to the account’s own origin, for its widget, and without its session', async () => {
    await check();
    expect(vi.mocked(fetch).mock.calls).toMatchObject([
      [`${origin}/api/v1/chat/${widget}`, { method: 'GET', credentials: 'omit', cache: 'no-store' }],
    ]);
  });

  it('reads first where the token is not in memory', async () => {
    await secretsItem.set({});
    await check();
    expect(tabs.log).toEqual(['open 7 /app/', 'close 7']);
    expect([tokens(), (await checking())?.result?.verdict]).toEqual([[token], { kind: 'accepted' }]);
  });

  it('reads nothing where it is', async () => {
    await check();
    expect(tabs.log).toEqual([]);
  });

  it.each<[string, () => Promise<unknown>]>([
    [
      'nobody is signed in',
      async () => {
        await secretsItem.set({});
        tabs.serve = () => new FakePage({ kind: 'signedOut' });
      },
    ],
    [
      'somebody else is signed in',
      async () => {
        await secretsItem.set({});
        tabs.serve = () => showing(third, { orgId: otherOrgId, label: 'max@other.example' });
      },
    ],
    [
      'there is no token',
      async () => {
        await seen(null);
        tabs.serve = () => showing(null);
      },
    ],
  ])('asks nothing where %s, and is over', async (_, happens) => {
    await happens();
    await check();
    expect([asked, (await checking())?.askedAt, (await checking())?.result]).toEqual([[], null, null]);
  });

  it.each<[string, () => Promise<unknown>, string]>([
    ['no widget is known', () => widgetIdsItem.set({}), 'noWidget'],
    ['only another account’s widget is known', () => widgetIdsItem.set({ [otherKey]: widget }), 'noWidget'],
    ['the site is not granted', async () => (tabs.granted = false), 'notAllowed'],
  ])('sends nothing where %s, and says so', async (_, happens, why) => {
    await happens();
    await check();
    expect([asked, (await checking())?.result?.verdict]).toEqual([[], { kind: 'cannotTell', why }]);
  });

  it.each([false, true])('waits in Firefox for the consent to send it: %s', async (consent) => {
    vi.stubEnv('FIREFOX', 'true');
    if (consent) tabs.allowed.add('authenticationInfo');
    await check();
    expect([tokens(), (await checking())?.result?.verdict]).toEqual(
      consent ? [[token], { kind: 'accepted' }] : [[], { kind: 'cannotTell', why: 'notAllowed' }],
    );
  });

  it('is of the token that was sent, whatever is known of the account by then', async () => {
    const { current, byKey } = await accountsItem.get();
    const account = byKey[key];
    if (account) await accountsItem.set({ current, byKey: { [key]: { ...account, mark: await markOfToken(next) } } });
    await check();
    expect((await checking())?.result?.fingerprint).toBe(await fingerprint(token));
  });

  it('shows that it is under way, and that it is over', async () => {
    const seenThen: unknown[] = [];
    onAsked = async () => {
      seenThen.push((await checking())?.askedAt);
      return undefined;
    };
    await check();
    expect([seenThen, (await checking())?.askedAt]).toEqual([[noon], null]);
  });

  it('is over also where it fails', async () => {
    vi.spyOn(secretsItem, 'get').mockRejectedValueOnce(new Error('quota'));
    await expect(check()).rejects.toThrow('quota');
    expect((await checking())?.askedAt).toBeNull();
    await check();
    expect(asked).toHaveLength(1);
  });

  it('is over also where the account was renamed meanwhile', async () => {
    const former = `${origin}#olivia@acme.example`;
    const account = (await accountsItem.get()).byKey[key];
    if (!account) throw new Error('No account.');
    await accountsItem.set({ current: former, byKey: { [former]: { ...account, key: former, orgId: null } } });
    await secretsItem.set({});
    await check(former);
    expect(Object.values(await checksItem.get()).map(({ askedAt }) => askedAt)).toEqual(
      Object.keys(await checksItem.get()).map(() => null),
    );
    await check();
    expect(asked).toHaveLength(1);
  });

  it('leaves nothing of the answer and no token on disk', async () => {
    await check();
    const id = await replaced();
    await through(prove(id));
    const disk = JSON.stringify(await fakeBrowser.storage.local.get());
    const memory = JSON.stringify(await fakeBrowser.storage.session.get());
    expect([token, next, secretBody].map((each) => disk.includes(each))).toEqual([false, false, false]);
    expect(memory).not.toContain(secretBody);
  });
});

describe('two presses', () => {
  it('are one', async () => {
    await through(Promise.all([checkCurrent(key), checkCurrent(key)]));
    expect([asked.length, await recorded()]).toEqual([1, ['checked']]);
  });

  it('of two accounts are two, and each has what was said of its own', async () => {
    await knowOther(third);
    await seen(third, otherOrgId);
    await through(Promise.all([checkCurrent(key), checkCurrent(otherKey)]));
    expect([(await checking())?.result, (await checking(otherKey))?.result]).toMatchObject([
      { fingerprint: await fingerprint(token), verdict: { kind: 'accepted' } },
      { fingerprint: await fingerprint(third), verdict: { kind: 'refused' } },
    ]);
    expect([await recorded(), await recorded(otherKey)]).toEqual([['checked'], ['checked']]);
  });

  it('one after the other are two', async () => {
    await check();
    await check();
    expect(asked).toHaveLength(2);
  });
});

describe('the pace', () => {
  it('is five seconds between any two requests, of whatever account', async () => {
    await knowOther(third);
    await seen(third, otherOrgId);
    await through(Promise.all([checkCurrent(key), checkCurrent(otherKey)]));
    await check();
    expect(asked.map(([, at]) => at)).toEqual([0, 5_000, 10_000]);
  });

  it('is kept one after the other', async () => {
    await whileHeld(
      'check',
      () => checkCurrent(key),
      async () => expect(asked).toEqual([]),
    );
    expect(asked).toHaveLength(1);
  });

  it('counts from when the last was sent, however long it took', async () => {
    onAsked = () => new Promise((resolve) => setTimeout(() => resolve(undefined), 4_000));
    await check();
    await check();
    expect(asked.map(([, at]) => at)).toEqual([0, 5_000]);
  });

  it('holds nothing up that comes later', async () => {
    await check();
    later(5_000);
    await check();
    expect(asked.map(([, at]) => at)).toEqual([0, 5_000]);
  });

  it('is kept by a worker that starts anew', async () => {
    await check();
    vi.resetModules();
    const { checkCurrent: checkAnew } = await import('../../../../lib/coordinator/check.ts');
    await through(checkAnew(key));
    expect(asked.map(([, at]) => at)).toEqual([0, 5_000]);
  });

  it('holds between the two tokens of a proof', async () => {
    await through(prove(await replaced()));
    const [first, second] = asked;
    expect((second?.[1] ?? 0) - (first?.[1] ?? 0)).toBe(5_000);
  });
});

describe('a check that a dead worker left behind', () => {
  it('is over at the next start, and what was said before stays', async () => {
    await check();
    const before = await checksItem.get();
    await checksItem.set({ [key]: { ...noCheckOf(before), askedAt: noon }, [otherKey]: noCheckOf(before) });
    await endLeftChecks();
    expect(await checksItem.get()).toEqual({ [key]: noCheckOf(before), [otherKey]: noCheckOf(before) });
    later(60_000);
    await check();
    expect(asked).toHaveLength(2);
  });

  it('is what keeps another from being sent until then', async () => {
    await checksItem.set({ [key]: { askedAt: noon, last: null, result: null } });
    await check();
    expect(asked).toEqual([]);
  });

  it('is none where all are over: nothing is written', async () => {
    await check();
    const set = vi.spyOn(checksItem, 'set');
    await endLeftChecks();
    expect(set).not.toHaveBeenCalled();
  });
});
const noCheckOf = (all: Awaited<ReturnType<typeof checksItem.get>>) => {
  const { [key]: known = { askedAt: null, last: null, result: null } } = all;
  return { ...known, askedAt: null };
};

describe('a proof', () => {
  it('is of the old token and of the new, since the last change', async () => {
    const id = await replaced();
    await through(prove(id));
    expect(tokens()).toEqual([token, next]);
    expect(await proofs()).toEqual([
      ['old', 'refused', 1, await fingerprint(token)],
      ['new', 'accepted', 1, await fingerprint(next)],
    ]);
    const rotation = await rotationOf();
    expect(rotation && proofState(rotation).complete).toBe(true);
    expect((await checked()).map(({ which, verdict }) => [which, verdict])).toEqual([
      ['old', 'refused'],
      ['current', 'accepted'],
    ]);
  });

  it('says so where the old one is still accepted', async () => {
    const id = await replaced();
    accepted.add(token);
    await through(prove(id));
    const rotation = await rotationOf();
    expect(rotation && proofState(rotation)).toMatchObject({ old: 'accepted', complete: false });
  });

  it('is of the new one alone where the old one is in memory no more', async () => {
    const id = await replaced();
    await oldSecretsItem.set({});
    await through(prove(id));
    expect(tokens()).toEqual([next]);
  });

  it('reads the new one first where it is not in memory', async () => {
    const id = await replaced();
    await secretsItem.set({});
    tabs.serve = () => showing(next);
    await through(prove(id));
    expect([tabs.log.length, tokens()]).toEqual([2, [token, next]]);
  });

  it('is of the old one alone after a delete, and reads nothing', async () => {
    await listPlaces();
    const { id } = await begun('delete');
    await operated(null);
    await followRotations();
    accepted.clear();
    await through(prove(id));
    expect([tokens(), tabs.log, await proofs()]).toEqual([
      [token],
      [],
      [['old', 'refused', 1, await fingerprint(token)]],
    ]);
  });

  it('is of no token that the rotation knows nothing of', async () => {
    const id = await replaced();
    await secretsItem.set({ [key]: { token: third } });
    await oldSecretsItem.set({ [key]: { token: third, fingerprint: await fingerprint(third) } });
    await through(prove(id));
    expect(asked).toEqual([]);
  });

  it('that comes after the next change is no proof of it', async () => {
    const id = await replaced();
    onAsked = async (shown) => {
      onAsked = async () => undefined;
      expect(shown).toBe(token);
      await operated(third);
      await followRotations();
      return undefined;
    };
    await through(prove(id));
    expect(await rotationOf()).toMatchObject({ to: await markOfToken(third), proofs: [] });
    expect(tokens()).toEqual([token]);
  });

  it('of an unknown rotation, or before anything has changed, asks nothing', async () => {
    await through(prove('0'.repeat(32)));
    await listPlaces();
    const { id } = await begun();
    await through(prove(id));
    expect([asked, await checking()]).toEqual([[], { askedAt: null, last: null, result: null }]);
  });

  it('pressed twice is one', async () => {
    const id = await replaced();
    await through(Promise.all([prove(id), prove(id)]));
    expect(tokens()).toEqual([token, next]);
  });

  it('of one account is no proof of another', async () => {
    const id = await replaced();
    await knowOther(third);
    await listPlaces(undefined, otherKey);
    const other = await begun('planned', otherKey);
    await through(prove(id));
    expect(await rotationOf(otherKey)).toEqual(other);
  });
});

describe('the old token, as soon as it has gone', () => {
  const soon = async () => {
    const rotation = await rotationOf();
    if (rotation) await through(proveSoon(rotation));
  };

  it('is proven', async () => {
    await replaced();
    await soon();
    expect([tokens(), await proofs()]).toEqual([[token], [['old', 'refused', 1, await fingerprint(token)]]]);
  });

  it('is not asked about again', async () => {
    await replaced();
    await soon();
    await soon();
    expect(asked).toHaveLength(1);
  });

  it.each<[string, () => Promise<unknown>]>([
    ['no widget is known', () => widgetIdsItem.set({ [otherKey]: widget })],
    ['it is in memory no more', () => oldSecretsItem.set({})],
  ])('is not asked about where %s', async (_, happens) => {
    await replaced();
    await happens();
    await soon();
    expect([asked, await recorded()]).toEqual([[], ['rotationStarted', 'rotationStep']]);
  });

  it('is asked about at the next start where a dead worker had no answer yet, and then no more', async () => {
    await replaced();
    await through(proveLeft());
    await through(proveLeft());
    expect([tokens(), await proofs()]).toEqual([[token], [['old', 'refused', 1, await fingerprint(token)]]]);
  });

  it.each<[string, () => Promise<unknown>]>([
    ['it is in memory no more', () => oldSecretsItem.set({})],
    ['its rotation is closed', () => led({ type: 'abandon' })],
  ])('is not asked about at the next start where %s', async (_, happens) => {
    await replaced();
    await happens();
    await through(proveLeft());
    expect([asked, await checking()]).toEqual([[], undefined]);
  });

  it('is proven for what the rotation was about also after it was closed', async () => {
    await replaced();
    const rotation = await rotationOf();
    await led({ type: 'abandon' });
    if (rotation) await through(proveSoon(rotation));
    expect((await rotationOf())?.proofs).toEqual([]);
  });
});
