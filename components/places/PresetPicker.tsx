/** Adds a place that accounts commonly have, with one press; it is filled in afterwards. */
import { useId, useState } from 'preact/hooks';
import { type MessageKey, t } from '../../lib/i18n.ts';
import { type Preset, presets } from '../../lib/places/presets.ts';

export function PresetPicker({ onAdd }: { onAdd(preset: Preset, name: string): void }) {
  const [chosen, setChosen] = useState('');
  const field = useId();
  const preset = presets.find(({ id }) => id === chosen);
  const add = () => {
    if (!preset) return;
    setChosen('');
    onAdd(preset, nameOf(preset));
  };
  return (
    <div class="entry">
      <label for={field}>{t('places_presets')}</label>
      <div class="place-preset">
        <select id={field} value={chosen} onChange={(event) => setChosen(event.currentTarget.value)}>
          <option value="">{t('places_presetNone')}</option>
          {presets.map((each) => (
            <option key={each.id} value={each.id}>
              {nameOf(each)}
            </option>
          ))}
        </select>
        <button type="button" class="secondary" aria-disabled={!preset || undefined} onClick={add}>
          {t('places_presetAdd')}
        </button>
      </div>
    </div>
  );
}

/** lib/places knows no texts; a test holds its keys against them. */
function nameOf({ nameKey }: Preset): string {
  return t(nameKey as MessageKey);
}
