/** The places of a rotation, one row each. */
import { useState } from 'preact/hooks';
import { t } from '../../lib/i18n.ts';
import { formatName } from '../copy/format-name.ts';
import { type PlaceDeeds, PlaceRow } from './PlaceRow.tsx';
import type { StepProps } from './step-props.ts';

interface PlaceItemsProps extends StepProps {
  /** Whether places can be ticked. */
  canTick: boolean;
  /** Copies the current token in a format; null: there is none to give to the places. */
  copy: ((format: string) => void) | null;
}

export function PlaceItems({ rotation, shown: { around }, now, rotate, rotateOrSay, canTick, copy }: PlaceItemsProps) {
  const [skipping, askSkip] = useState<string | null>(null);
  const listed = new Map(around.places.map((place) => [place.id, place]));
  const deeds: PlaceDeeds = {
    ...{ canTick, copy, rotate, rotateOrSay, askSkip },
    formatName: (format) => formatName(format, around.templates),
  };
  return (
    <ul class="items" aria-label={t('page_places')}>
      {rotation.items.map((item) => (
        <PlaceRow
          key={item.place}
          {...{ item, now, deeds }}
          place={listed.get(item.place) ?? null}
          isSkipping={skipping === item.place}
        />
      ))}
    </ul>
  );
}
