/** Paints the popup once, from stored state. */
import { render } from 'preact';
import { PopupApp } from '../../components/PopupApp.tsx';
import { loadSubPage } from '../../components/sub-page-part.ts';
import { t } from '../../lib/i18n.ts';
import { loadDesk } from '../../lib/state/store.ts';

async function start(): Promise<void> {
  document.documentElement.lang = t('locale');
  const desk = await loadDesk();
  // The page it was closed on is painted at once as well.
  if (desk.popupPage !== 'token') await loadSubPage();
  const root = document.querySelector('#app');
  if (root) render(<PopupApp initial={desk} />, root);
}

void start();
