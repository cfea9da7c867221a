/** A place that is still to be done: who to ask, the way there, and what brings it on. */
import { t } from '../../lib/i18n.ts';
import { type Item, isAgain } from '../../lib/rotation/rotation.ts';
import type { PlaceDeeds, PlaceRowProps } from './PlaceRow.tsx';
import { SkipForm } from './SkipForm.tsx';

type OpenPartProps = PlaceRowProps & { moveOn(): void };

export function OpenPart(props: OpenPartProps) {
  const { item, place, isSkipping, deeds, moveOn } = props;
  const skip = (reason: string) => {
    moveOn();
    const refused = deeds.rotate({ type: 'skip', place: item.place, reason });
    if (!refused) deeds.askSkip(null);
    return refused;
  };
  const cancel = () => {
    moveOn();
    deeds.askSkip(null);
  };
  return (
    <>
      <p class="facts">
        <span>{t(`api_${item.api}`)}</span>
        {place?.contact && (
          <span>
            {t('rotation_ask')} <bdi>{place.contact}</bdi>
          </span>
        )}
      </p>
      <ItemNote item={item} />
      {isSkipping ? <SkipForm name={item.name} onSkip={skip} onCancel={cancel} /> : <OpenDeeds {...props} />}
    </>
  );
}

/** What became of the place while the rotation was open. */
function ItemNote({ item }: { item: Item }) {
  if (isAgain(item)) return <p class="facts">{t('rotation_again')}</p>;
  return item.archived ? <p class="facts">{t('rotation_archived')}</p> : null;
}

function OpenDeeds({ item, place, deeds, moveOn }: OpenPartProps) {
  const { name, place: id } = item;
  const tick = () => {
    moveOn();
    deeds.rotateOrSay({ type: 'tick', place: id });
  };
  return (
    <div class="deeds">
      {deeds.copy && <CopyFor name={name} format={place?.format ?? 'token'} copy={deeds.copy} deeds={deeds} />}
      {place?.link && (
        <a
          class="inline"
          href={place.link}
          target="_blank"
          rel="noopener noreferrer"
          aria-label={t('rotation_open_place', name)}
        >
          {t('rotation_open')}
        </a>
      )}
      <button
        type="button"
        class="inline"
        data-next={deeds.canTick ? undefined : true}
        aria-label={t('rotation_skip_place', name)}
        onClick={() => deeds.askSkip(id)}
      >
        {t('rotation_skip')}
      </button>
      {deeds.canTick && (
        <button
          type="button"
          class="secondary"
          data-next
          aria-label={t('rotation_done_place', name)}
          onClick={tick}
        >
          {t('rotation_done')}
        </button>
      )}
    </div>
  );
}
