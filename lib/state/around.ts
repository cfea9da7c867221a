/** What stands around the current account's token: its places, its rotation, checks, reminder, and how it is copied. */
import type { ClearingSettings, Pending } from '../clearing/clearing.ts';
import type { Copying, Template } from '../copy/copying.ts';
import { noPlaces, type PlaceList } from '../places/merge.ts';
import type { Place } from '../places/place.ts';
import { defaultReminder, type Reminder } from '../reminder.ts';
import { openRotation, type Rotation } from '../rotation/rotation.ts';
import { own } from './own.ts';
import type { Checking, PopupPage } from './schemas.ts';

/** The stored items that this is made of; maps are by account key. */
export interface Belongings {
  places: Record<string, PlaceList>;
  rotations: Rotation[];
  /** In memory only. */
  oldSecrets: Record<string, { token: string; fingerprint: string }>;
  checks: Record<string, Checking>;
  reminders: Record<string, Reminder>;
  widgetIds: Record<string, string>;
  widgetOffers: string[];
  templates: Template[];
  copying: Copying;
  clearing: ClearingSettings;
  pendingClear: Pending | null;
  popupPage: PopupPage;
}

export interface Around {
  /** All places of the account in their order, archived ones among them. */
  places: readonly Place[];
  /** The open rotation. */
  rotation: Rotation | null;
  /** The replaced token of the open rotation, while it is in memory. */
  oldToken: string | null;
  check: Checking;
  reminder: Reminder;
  /** The widget that checks ask about. */
  widgetId: string | null;
  /** Ids that SnapEngage's pages have shown, the newest first. */
  widgetOffers: readonly string[];
  templates: readonly Template[];
  copying: Copying;
  clearing: ClearingSettings;
  /** The clear of the clipboard that is to come. */
  pendingClear: Pending | null;
  page: PopupPage;
}

export const noCheck: Checking = { askedAt: null, last: null, result: null };

/** What `belongings` hold of the account with `key`; null: of none. */
export function aroundOf(belongings: Belongings, key: string | null): Around {
  const of = <T>(all: Record<string, T>, fallback: T): T => (key === null ? fallback : (own(all, key) ?? fallback));
  const rotation = key === null ? null : openRotation(belongings.rotations, key);
  const old = key === null ? null : own(belongings.oldSecrets, key);
  const { widgetOffers, templates, copying, clearing, pendingClear, popupPage } = belongings;
  return {
    places: of(belongings.places, noPlaces).places,
    rotation,
    oldToken: old && rotation?.from.fingerprint === old.fingerprint ? old.token : null,
    check: of(belongings.checks, noCheck),
    reminder: of(belongings.reminders, defaultReminder),
    widgetId: key === null ? null : own(belongings.widgetIds, key),
    ...{ widgetOffers, templates, copying, clearing, pendingClear, page: popupPage },
  };
}

/**
 * The page that a popup opens on: people open it to copy. Only a rotation that was being followed is gone on with, and
 * a place whose form holds what is not saved (`drafts`, as stored).
 */
export function openingPage({ popupPage, rotations }: Belongings, key: string | null, drafts: object): PopupPage {
  if (key === null) return 'token';
  if (popupPage === 'rotation' && openRotation(rotations, key)) return popupPage;
  const isForm = (form: string) => form.startsWith('place:') && form.endsWith(` ${key}`);
  return popupPage === 'places' && Object.keys(drafts).some(isForm) ? popupPage : 'token';
}

/** The places that are in use. */
export function activePlaces(places: readonly Place[]): Place[] {
  return places.filter(({ archived }) => !archived);
}
