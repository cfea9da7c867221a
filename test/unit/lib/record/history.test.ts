// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry, RecordedEvent } from '../../../../lib/record/entry.ts';
import {
  append,
  coalescedWithin,
  entriesOf,
  mostEntries,
  pastMarks,
  readHistory,
  renameAccount,
} from '../../../../lib/record/history.ts';
import { anyEntry, entry, mark } from './entries.ts';

const cleared: RecordedEvent = { kind: 'clipboardCleared' };
const copied = (format = 'token', number = 1): RecordedEvent => ({ kind: 'copied', format, mark: mark(number) });
const shown = (number = 1): RecordedEvent => ({ kind: 'shown', mark: mark(number) });
const recorded = (entries: Entry[]) => entries.reduce<readonly Entry[]>(append, []);

describe('adding', () => {
  it('keeps the newest 2,000 of all accounts', () => {
    const many = Array.from({ length: mostEntries + 3 }, (_, at) => entry(cleared, at, at % 2 ? 'one' : 'two'));
    const list = append(append(many.slice(0, -2), many.at(-2) ?? entry(cleared)), many.at(-1) ?? entry(cleared));
    expect(list).toEqual(many.slice(3));
    expect(mostEntries).toBe(2000);
  });

  it('loses nothing but changes by others to as many of these as a page may make up', () => {
    const changed = (at: number): RecordedEvent => ({
      ...{ kind: 'changedElsewhere', from: mark(at), to: mark(at + 1), lastSeenAt: at, noticedAt: at },
    });
    const before = Array.from({ length: mostEntries / 2 }, (_, at) => entry(cleared, at));
    const made = Array.from({ length: mostEntries / 2 + 9 }, (_, at) => entry(changed(at), mostEntries + at));
    const full = [...before, ...made.slice(0, -9)];
    expect(made.slice(-9).reduce<readonly Entry[]>(append, full)).toEqual([...before, ...made.slice(9)]);
  });

  it('adds what is there already not again', () => {
    const [first, second] = [entry(cleared), entry(cleared)];
    const list = recorded([first, second]);
    expect(append(list, first)).toBe(list);
  });

  const within = coalescedWithin;
  it.each<[string, Entry[], number]>([
    ['a double click', [entry(copied(), 0), entry(copied(), within)], 1],
    ['a double show', [entry(shown(), 0), entry(shown(), 1)], 1],
    ['a later copy', [entry(copied(), 0), entry(copied(), within + 1)], 2],
    ['a row of quick copies', [0, 1, 2, 3].map((step) => entry(copied(), (step * within * 2) / 3)), 2],
    ['another format', [entry(copied(), 0), entry(copied('env'), 1)], 2],
    ['another token', [entry(copied('token', 1), 0), entry(copied('token', 2), 1)], 2],
    ['a copy after a show', [entry(shown(), 0), entry(copied(), 1)], 2],
    ['a copy, something else, a copy', [entry(copied(), 0), entry(cleared, 1), entry(copied(), 2)], 3],
    ['another account', [entry(copied(), 0, 'one'), entry(copied(), 1, 'two')], 2],
    ['the same with another account between', [entry(copied(), 0), entry(copied(), 1, 'two'), entry(copied(), 2)], 2],
    ['a copy after the clock was set back', [entry(copied(), within), entry(copied(), 0)], 2],
    ['anything else twice', [entry(cleared, 0), entry(cleared, 0)], 2],
  ])('%s', (_, entries, length) => {
    const list = recorded(entries);
    expect(list).toHaveLength(length);
    expect(list[0]).toBe(entries[0]);
  });
});

describe('reading', () => {
  it.each([
    ['nothing', undefined, []],
    ['null', null, [null]],
    ['an object', { entries: [] }, [{ entries: [] }]],
    ['other entries', [1, null, { id: 'x' }], [1, null, { id: 'x' }]],
  ])('%s gives back what is no entry', (_, stored, unreadable) => {
    expect(readHistory(stored)).toEqual({ entries: [], unreadable });
  });

  it('loses nothing, and keeps the order', () => {
    const stray = fc.oneof(
      fc.jsonValue(),
      anyEntry.map((any) => ({ ...any, added: 'later' })),
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(anyEntry, stray)), (stored) => {
        const { entries, unreadable } = readHistory(stored);
        const isEntry = (value: unknown) =>
          typeof value === 'object' && value !== null && 'event' in value && !('added' in value);
        expect(entries).toEqual(stored.filter(isEntry));
        expect(unreadable).toEqual(stored.filter((value) => !isEntry(value)));
      }),
    );
  });
});

it('tells accounts apart, and follows one that is known by another key', () => {
  const list = [entry(cleared, 1, 'one'), entry(cleared, 2, '__proto__'), entry(cleared, 3, 'one')];
  expect(entriesOf(list, 'one').map(({ at }) => at)).toEqual([1, 3]);
  expect(entriesOf(list, 'constructor')).toEqual([]);
  const renamed = renameAccount(list, 'one', 'two');
  expect(renamed.map(({ account }) => account)).toEqual(['two', '__proto__', 'two']);
  expect(list[0]?.account).toBe('one');
});

describe('former tokens', () => {
  const regenerated = (from: number, to: number): RecordedEvent => ({
    kind: 'regenerated',
    from: mark(from),
    to: mark(to),
  });
  const elsewhere = (from: number | null, to: number | null): RecordedEvent =>
    ({
      ...{ kind: 'changedElsewhere', from: from && mark(from), to: to && mark(to) },
      ...{ lastSeenAt: 0, noticedAt: 1 },
    }) as RecordedEvent;
  const deleted = (from: number): RecordedEvent => ({ kind: 'deleted', from: mark(from) });
  const generated = (to: number): RecordedEvent => ({ kind: 'generated', to: mark(to) });

  it.each<[string, RecordedEvent[], [number, number][]]>([
    ['none where nothing was changed', [copied(), shown(), generated(1)], []],
    ['the one that was replaced', [regenerated(1, 2)], [[1, 0]]],
    [
      'all of them, newest first',
      [regenerated(1, 2), elsewhere(2, 3), deleted(3), generated(4)],
      [
        [3, 2],
        [2, 1],
        [1, 0],
      ],
    ],
    ['deleted by others', [elsewhere(1, null)], [[1, 0]]],
    ['not one made by others', [elsewhere(null, 1)], []],
    ['not one that came back', [elsewhere(1, 2), elsewhere(2, 1)], [[2, 1]]],
    [
      'one that came back and went again, once',
      [elsewhere(1, 2), elsewhere(2, 1), elsewhere(1, 3)],
      [
        [1, 2],
        [2, 1],
      ],
    ],
    [
      'one whose going was told twice, with the later time',
      [elsewhere(1, 2), elsewhere(3, 2), deleted(1)],
      [
        [1, 2],
        [3, 1],
      ],
    ],
  ])('%s', (_, events, expected) => {
    const list = events.map((event, at) => entry(event, at));
    const others = entry(regenerated(9, 1), 99, 'two');
    expect(pastMarks([...list, others], 'one')).toEqual(
      expected.map(([number, replacedAt]) => ({ mark: mark(number), replacedAt })),
    );
  });
});
