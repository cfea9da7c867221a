/** Draws the state named in the address (`#token-shown`) with the real popup and the real style. */
import { render } from 'preact';
import { Popup } from '../../components/Popup.tsx';
import type { PopupActions } from '../../components/popup-actions.ts';
import '../../entrypoints/popup/style.css';
import { shownOf } from '../../lib/state/desk.ts';
import { galleryNow } from './desks.ts';
import { galleryStates } from './states.ts';

const actions: PopupActions = {
  send: () => undefined,
  requestAccess: async () => false,
  copy: async () => 'copied',
};

const root = document.querySelector('#app');
const state = galleryStates.find(({ name }) => `#${name}` === location.hash);
if (root && state) {
  render(<Popup shown={shownOf(state.desk)} now={galleryNow} actions={actions} start={state.start ?? {}} />, root);
}
