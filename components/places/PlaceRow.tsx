/** One place in the list: what is known of it, and what can be done with it. */
import { useMemo } from 'preact/hooks';
import { t } from '../../lib/i18n.ts';
import type { Place } from '../../lib/places/place.ts';
import { dayOf } from '../dates.ts';

/** The same object each time, so that rows need not be drawn again. */
export interface RowPresses {
  edit(place: Place): void;
  move(place: Place, by: -1 | 1): void;
  archive(place: Place, archived: boolean): void;
}

interface PlaceRowProps {
  place: Place;
  isFirst: boolean;
  isLast: boolean;
  presses: RowPresses;
}

export function PlaceRow({ place, isFirst, isLast, presses }: PlaceRowProps) {
  // Stored state comes as new objects each time, and there may be 500 of them: only a row that is different is drawn.
  const content = JSON.stringify(place);
  return useMemo(
    () => (
      <li class="place" data-place={place.id}>
        {place.archived ? (
          <Leaving place={place} presses={presses} />
        ) : (
          <>
            <PlaceFacts place={place} />
            <RowButtons {...{ place, isFirst, isLast, presses }} />
          </>
        )}
      </li>
    ),
    [content, isFirst, isLast, presses],
  );
}

function PlaceFacts({ place }: { place: Place }) {
  return (
    <>
      <bdi class="place-name">{place.name}</bdi>
      <p class="facts">
        {place.system && <bdi>{place.system}</bdi>}
        <span>{t(`place_api_${place.api}`)}</span>
        {place.contact && <bdi>{t('place_ask', place.contact)}</bdi>}
        {place.link !== null && <PlaceLink link={place.link} />}
        <span>{t('place_updated', dayOf(place.updatedAt))}</span>
      </p>
    </>
  );
}

/** Shows where it leads: the host, in the browser's own spelling, so that none can look like another. */
function PlaceLink({ link }: { link: string }) {
  return (
    <a href={link} target="_blank" rel="noopener noreferrer">
      {new URL(link).host}
    </a>
  );
}

function RowButtons({ place, isFirst, isLast, presses }: PlaceRowProps) {
  const { name } = place;
  const up = { text: t('places_up'), label: t('places_moveUp', name), isOff: isFirst };
  const down = { text: t('places_down'), label: t('places_moveDown', name), isOff: isLast };
  return (
    <div class="place-buttons">
      <RowButton
        does="edit"
        text={t('places_edit')}
        label={t('places_editOne', name)}
        onPress={() => presses.edit(place)}
      />
      <RowButton does="up" {...up} onPress={() => presses.move(place, -1)} />
      <RowButton does="down" {...down} onPress={() => presses.move(place, 1)} />
      <RowButton
        does="archive"
        text={t('places_archive')}
        label={t('places_archiveOne', name)}
        onPress={() => presses.archive(place, true)}
      />
    </div>
  );
}

/** A place that was archived a moment ago keeps its row, so that nothing moves under the pointer and it can be undone. */
function Leaving({ place, presses }: { place: Place; presses: RowPresses }) {
  return (
    <div class="place-leaving">
      <bdi>{t('places_archived', place.name)}</bdi>
      <RowButton
        does="undo"
        text={t('places_undo')}
        label={t('places_undoOne', place.name)}
        onPress={() => presses.archive(place, false)}
      />
    </div>
  );
}

interface RowButtonProps {
  /** For what gives the focus back to it. */
  does: string;
  text: string;
  label: string;
  isOff?: boolean;
  onPress(): void;
}

/** Named with its place: a list of buttons that are all called "Edit" says nothing. */
export function RowButton({ does, text, label, isOff = false, onPress }: RowButtonProps) {
  return (
    <button
      type="button"
      class="inline"
      data-does={does}
      aria-label={label}
      aria-disabled={isOff || undefined}
      onClick={() => isOff || onPress()}
    >
      {text}
    </button>
  );
}
