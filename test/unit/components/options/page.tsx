/** Draws the pure options page for a test, over a state that is kept as the stored one is. */
import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { afterEach, beforeEach, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { FileToSave } from '../../../../components/download.ts';
import { Options } from '../../../../components/options/Options.tsx';
import type { OptionsActions } from '../../../../components/options/options-actions.ts';
import type { Request } from '../../../../lib/messages/requests.ts';
import { defaultReminder } from '../../../../lib/reminder.ts';
import type { Desk } from '../../../../lib/state/desk.ts';
import type { OptionsState } from '../../../../lib/state/options.ts';
import { galleryNow } from '../../../gallery/desks.ts';

/** What happy-dom lacks: locks, each given in turn. */
export function giveLocks(): void {
  let last: Promise<unknown> = Promise.resolve();
  const request = (_name: string, work: () => Promise<unknown>) => {
    last = last.then(work, work);
    return last;
  };
  Object.defineProperty(navigator, 'locks', { value: { request }, configurable: true });
}

beforeEach(() => {
  fakeBrowser.reset();
  giveLocks();
});
afterEach(cleanup);

/** The page on `state`. Its actions change that state, and are written down; permissions are granted unless told. */
function openOptions(state: OptionsState) {
  let kept = state;
  let show: (next: OptionsState) => void = () => undefined;
  const put = (changes: Partial<Desk>) => show({ ...kept, desk: { ...kept.desk, ...changes } });
  const sent: Request[] = [];
  const files: FileToSave[] = [];
  const granting = () => vi.fn<() => Promise<boolean>>(async () => true);
  const actions = {
    send: (request: Request) => void sent.push(request),
    changeTemplates: vi.fn<OptionsActions['changeTemplates']>(async (change) =>
      put({ templates: change(kept.desk.templates) }),
    ),
    changeCopying: vi.fn<OptionsActions['changeCopying']>(async (change) =>
      put({ copying: change(kept.desk.copying) }),
    ),
    changeReminder: vi.fn<OptionsActions['changeReminder']>(async (key, change) => {
      const { reminders } = kept.desk;
      put({ reminders: { ...reminders, [key]: change(reminders[key] ?? defaultReminder) } });
    }),
    setWidgetId: vi.fn<OptionsActions['setWidgetId']>(async (key, id) => {
      const { [key]: _, ...others } = kept.desk.widgetIds;
      put({ widgetIds: id === null ? others : { ...others, [key]: id } });
    }),
    setClearing: vi.fn<OptionsActions['setClearing']>(async (seconds) =>
      put({ clearing: { ...kept.desk.clearing, seconds } }),
    ),
    setSync: vi.fn<OptionsActions['setSync']>(async (sync) => show({ ...kept, sync })),
    ...{ requestCheckConsent: granting(), requestClipboard: granting(), requestNotifications: granting() },
    places: { change: vi.fn<OptionsActions['places']['change']>() },
    download: (file: FileToSave) => void files.push(file),
  };
  function Page() {
    const [shown, setShown] = useState(state);
    show = (next) => {
      kept = next;
      setShown(next);
    };
    return <Options state={shown} now={galleryNow} actions={actions} />;
  }
  const { container, unmount } = render(<Page />);
  return { container, unmount, actions, sent, files, show: (next: OptionsState) => act(() => show(next)) };
}

/** The page as it is once what stood in its forms is there again. */
export async function openSettled(state: OptionsState) {
  const page = openOptions(state);
  await settle();
  return page;
}

/** Lets what was begun come to its end. */
export const settle = () => act(async () => void (await new Promise((resolve) => setTimeout(resolve, 20))));

export const button = (name: string) => screen.getByRole('button', { name });
export const press = async (name: string) => {
  await act(async () => void fireEvent.click(button(name)));
  await settle();
};
export const field = (label: string) => screen.getByLabelText<HTMLInputElement>(label);
export const type = async (label: string, value: string) => {
  await act(async () => void fireEvent.input(field(label), { target: { value } }));
  await settle();
};
export const choose = async (label: string, value: string) => {
  await act(async () => void fireEvent.change(field(label), { target: { value } }));
  await settle();
};
export const toggle = async (label: string) => {
  await act(async () => void fireEvent.click(field(label)));
  await settle();
};

/** What the live region with `role` says now. */
export const said = (role: 'status' | 'alert') => document.querySelector(`.outcome [role=${role}]`)?.textContent ?? '';
/** What is said of the field labelled `label`: its hint, its error, its warning. */
export const describedBy = (label: string) =>
  (field(label).getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent ?? '')
    .join(' ');
export const isInvalid = (label: string) => field(label).getAttribute('aria-invalid') === 'true';
