/** A click counts only on a button that a person has seen for a while: whole, as it is, and where it is. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { isCovered } from '../../../../lib/content/covers.ts';
import { type Meant, watchVisibility } from '../../../../lib/content/really-visible.ts';
import { isUndisguised } from '../../../../lib/content/undisguised.ts';

vi.mock('../../../../lib/content/covers.ts', () => ({ isCovered: vi.fn<() => boolean>() }));
vi.mock('../../../../lib/content/undisguised.ts', () => ({ isUndisguised: vi.fn<() => boolean>() }));

type Entry = Partial<IntersectionObserverEntry> & { isVisible?: boolean };

/** What the browser tells the one observer, and what it was asked to watch. */
let tell: (...entries: Entry[]) => void;
let watched: { element: Element; init: IntersectionObserverInit }[];
class FakeObserver {
  private readonly init: IntersectionObserverInit;
  constructor(callback: (entries: Entry[]) => void, init: IntersectionObserverInit) {
    this.init = init;
    tell = (...entries) => callback(entries);
  }
  observe(element: Element): void {
    watched.push({ element, init: this.init });
  }
  disconnect(): void {
    watched = [];
  }
}

const seen: Entry = { intersectionRatio: 1, isVisible: true };
let button: HTMLElement;
let end: AbortController;
let meant: Meant;
let place: { left: number; top: number };
let isDressed: boolean;
const isMeant = (detail = 1) => meant(new MouseEvent('click', { detail }));
/** happy-dom computes few of these by itself; a browser gives each its initial value. */
const initial = { opacity: '1', mixBlendMode: 'normal', visibility: 'visible' };
/** Gives `element` one style of its own. */
const touch = (element: Element | null, style: object) =>
  vi.stubGlobal('getComputedStyle', (each: Element) => (each === element ? { ...initial, ...style } : initial));

beforeEach(() => {
  vi.stubGlobal('IntersectionObserver', FakeObserver);
  touch(null, {});
  vi.useFakeTimers();
  document.body.innerHTML = '<button><span>Copy</span></button><input>';
  button = document.querySelector('button') as HTMLElement;
  place = { left: 100, top: 50 };
  vi.spyOn(button, 'getBoundingClientRect').mockImplementation(() => place as DOMRect);
  vi.mocked(isCovered).mockReturnValue(false);
  vi.mocked(isUndisguised).mockReturnValue(true);
  isDressed = true;
  watched = [];
  end = new AbortController();
  meant = watchVisibility(button, end.signal, () => isDressed);
  return () => {
    end.abort();
    document.body.replaceChildren();
    vi.useRealTimers();
    vi.unstubAllGlobals();
  };
});
const pass = (ms: number) => vi.advanceTimersByTime(ms);
/** `entry` is told, and the time passes that a person needs to see what they click. */
function meantAfter(entry: Entry, ms = 500): boolean {
  tell(entry);
  pass(ms);
  return isMeant();
}

describe('how long it was seen', () => {
  it.each<[string, number, boolean]>([
    ['not yet long enough', 499, false],
    ['long enough', 500, true],
    ['for long', 60_000, true],
  ])('%s', (_, ms, meant) => {
    expect(meantAfter(seen, ms)).toBe(meant);
  });

  it('never, as far as the browser has told', () => {
    pass(60_000);
    expect(isMeant()).toBe(false);
    tell();
    pass(60_000);
    expect(isMeant()).toBe(false);
  });

  it('counts on over further sights, and anew after it was gone', () => {
    tell(seen);
    pass(300);
    expect(meantAfter(seen, 200)).toBe(true);
    expect(meantAfter({ ...seen, intersectionRatio: 0 }, 9_000)).toBe(false);
    expect(meantAfter(seen, 499)).toBe(false);
    pass(1);
    expect(isMeant()).toBe(true);
  });

  it('is judged by the last that the browser tells at once', () => {
    tell(seen, { ...seen, isVisible: false });
    pass(500);
    expect(isMeant()).toBe(false);
    tell({ ...seen, isVisible: false }, seen);
    pass(500);
    expect(isMeant()).toBe(true);
  });
});

