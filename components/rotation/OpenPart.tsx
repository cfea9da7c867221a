/** A place that is still to be done: who to ask, the way there, and what brings it on. */
import { defaultFormat } from '../../lib/copy/formats.ts';
import { t } from '../../lib/i18n.ts';
import { type Item, isAgain } from '../../lib/rotation/rotation.ts';
import { LabelledButton } from './LabelledButton.tsx';
import type { PlaceRowProps } from './PlaceRow.tsx';
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
        <span>{t(`place_api_${item.api}`)}</span>
        {place?.contact && <bdi>{t('place_ask', place.contact)}</bdi>}
      </p>
      <ItemNote item={item} />
      {place?.note && <PlaceNote note={place.note} />}
      {isSkipping ? <SkipForm name={item.name} onSkip={skip} onCancel={cancel} /> : <OpenDeeds {...props} />}
    </>
  );
}

/** What became of the place while the rotation was open. */
function ItemNote({ item }: { item: Item }) {
  if (isAgain(item)) return <p class="facts">{t('rotation_again')}</p>;
  return item.archived ? <p class="facts">{t('rotation_archived')}</p> : null;
}

/** What is to be done there, step by step. */
function PlaceNote({ note }: { note: string }) {
  return (
    <details>
      <summary>{t('place_note')}</summary>
      <p class="note-text" dir="auto">
        {note}
      </p>
    </details>
  );
}

function OpenDeeds({ item: { name, place: id }, place, deeds, moveOn }: OpenPartProps) {
  const { copy, canTick } = deeds;
  const format = place?.format ?? defaultFormat;
  const tick = () => {
    moveOn();
    deeds.rotateOrSay({ type: 'tick', place: id });
  };
  return (
    <div class="deeds">
      {copy && (
        <LabelledButton text={t('rotation_copy')} label={t('rotation_copy_place', name)} onPress={() => copy(format)} />
      )}
      {copy && <span class="format">{deeds.formatName(format)}</span>}
      {place?.link && <PlaceLink name={name} link={place.link} />}
      <LabelledButton
        quiet
        next={!canTick}
        text={t('rotation_skip')}
        label={t('rotation_skip_place', name)}
        onPress={() => deeds.askSkip(id)}
      />
      {canTick && (
        <LabelledButton next text={t('rotation_done')} label={t('rotation_done_place', name)} onPress={tick} />
      )}
    </div>
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
