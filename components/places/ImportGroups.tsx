/** The rows of a file by what becomes of them: new, changed, to be decided, refused, left out. */
import type { ComponentChild } from 'preact';
import type { Template } from '../../lib/copy/copying.ts';
import { t } from '../../lib/i18n.ts';
import { mostPlaces, type Place } from '../../lib/places/place.ts';
import type { Conflict, ImportPreview, PlaceChange } from '../../lib/places/preview.ts';
import { Conflicts } from './Conflicts.tsx';
import { Folded } from './Folded.tsx';
import { refusalText } from './import-texts.ts';
import { valueText } from './place-texts.ts';

/** A longer group is folded at first. */
const shortGroup = 20;

interface ImportGroupsProps {
  preview: ImportPreview;
  templates: readonly Template[];
  onChoose(conflicts: readonly Conflict[], choice: Conflict['choice']): void;
}

export function ImportGroups({ preview, templates, onChoose }: ImportGroupsProps) {
  const { added, changed, conflicts, refused, ignored, beyond } = preview;
  return (
    <>
      <Group title={t('placesFile_new', added.length)} rows={added}>
        {(place) => <Added key={place.id} place={place} />}
      </Group>
      <Group title={t('placesFile_changed', changed.length)} rows={changed}>
        {(change) => <Changed key={change.before.id} change={change} templates={templates} />}
      </Group>
      {conflicts.length > 0 && (
        <Folded title={t('placesFile_conflicts', conflicts.length)} isOpenAtFirst>
          {() => (
            <Conflicts conflicts={conflicts} onChoose={onChoose}>
              {(change) => <Fields change={change} templates={templates} />}
            </Conflicts>
          )}
        </Folded>
      )}
      <Group
        title={t('placesFile_refused', refused.length)}
        text={t('placesFile_refusedText')}
        rows={refused.map(refusalText)}
      >
        {(text) => <li key={text}>{text}</li>}
      </Group>
      {ignored.fields > 0 && <p class="small">{t('placesFile_ignored', ignored.fields, ignored.rows)}</p>}
      {beyond > 0 && <p class="small">{t('placesFile_beyond', beyond, mostPlaces)}</p>}
    </>
  );
}

interface GroupProps<Row> {
  title: string;
  text?: string;
  rows: readonly Row[];
  children(row: Row): ComponentChild;
}

function Group<Row>({ title, text, rows, children }: GroupProps<Row>) {
  if (rows.length === 0) return null;
  return (
    <Folded title={title} isOpenAtFirst={rows.length <= shortGroup}>
      {() => (
        <>
          {text && <p class="small">{text}</p>}
          <ul class="import">{rows.map(children)}</ul>
        </>
      )}
    </Folded>
  );
}

function Added({ place }: { place: Place }) {
  return (
    <li>
      <bdi class="place-name">{place.name}</bdi>
      <p class="facts">
        {place.system && <bdi>{place.system}</bdi>}
        <span>{t(`place_api_${place.api}`)}</span>
        {place.contact && <bdi>{t('place_ask', place.contact)}</bdi>}
        {place.link !== null && <span>{place.link}</span>}
      </p>
    </li>
  );
}

function Changed({ change, templates }: { change: PlaceChange; templates: readonly Template[] }) {
  return (
    <li>
      <bdi class="place-name">{change.before.name}</bdi>
      <Fields change={change} templates={templates} />
    </li>
  );
}

/** Which fields differ, and how. */
function Fields({
  change: { before, after, fields },
  templates,
}: {
  change: PlaceChange;
  templates: readonly Template[];
}) {
  return (
    <dl>
      {fields.map((field) => (
        <div key={field}>
          <dt>{t(`place_${field}`)}</dt>
          <dd>{t('placesFile_before', valueText(before, field, templates))}</dd>
          <dd>{t('placesFile_after', valueText(after, field, templates))}</dd>
        </div>
      ))}
    </dl>
  );
}
