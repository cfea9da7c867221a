/** Where the account's token is used, and the files in which places go from one browser to another. */
import { t } from '../../lib/i18n.ts';
import { Places } from '../places/Places.tsx';
import { PlacesFiles } from '../places/PlacesFiles.tsx';
import { Section } from './Section.tsx';
import type { AccountProps } from './section-props.ts';

export function PlacesSection({ account, around, now, actions, messages }: AccountProps) {
  const { places, templates } = around;
  const shared = { account, places, templates, now, messages, actions: actions.places };
  return (
    <Section id="places" title={t('options_places')} text={t('options_places_text')}>
      <Places {...shared} wide />
      <PlacesFiles {...shared} download={actions.download} />
    </Section>
  );
}
