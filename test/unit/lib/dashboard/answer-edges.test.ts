import { expect, it } from 'vitest';
import { alertsIn } from '../../../../lib/dashboard/answer.ts';
import type { PageDialog } from '../../../../lib/dashboard/dialog.ts';
import { readPage } from '../../../../lib/dashboard/page.ts';
import { newOrgId, newToken, pageOf } from '../support/pages.ts';

const alert = '<p role="alert">Failed</p>';
const header = '<header>olivia@acme.example <a href="/out">Sign Out</a></header>';
const token = `<dl><dt>Your token</dt><dd>${newToken()}</dd><dt>Organization ID</dt><dd>${newOrgId()}</dd></dl>`;
const buttons = '<div><button>Regenerate</button> <button>Delete</button></div>';
const dots = (count: number) => '.'.repeat(count);

/** What the alerts say on the page with `main` in it; its dialog, if it has one, is that of the ids yes and no. */
function alertsOn(main: string, rest = ''): string[] {
  const doc = pageOf(`${header}<main>${main}</main>${rest}`);
  const [confirm, cancel] = [doc.querySelector('#yes'), doc.querySelector('#no')];
  const dialog = confirm && cancel ? ({ confirm, cancel } as unknown as PageDialog) : null;
  return [...alertsIn(doc, readPage(doc, 200), dialog)];
}

// A title in the card would make the card the section, and the alert beside it none of the token's.
it.each([
  ['a link', '<p><a href="/help">API Token</a></p>'],
  ['a button', '<button><span>API Token</span></button>'],
  ['hidden', '<h2 hidden>API Token</h2>'],
  ['in a dialog', '<div role="dialog"><h2>API Token</h2></div>'],
  ['longer than a title', `<p>API${dots(113)}Token</p>`],
  ['of something else', '<h2>API Reference</h2>'],
])('hears the alert beside the card where what the card says is no title: %s', (_, text) => {
  expect(alertsOn(`<h1>API Token</h1>${alert}<div>${text}${token}${buttons}</div>`)).toEqual(['Failed']);
});

it.each([
  ['a heading', '<h2>API Token</h2>'],
  ['as long as a title may be', `<p>API${dots(112)}Token</p>`],
])('hears no alert beside the card where the card has a title of its own: %s', (_, text) => {
  expect(alertsOn(`<h1>API Token</h1>${alert}<div>${text}${token}${buttons}</div>`)).toEqual([]);
});

it('hears the alert in the section of the controls, whatever else is called like it', () => {
  const section = `<section><h2>API Token</h2>${alert}${token}${buttons}</section>`;
  expect(alertsOn(section, '<section><h2>API Token</h2><p>How to use it.</p></section>')).toEqual(['Failed']);
});

it('hears the words of an alert, without the white space around them and no further than 200 characters', () => {
  const said = (text: string) =>
    alertsOn(`<h1>API Token</h1><p role="alert">\n  ${text}\n</p><div>${token}${buttons}</div>`);
  expect(said('Something went <b>wrong</b>.')).toEqual(['Something went wrong.']);
  expect(said('Try again. '.repeat(40))).toEqual(['Try again. '.repeat(40).slice(0, 200)]);
});

it('waits for what an alert says is still to come, and for nothing else with dots in it', () => {
  const said = (text: string) => alertsOn(`<h1>API Token</h1><p role="alert">${text}</p><div>${token}${buttons}</div>`);
  expect(said('Working…')).toEqual([]);
  expect(said('Working...')).toEqual([]);
  expect(said('Sorry… that failed.')).toEqual(['Sorry… that failed.']);
  expect(said('Sorry... that failed.')).toEqual(['Sorry... that failed.']);
});

const yesAndNo = '<button id="no">Cancel</button><button id="yes">Regenerate</button>';
it.each([
  ['in a mere box', `<div>${alert}${yesAndNo}</div>`, ['Failed']],
  ['in a mere box, the buttons apart', `<div>${alert}<p>${yesAndNo}</p></div>`, []],
  ['right beside a mere box', `${alert}<div>${yesAndNo}</div>`, []],
  ['in a dialog, the buttons apart', `<div role="alertdialog">${alert}<p>${yesAndNo}</p></div>`, ['Failed']],
  ['in a modal box', `<div aria-modal="true">${alert}<p>${yesAndNo}</p></div>`, ['Failed']],
  ['beside a dialog', `${alert}<dialog open>${yesAndNo}</dialog>`, []],
])('hears the alert in the page’s dialog alone: %s', (_, rest, heard) => {
  expect(alertsOn(`<h1>API Token</h1>${token}${buttons}`, rest)).toEqual(heard);
});
