/** Everything that is kept of one account, as one file. There is no token in it: on disk there is none. */
import { accountIdOf } from './record/account-record.ts';
import { entriesOf } from './record/history.ts';
import { utcTime } from './record/written.ts';
import { type Around, aroundOf } from './state/around.ts';
import type { OptionsState } from './state/options.ts';
import type { Account } from './state/schemas.ts';

const dataFormat = 'token-desk-data';
const dataVersion = 1;

/**
 * What `state` keeps of `account` as indented JSON with a line end: the account with the marks of its token, its
 * places, settings, rotations and record. Settings that all accounts share are among them. Times within are epoch ms;
 * `exportedAt` is `now` (epoch ms) in ISO 8601. What is only in memory, tokens among it, is left out.
 */
export function accountData({ desk, history, sync }: OptionsState, account: Account, now: number): string {
  const around = aroundOf(desk, account.key);
  const content = {
    format: dataFormat,
    version: dataVersion,
    exportedAt: utcTime(now),
    account: accountFacts(account),
    places: around.places,
    settings: { ...settingsOf(around), sync },
    rotations: desk.rotations.filter((rotation) => rotation.account === account.key),
    record: entriesOf(history, account.key),
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}

/** Field by field, so that nothing gets into the file because it was added to an account some day. */
function accountFacts(account: Account) {
  const { origin, orgId, label, mark, since, asOf, change } = account;
  return { id: accountIdOf(account), origin, orgId, label, mark, since, asOf, change };
}

function settingsOf({ reminder, widgetId, templates, copying, clearing }: Around) {
  return { reminder, widgetId, templates, copying, clearing };
}
