/** A place that is still to be done: who to ask, the way there, and what brings it on. */
import { defaultFormat } from '../../lib/copy/copying.ts';
import { t } from '../../lib/i18n.ts';
import { type Item, isAgain } from '../../lib/rotation/rotation.ts';
import { LabelledButton } from './LabelledButton.tsx';
import type { PlacePartProps } from './PlaceRow.tsx';
import { SkipForm } from './SkipForm.tsx';

export function OpenPart(props: PlacePartProps) {
  const { item, place, isSkipping, deeds, moveOn } = props;
  const skip = (reason: string) => {
    moveOn();
    return deeds.rotate({ type: 'skip', place: item.place, reason });
  };
  const cancel = () => {
    moveOn('[data-does=skip]');
    deeds.askSkip(null);
  };
  return (
    <>
      <div class="item-line">
        <p class="facts">
          <span>{t(`place_api_${item.api}`)}</span>
          {place?.contact && <bdi>{t('place_ask', place.contact)}</bdi>}
        </p>
        {!deeds.canTick && !isSkipping && <SkipButton {...props} next />}
      </div>
      <ItemNote item={item} />
      {place?.note && <PlaceNote note={place.note} />}
      {isSkipping && <SkipForm name={item.name} onSkip={skip} onCancel={cancel} />}
      {deeds.canTick && !isSkipping && <OpenDeeds {...props} />}
      {deeds.canTick && !isSkipping && <CommandOrder {...props} />}
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

function OpenDeeds(props: PlacePartProps) {
  const { item, place, deeds, moveOn } = props;
  const { copy, formatName } = deeds;
  const format = place?.format ?? defaultFormat;
  const tick = () => {
    moveOn();
    deeds.rotateOrSay({ type: 'tick', place: item.place });
  };
  const copyLabel = t('rotation_copy_place', item.name);
  return (
    <div class="deeds">
      {copy && <LabelledButton text={t('rotation_copy')} label={copyLabel} onPress={() => copy(format)} />}
      <span class="format">{copy && formatName(format)}</span>
      <SkipButton {...props} />
      <LabelledButton next text={t('rotation_done')} label={t('rotation_done_place', item.name)} onPress={tick} />
    </div>
  );
}

/** A command reads the clipboard, and so wants the token there after itself. */
function CommandOrder({ item, place, deeds: { copy } }: PlacePartProps) {
  if (!copy || !place?.format.startsWith('store:')) return null;
  const label = t('rotation_copyToken_place', item.name);
  return (
    <div class="command-order">
      <p class="facts">{t('rotation_command_text')}</p>
      <LabelledButton quiet text={t('copyToken')} label={label} onPress={() => copy(defaultFormat)} />
    </div>
  );
}

function SkipButton({ item, deeds, next = false }: PlacePartProps & { next?: boolean }) {
  const label = t('rotation_skip_place', item.name);
  const ask = () => deeds.askSkip(item.place);
  return <LabelledButton quiet does="skip" next={next} text={t('rotation_skip')} label={label} onPress={ask} />;
}