it.each<[string, Entry, boolean]>([
  ['whole', seen, true],
  ['but for a part of a pixel', { ...seen, intersectionRatio: 0.98 }, true],
  ['in part', { ...seen, intersectionRatio: 0.97 }, false],
  ['covered or faded', { ...seen, isVisible: false }, false],
  ['whole, in a browser that tells no more', { intersectionRatio: 1 }, true],
])('is seen %s: %#', (_, entry, meant) => {
  expect(meantAfter(entry)).toBe(meant);
});

it('watches the one element for what the browser can tell, until the signal', () => {
  // A browser refuses to track what it shall tell more often.
  const init = expect.objectContaining({ trackVisibility: true, delay: 100 }) as object;
  expect(watched).toEqual([{ element: button, init }]);
  expect(watched[0]?.init.threshold).toContain(0.98);
  end.abort();
  expect(watched).toEqual([]);
});

describe('as it is', () => {
  it.each<[string, (now: boolean) => unknown]>([
    ['disguised', (now) => vi.mocked(isUndisguised).mockReturnValue(!now)],
    ['dressed otherwise', (now) => (isDressed = !now)],
    [
      'making the look fail',
      (now) =>
        vi.mocked(isUndisguised).mockImplementation(() => {
          if (now) throw new Error('no');
          return true;
        }),
    ],
  ])('not while it is %s, nor for a while after', (_, disguise) => {
    expect(meantAfter(seen)).toBe(true);
    disguise(true);
    expect(isMeant()).toBe(false);
    pass(900);
    expect(isMeant()).toBe(false);
    disguise(false);
    expect(isMeant()).toBe(false);
    pass(499);
    expect(isMeant()).toBe(false);
    pass(300);
    expect(isMeant()).toBe(true);
  });

  it('notices what was over before the click', () => {
    expect(meantAfter(seen)).toBe(true);
    vi.mocked(isUndisguised).mockReturnValue(false);
    pass(200);
    vi.mocked(isUndisguised).mockReturnValue(true);
    pass(200);
    expect(isMeant()).toBe(false);
  });

  it('asks for covers where the browser does not tell of them, and only there', () => {
    vi.mocked(isCovered).mockReturnValue(true);
    expect(meantAfter(seen)).toBe(true);
    expect(isCovered).not.toHaveBeenCalled();
    expect(meantAfter({ intersectionRatio: 1 })).toBe(false);
    vi.mocked(isCovered).mockReturnValue(false);
    expect(meantAfter({ intersectionRatio: 1 }, 900)).toBe(true);
  });
});

describe('where it is', () => {
  it.each([
    [{ left: 100.4, top: 50.4 }, true],
    [{ left: 102, top: 50 }, false],
    [{ left: 100, top: 48 }, false],
  ])('moved to %o: %s', (to, expected) => {
    expect(meantAfter(seen)).toBe(true);
    place = to;
    expect(isMeant()).toBe(expected);
    pass(600);
    expect(isMeant()).toBe(true);
  });

  it('creeping is moving', () => {
    tell(seen);
    for (let step = 0; step < 10; step += 1) {
      place = { left: place.left + 0.6, top: 50 };
      pass(200);
    }
    expect(isMeant()).toBe(false);
  });
});

describe('by the keyboard', () => {
  it('needs a focus that has been there for a while', () => {
    expect(meantAfter(seen)).toBe(true);
    expect(isMeant(0)).toBe(false);
    button.focus();
    pass(300);
    expect(isMeant(0)).toBe(false);
    pass(600);
    expect(isMeant(0)).toBe(true);
    document.querySelector('input')?.focus();
    expect(isMeant(0)).toBe(false);
  });

  it('is no question of the place', () => {
    button.focus();
    meantAfter(seen, 900);
    place = { left: 0, top: 0 };
    expect(isMeant()).toBe(false);
    expect(isMeant(0)).toBe(true);
  });
});

it('knows nothing any more after a time without a look', () => {
  expect(meantAfter(seen)).toBe(true);
  const late = performance.now() + 5_000;
  vi.spyOn(performance, 'now').mockImplementation(() => late);
  expect(isMeant()).toBe(false);
});

it('looks no more once it is out of sight, or has ended', () => {
  for (const stop of [() => tell({ intersectionRatio: 0 }), () => end.abort()]) {
    tell(seen);
    stop();
    vi.mocked(isUndisguised).mockClear();
    pass(5_000);
    expect(isUndisguised).not.toHaveBeenCalled();
  }
});
