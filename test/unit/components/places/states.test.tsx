// @vitest-environment happy-dom
import axe from 'axe-core';
import { describe, expect, it, vi } from 'vitest';
import { PlacesFiles } from '../../../../components/places/PlacesFiles.tsx';
import { storedPlaces } from '../../../../components/places/places-actions.ts';
import { addPlace } from '../../../../lib/places/edit.ts';
import { aroundOf } from '../../../../lib/state/around.ts';
import { placesItem } from '../../../../lib/state/items.ts';
import { account, galleryNow, token } from '../../../gallery/desks.ts';
import { galleryFile, galleryPlace, galleryPlaces, placesStates } from '../../../gallery/places-states.ts';
import { open, openPlaces } from './page.tsx';

vi.mock('../../../../lib/native.ts', () => import('../../../gallery/texts.ts'));

/** Contrast needs a real browser's layout; the end-to-end tests look at it there. */
async function violations(container: Element): Promise<unknown[]> {
  const found = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } });
  return found.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
}

// axe takes seconds for 500 places, which are all alike.
describe.each(placesStates.filter(({ name }) => name !== 'places-many'))('$name', ({ desk, places: initial }) => {
  const { places, templates } = aroundOf(desk, account().key);

  it.each([true, false])('breaks no accessibility rule: wide %s', async (wide) => {
    const { container } = openPlaces(places, initial, { templates, wide });
    expect(await violations(container)).toEqual([]);
  });

  it('keeps the token out of the markup', () => {
    const { container } = openPlaces(places, initial, { templates });
    expect(container.outerHTML).not.toContain(token);
  });
});

it('names every state once', () => {
  expect(new Set(placesStates.map(({ name }) => name)).size).toBe(placesStates.length);
});

it('breaks no accessibility rule in the preview of a file', async () => {
  const { container } = open(galleryPlaces, (given) => (
    <PlacesFiles
      {...given}
      {...{ account: account(), templates: [], now: galleryNow, download: () => undefined, initial: galleryFile }}
    />
  ));
  expect(document.querySelectorAll('details')).toHaveLength(4);
  expect(await violations(container)).toEqual([]);
});

it('stores an edit of the account it names', async () => {
  const { id: _id, updatedAt: _at, archived: _archived, ...fields } = galleryPlace(1);
  const edited = await storedPlaces.change(account().key, (places) => addPlace(places, fields, galleryNow));
  expect(edited.ok).toBe(true);
  const stored = await placesItem.get();
  expect(Object.keys(stored)).toEqual([account().key]);
  expect(stored[account().key]?.places).toMatchObject([fields]);
});
