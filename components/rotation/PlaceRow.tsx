/** One place of a rotation: what it is, where it is changed, and what can be done with it in this step. */
import { useRef } from 'preact/hooks';
import { t } from '../../lib/i18n.ts';
import type { PersonsEvent } from '../../lib/messages/requests.ts';
import type { Place } from '../../lib/places/place.ts';
import type { RefusalCode } from '../../lib/rotation/events.ts';
import type { Item } from '../../lib/rotation/rotation.ts';
import { Icon } from '../Icon.tsx';
import { DecidedFacts, UndoButton } from './DecidedPart.tsx';
import { OpenPart } from './OpenPart.tsx';
import { useNextFocus } from './use-step-focus.ts';

/** What can be done with the places of a list. */
export interface PlaceDeeds {
  /** Whether places can be ticked. */
  canTick: boolean;
  /** Copies the current token in a format; null: there is none to copy. */
  copy: ((format: string) => void) | null;
  /** What a format is called. */
  formatName(format: string): string;
  /** Asks for an event, and gives why it is refused; `rotateOrSay` says it instead. */
  rotate(event: PersonsEvent): RefusalCode | null;
  rotateOrSay(event: PersonsEvent): void;
  /** Asks why the place with this id is skipped; null: stops asking. */
  askSkip(place: string | null): void;
}

interface PlaceRowProps {
  item: Item;
  /** The place as it is listed now; null: it is listed no more. */
  place: Place | null;
  now: number;
  isSkipping: boolean;
  deeds: PlaceDeeds;
}

export type PlacePartProps = PlaceRowProps & {
  /** To be called by what takes the button away that was pressed: where the focus goes then. */
  moveOn(selector?: string): void;
};

export function PlaceRow(props: PlaceRowProps) {
  const { item, place, isSkipping } = props;
  const row = useRef<HTMLLIElement>(null);
  const moveOn = useNextFocus(row, `${item.state} ${isSkipping}`);
  const isOpen = item.state === 'open';
  return (
    <li class="item" ref={row}>
      <div class="item-head">
        {item.state === 'done' && <Icon name="done" />}
        <bdi>{item.name}</bdi>
        {isOpen && place?.link && <PlaceLink key="link" name={item.name} link={place.link} />}
        {!isOpen && <UndoButton key="undo" {...props} moveOn={moveOn} />}
      </div>
      {isOpen ? <OpenPart key="open" {...props} moveOn={moveOn} /> : <DecidedFacts key="decided" {...props} />}
    </li>
  );
}

function PlaceLink({ name, link }: { name: string; link: string }) {
  const label = t('rotation_open_place', name);
  return (
    <a class="inline" href={link} target="_blank" rel="noopener noreferrer" aria-label={label}>
      {t('rotation_open')}
    </a>
  );
}
