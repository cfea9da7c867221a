/** The popup as a function of what is shown: props in, requests out. Nothing here loads or decides. */
import { useCallback, useMemo, useRef } from 'preact/hooks';
import type { Shown } from '../lib/state/desk.ts';
import { asideOf } from './around/Aside.tsx';
import { type Offer, useOffers } from './around/use-offers.ts';
import { ConfirmDialog } from './ConfirmDialog.tsx';
import { useCopyAs } from './copy/use-copy-as.ts';
import { Footer } from './Footer.tsx';
import { Header } from './Header.tsx';
import { hintOf } from './hint.ts';
import type { Said } from './notice-text.ts';
import { ReadingLine } from './PanelEnd.tsx';
import type { PlacesStart } from './places/Places.tsx';
import type { PopupActions } from './popup-actions.ts';
import { StatusLine } from './StatusLine.tsx';
import { SubPage } from './SubPage.tsx';
import { TokenPageEnd, TokenPageStart } from './TokenPage.tsx';
import { type AskedKind, useAsking } from './use-asking.ts';
import { useBackKey } from './use-back-key.ts';
import { useCopyKeys } from './use-copy-keys.ts';
import { useMessages } from './use-messages.ts';
import { useOneTarget } from './use-one-target.ts';
import { usePage } from './use-page.ts';
import { usePrimaryFocus } from './use-primary-focus.ts';
import { useStart } from './use-start.ts';
import { useStartRotation } from './use-start-rotation.ts';
import { markToShow, useTokenDeeds } from './use-token-deeds.ts';

/** What a person has done in the popup so far; the gallery starts from any of it. */
export interface PopupStart {
  isShown?: boolean;
  asked?: AskedKind;
  typed?: string;
  said?: Said;
  offer?: Offer;
  /** What stands in the field of Compare. */
  pasted?: string;
  /** The names that secret stores use can be seen. */
  isNaming?: boolean;
  places?: PlacesStart;
}

export interface PopupProps {
  shown: Shown;
  /** Epoch ms, for ages and times of day. */
  now: number;
  actions: PopupActions;
  start?: PopupStart;
}
