/** Paints the popup once, from stored state. */
import { render } from 'preact';
import { PopupApp } from '../../components/PopupApp.tsx';
import { t } from '../../lib/i18n.ts';
import { loadDesk } from '../../lib/state/store.ts';

async function start(): Promise<void> {
  document.documentElement.lang = t('locale');
  const desk = await loadDesk();
  const root = document.querySelector('#app');
  if (root) render(<PopupApp initial={desk} />, root);
}

void start();
