/** Paints the popup once, from stored state. */
import { render } from 'preact';
import { PopupApp } from '../../components/PopupApp.tsx';
import { loadSubPage } from '../../components/sub-page-part.ts';
import { t } from '../../lib/i18n.ts';
import { openingPage } from '../../lib/state/around.ts';
import { draftsItem } from '../../lib/state/items.ts';
import { loadDesk } from '../../lib/state/store.ts';

async function start(): Promise<void> {
  document.documentElement.lang = t('locale');
  const [desk, drafts] = await Promise.all([loadDesk(), draftsItem.get()]);
  const popupPage = openingPage(desk, desk.accounts.current, drafts);
  // A further page is painted at once as well.
  if (popupPage !== 'token') await loadSubPage();
  const root = document.querySelector('#app');
  if (root) render(<PopupApp initial={{ ...desk, popupPage }} />, root);
}

void start();
