/** Draws the places' page for a test, over a list that is kept as the stored one is: by edits, one after another. */
import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact';
import type { ComponentChild } from 'preact';
import { useState } from 'preact/hooks';
import { afterEach, beforeEach, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { Places, type PlacesProps, type PlacesStart } from '../../../../components/places/Places.tsx';
import type { PlacesActions } from '../../../../components/places/places-actions.ts';
import { StatusLine } from '../../../../components/StatusLine.tsx';
import { type Messages, useMessages } from '../../../../components/use-messages.ts';
import type { Place } from '../../../../lib/places/place.ts';
import { account, galleryNow } from '../../../gallery/desks.ts';

beforeEach(() => {
  fakeBrowser.reset();
  // happy-dom has no locks; each is given in turn.
  let last: Promise<unknown> = Promise.resolve();
  const request = (_name: string, work: () => Promise<unknown>) => {
    last = last.then(work, work);
    return last;
  };
  Object.defineProperty(navigator, 'locks', { value: { request }, configurable: true });
});
afterEach(cleanup);

interface Given {
  places: readonly Place[];
  actions: PlacesActions;
  messages: Messages;
}

/** Draws what `page` gives, and what is said; `stored` are the places as they are kept then. */
export function open(places: readonly Place[], page: (given: Given) => ComponentChild) {
  let kept = places;
  let show: (places: readonly Place[]) => void = () => undefined;
  const change = vi.fn<PlacesActions['change']>(async (_account, edit) => {
    const edited = edit(kept);
    // As new objects, which is how stored state comes.
    if (edited.ok) show(structuredClone([...edited.places]));
    return edited;
  });
  function Page() {
    const [shown, setShown] = useState(places);
    show = (next) => {
      kept = next;
      setShown(next);
    };
    const messages = useMessages(null);
    return (
      <>
        {page({ places: shown, actions: { change }, messages })}
        <StatusLine notice={null} message={messages.message} hint={null} onDismiss={() => undefined} />
      </>
    );
  }
  const { container, unmount } = render(<Page />);
  return { container, unmount, change, stored: () => kept, show: (next: readonly Place[]) => act(() => show(next)) };
}

/** The page of `places`, as it is in the popup unless told otherwise. */
export function openPlaces(
  places: readonly Place[],
  initial: PlacesStart = {},
  { templates = [], wide = false, account: whose = account() }: Partial<PlacesProps> = {},
) {
  return open(places, (given) => (
    <Places {...given} account={whose} templates={templates} now={galleryNow} wide={wide} initial={initial} />
  ));
}

export const button = (name: string) => screen.getByRole('button', { name });
export const press = (name: string) => act(async () => void fireEvent.click(button(name)));
export const field = (label: string) => screen.getByLabelText<HTMLInputElement>(label);
export const type = (label: string, value: string) =>
  act(async () => void fireEvent.input(field(label), { target: { value } }));
export const choose = (label: string, value: string) =>
  act(async () => void fireEvent.change(field(label), { target: { value } }));

/** The names of the rows that are shown, in their order. */
export const names = () =>
  [...document.querySelectorAll('.places-page:not([hidden]) .places .place-name')].map((name) => name.textContent);
/** What the focused element is called. */
export const focused = () =>
  document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? null;
/** What the live region with `role` says now. */
export const said = (role: 'status' | 'alert') => document.querySelector(`[role=${role}]`)?.textContent ?? '';
