/** Paints the options page once, from stored state. */
import { render } from 'preact';
import { OptionsApp } from '../../components/options/OptionsApp.tsx';
import { t } from '../../lib/i18n.ts';
import { loadOptions } from '../../lib/state/options.ts';

async function start(): Promise<void> {
  document.documentElement.lang = t('locale');
  document.title = t('options_title');
  const state = await loadOptions();
  const root = document.querySelector('#app');
  if (root) render(<OptionsApp initial={state} />, root);
}

void start();
