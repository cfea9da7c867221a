// @vitest-environment happy-dom
import { act, cleanup, renderHook } from '@testing-library/preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { useDraft } from '../../../components/use-draft.ts';
import { draftsItem } from '../../../lib/state/items.ts';
import { giveLocks } from './options/page.tsx';

beforeEach(() => {
  fakeBrowser.reset();
  giveLocks();
});
afterEach(cleanup);

const settle = () => act(async () => void (await new Promise((resolve) => setTimeout(resolve, 10))));
const open = (form = 'form', initial = { name: 'a', text: 'b' }) =>
  renderHook((props) => useDraft(props.form, props.initial), { initialProps: { form, initial } });

it('shows what the form begins with until something is typed, and again once that is discarded', async () => {
  const { result } = open();
  await settle();
  expect(result.current).toMatchObject({ values: { name: 'a', text: 'b' }, isChanged: false });
  act(() => result.current.set('name', 'x'));
  expect(result.current).toMatchObject({ values: { name: 'x', text: 'b' }, isChanged: true });
  await settle();
  expect(await draftsItem.get()).toEqual({ form: { name: 'x' } });
  act(() => result.current.discard());
  expect(result.current).toMatchObject({ values: { name: 'a', text: 'b' }, isChanged: false });
  await settle();
  expect(await draftsItem.get()).toEqual({});
});

it('gives back what was typed before', async () => {
  await draftsItem.set({ form: { name: 'x' }, other: { name: 'y' } });
  const { result } = open();
  await settle();
  expect(result.current.values).toEqual({ name: 'x', text: 'b' });
});

it('keeps the newest of keys that come faster than they are stored, and the drafts of other forms', async () => {
  await draftsItem.set({ other: { name: 'y' } });
  const { result } = open();
  await settle();
  act(() => {
    for (const text of ['t', 'ty', 'typ']) result.current.set('text', text);
    result.current.set('name', 'n');
  });
  expect(result.current.values).toEqual({ name: 'n', text: 'typ' });
  await settle();
  expect(await draftsItem.get()).toEqual({ other: { name: 'y' }, form: { text: 'typ', name: 'n' } });
});

it('takes what is typed for newer than what is still being read', async () => {
  await draftsItem.set({ form: { name: 'old' } });
  const { result } = open();
  act(() => result.current.set('name', 'new'));
  await settle();
  expect(result.current.values.name).toBe('new');
});

it('is another draft under another name', async () => {
  const { result, rerender } = open('one');
  await settle();
  act(() => result.current.set('name', 'x'));
  await settle();
  rerender({ form: 'two', initial: { name: 'c', text: 'd' } });
  await settle();
  expect(result.current.values).toEqual({ name: 'c', text: 'd' });
  rerender({ form: 'one', initial: { name: 'a', text: 'b' } });
  await settle();
  expect(result.current.values.name).toBe('x');
});

it('is in memory alone', async () => {
  const { result } = open();
  await settle();
  act(() => result.current.set('name', 'x'));
  await settle();
  expect(await fakeBrowser.storage.local.get()).toEqual({});
});

it('still stands in its form where it cannot be kept', async () => {
  const { result } = open();
  await settle();
  vi.spyOn(fakeBrowser.storage.session, 'set').mockRejectedValue(new Error('full'));
  act(() => result.current.set('name', 'x'));
  await settle();
  expect(result.current.values.name).toBe('x');
});

it('keeps nothing that is longer than any field may be: the tokens need the room', async () => {
  const { result } = open();
  await settle();
  act(() => result.current.set('name', 'n'));
  act(() => result.current.set('text', 'x'.repeat(10_001)));
  expect(result.current.values.text).toHaveLength(10_001);
  await settle();
  expect(await draftsItem.get()).toEqual({ form: { name: 'n' } });
});
