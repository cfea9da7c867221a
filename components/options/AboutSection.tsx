/** What this is: its version, what the browser lets it do, what it keeps to itself, and what it is made with. */
import { t } from '../../lib/i18n.ts';
import { permissionTexts } from './permission-texts.ts';
import { Section } from './Section.tsx';
import type { PageProps } from './section-props.ts';

/** What is shipped along, under which licence. */
const libraries = [
  ['Preact', 'MIT'],
  ['webextension-polyfill', 'MPL-2.0'],
  ['Zod', 'MIT'],
] as const;
const vendor = 'https://www.snapengage.com';

export function AboutSection({ state }: Pick<PageProps, 'state'>) {
  return (
    <Section id="about" title={t('options_about')} text={t('options_about_text', state.version)}>
      <p>{t('options_about_private')}</p>
      <h3>{t('options_about_permissions')}</h3>
      <ul>
        {permissionTexts(state.granted).map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      <h3>{t('options_about_licences')}</h3>
      <ul>
        {libraries.map(([name, licence]) => (
          <li key={name}>{t('options_about_licence', name, licence)}</li>
        ))}
      </ul>
      <p>
        <a href={vendor} target="_blank" rel="noreferrer">
          {t('options_about_vendor')}
        </a>
      </p>
    </Section>
  );
}
