/** Draws the state named in the address (`#token-shown`) with the real popup and the real style. */
import { render } from 'preact';
import { Popup } from '../../components/Popup.tsx';
import '../../entrypoints/popup/style.css';
import { shownOf } from '../../lib/state/desk.ts';
import { galleryActions } from './actions.ts';
import { galleryNow } from './desks.ts';
import { galleryStates } from './states.ts';

const root = document.querySelector('#app');
const state = galleryStates.find(({ name }) => `#${name}` === location.hash);
if (root && state) {
  render(
    <Popup shown={shownOf(state.desk)} now={galleryNow} actions={galleryActions} start={state.start ?? {}} />,
    root,
  );
}
