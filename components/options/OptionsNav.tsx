/** The way to each section of the page. */
import { t } from '../../lib/i18n.ts';

/** In the order of the page; `own`: there only where an account is known. */
const sections = [
  { id: 'places', own: true },
  { id: 'copy', own: false },
  { id: 'check', own: true },
  { id: 'reminder', own: true },
  { id: 'clipboard', own: false },
  { id: 'sync', own: false },
  { id: 'compare', own: true },
  { id: 'record', own: true },
  { id: 'data', own: false },
  { id: 'about', own: false },
] as const;

export function OptionsNav({ hasAccount }: { hasAccount: boolean }) {
  return (
    <nav aria-label={t('options_sections')}>
      <ul class="plain">
        {sections
          .filter(({ own }) => hasAccount || !own)
          .map(({ id }) => (
            <li key={id}>
              <a href={`#${id}`}>{t(`options_${id}`)}</a>
            </li>
          ))}
      </ul>
    </nav>
  );
}
