// @vitest-environment node
import { expect, it } from 'vitest';
import { needsOf } from '../../../../lib/copy/formats.ts';
import { checkDraft } from '../../../../lib/places/place.ts';
import { draftOf, presets } from '../../../../lib/places/presets.ts';

it.each(presets.map((preset) => [preset.id, preset] as const))(
  'offers %s as a place that can be kept',
  (id, preset) => {
    const { system, api, format, link, nameKey } = preset;
    expect(checkDraft(draftOf(preset, 'Name'))).toEqual({
      ok: true,
      fields: { name: 'Name', contact: '', note: '', system, api, format, link },
    });
    expect(nameKey).toBe(`preset_${id}`);
    expect(needsOf(format, [])).not.toContain('format');
  },
);

it('offers each once', () => {
  expect(new Set(presets.map(({ id }) => id)).size).toBe(presets.length);
});
