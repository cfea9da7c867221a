/** What stands around the token, a line each: its rotation, its reminder, its places, its checks, its look-alikes. */
import { t, tn } from '../../lib/i18n.ts';
import { activePlaces } from '../../lib/state/around.ts';
import type { Shown } from '../../lib/state/desk.ts';
import type { PopupPage } from '../../lib/state/schemas.ts';
import type { PopupActions } from '../popup-actions.ts';
import { pageFor } from '../use-page.ts';
import { markToShow } from '../use-token-deeds.ts';
import { AgeRow } from './AgeRow.tsx';
import { CheckRow } from './CheckRow.tsx';
import { Row, RowButton } from './Row.tsx';
import { rotationText } from './rotation-text.ts';

export interface AroundRowsProps {
  shown: Shown;
  /** Epoch ms. */
  now: number;
  actions: PopupActions;
  goTo(page: PopupPage): void;
  onCheck(): void;
}

export function AroundRows({ shown, now, actions, goTo, onCheck }: AroundRowsProps) {
  const { account, around } = shown;
  // Where the state comes first, no page can be gone to.
  if (!account || pageFor(shown, 'places') === 'token') return null;
  const mark = markToShow(shown);
  const places = activePlaces(around.places).length;
  return (
    <div class="rows">
      {around.rotation && (
        <Row text={rotationText(around.rotation, now)}>
          <RowButton text={t('goOn')} leads="rotation" onPress={() => goTo('rotation')} />
        </Row>
      )}
      {mark && <AgeRow {...{ account, now }} reminder={around.reminder} onSnooze={actions.snooze} />}
      <Row text={places === 0 ? t('places_none') : tn('places_used', places)}>
        <RowButton text={t('page_places')} leads="places" onPress={() => goTo('places')} />
      </Row>
      {mark && <CheckRow {...{ mark, now, onCheck }} check={around.check} />}
      {mark && (
        <Row text={t('compare_why')}>
          <RowButton text={t('page_compare')} leads="compare" onPress={() => goTo('compare')} />
        </Row>
      )}
    </div>
  );
}
