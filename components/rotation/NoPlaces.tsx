/** That no place is listed, and the way to where they are. */
import { t } from '../../lib/i18n.ts';
import type { RotationActions } from './rotation-actions.ts';

export function NoPlaces({ goTo }: Pick<RotationActions, 'goTo'>) {
  return (
    <div class="aside">
      <p class="facts">{t('rotation_noPlaces')}</p>
      <button type="button" class="secondary" data-leads="places" onClick={() => goTo('places')}>
        {t('page_places')}
      </button>
    </div>
  );
}
