/** The places of an account in their order, with what adds, finds and archives them. */
import { useId, useMemo, useRef, useState } from 'preact/hooks';
import { t } from '../../lib/i18n.ts';
import type { Place } from '../../lib/places/place.ts';
import { ArchivedPlaces } from './ArchivedPlaces.tsx';
import { PlaceRow, type RowPresses } from './PlaceRow.tsx';
import { PresetPicker } from './PresetPicker.tsx';
import { useGrowing } from './use-growing.ts';
import type { PlacePresses } from './use-place-presses.ts';

/** A list that is longer can be filtered. */
const longList = 10;

interface PlaceListProps {
  places: readonly Place[];
  filter: string;
  isArchiveOpen: boolean;
  presses: PlacePresses;
  onFilter(text: string): void;
}

export function PlaceList({ places, filter, isArchiveOpen, presses, onFilter }: PlaceListProps) {
  const { shown, active, leaving, archive } = useShown(places, filter, presses.onArchive);
  const inUse = active.filter(({ archived }) => !archived);
  const drawn = useGrowing(filter, shown.length);
  const movable = shown.filter(({ archived }) => !archived);
  const row = useLatest({
    edit: ({ id }) => presses.onOpen(id),
    move: (place, by) => presses.onMove(place, by, movable),
    archive,
  });
  return (
    <>
      {active.length === 0 && <p class="small">{t('places_why')}</p>}
      <button
        type="button"
        class={active.length === 0 ? 'primary' : 'secondary'}
        data-does="add"
        onClick={() => presses.onOpen('new')}
      >
        {t('places_add')}
      </button>
      <PresetPicker onAdd={presses.onAddPreset} />
      {(inUse.length > longList || filter !== '') && <Filter value={filter} onType={onFilter} />}
      {active.length > 0 && <Count shown={movable.length} of={inUse.length} />}
      {shown.length > 0 && (
        <ul class="places">
          {shown.slice(0, drawn).map((place) => (
            <PlaceRow
              key={place.id}
              place={place}
              isFirst={place.id === movable[0]?.id}
              isLast={place.id === movable.at(-1)?.id}
              presses={row}
            />
          ))}
        </ul>
      )}
      <ArchivedPlaces
        places={places.filter(({ id, archived }) => archived && !leaving.has(id))}
        isOpenAtFirst={isArchiveOpen}
        onBringBack={(place) => archive(place, false)}
      />
    </>
  );
}

/** The places in use and those archived since the list was opened, which keep their rows; `shown`: as filtered. */
function useShown(places: readonly Place[], filter: string, onArchive: PlacePresses['onArchive']) {
  const [leaving, setLeaving] = useState<ReadonlySet<string>>(new Set());
  const active = places.filter(({ id, archived }) => !archived || leaving.has(id));
  const archive = (place: Place, archived: boolean) => {
    if (archived) setLeaving((before) => new Set([...before, place.id]));
    onArchive(place, archived);
  };
  return { leaving, active, shown: active.filter((place) => isMatch(place, filter)), archive };
}

function isMatch({ name, system, contact, link, note }: Place, filter: string): boolean {
  const words = filter.toLowerCase().split(/\s+/);
  const text = [name, system, contact, link ?? '', note].join('\n').toLowerCase();
  return words.every((word) => text.includes(word));
}

/** Esc empties it, as in any search field, and only then goes back. */
function Filter({ value, onType }: { value: string; onType(text: string): void }) {
  const field = useId();
  return (
    <div class="entry">
      <label for={field}>{t('places_filter')}</label>
      <input
        id={field}
        type="search"
        autocomplete="off"
        value={value}
        onInput={(event) => onType(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || value === '') return;
          event.preventDefault();
          onType('');
        }}
      />
    </div>
  );
}

function Count({ shown, of }: { shown: number; of: number }) {
  return (
    <p class="small" aria-live="polite">
      {shown === of ? t('places_count', of) : t('places_countShown', shown, of)}
    </p>
  );
}

/** The same object at each drawing, which does what was given last. */
function useLatest(presses: RowPresses): RowPresses {
  const latest = useRef(presses);
  latest.current = presses;
  return useMemo(
    () => ({
      edit: (place) => latest.current.edit(place),
      move: (place, by) => latest.current.move(place, by),
      archive: (place, archived) => latest.current.archive(place, archived),
    }),
    [],
  );
}
