/** Draws the state named in the address (`options.html#options`) with the real options page and the real style. */
import { render } from 'preact';
import { Options } from '../../components/options/Options.tsx';
import type { OptionsActions } from '../../components/options/options-actions.ts';
import '../../entrypoints/options/style.css';
import { galleryNow } from './desks.ts';
import { setDrafts } from './memory-browser.ts';
import { optionsStates } from './options-states.ts';

const nothing = async () => undefined;
const refused = async () => false;
const actions: OptionsActions = {
  send: () => undefined,
  ...{ changeTemplates: nothing, changeCopying: nothing, changeReminder: nothing },
  ...{ setWidgetId: nothing, setClearing: nothing, setSync: nothing },
  ...{ requestCheckConsent: refused, requestClipboard: refused, requestNotifications: refused },
  places: { change: async () => ({ ok: false, failure: 'unknownPlace' }) },
  download: () => undefined,
};

const root = document.querySelector('#app');
const shown = optionsStates.find(({ name }) => `#${name}` === location.hash);
if (root && shown) {
  setDrafts(shown.drafts ?? {});
  render(
    <Options state={shown.state} now={galleryNow} actions={actions} {...(shown.said && { said: shown.said })} />,
    root,
  );
}
