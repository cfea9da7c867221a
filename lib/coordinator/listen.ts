/** The background's ears: all listeners, registered at once, and who may be heard on which. */
import { browser, type Runtime } from '../browser.ts';
import { reportSchema } from '../messages/reports.ts';
import { requestSchema } from '../messages/requests.ts';
import { whoSends } from '../senders.ts';
import { setAsideUnreadable } from '../state/set-aside.ts';
import { clearDue, clearingAlarm } from './clear.ts';
import { enterOpenTabs } from './inject.ts';
import { storedOpenIntent } from './ledger.ts';
import { recover, recoveryAlarm } from './operate.ts';
import { followChanges, reconcile } from './reconcile.ts';
import { reminderAlarm } from './remind.ts';
import { handleReport } from './reports.ts';
import { handleRequest, takeUp } from './requests.ts';
import { closeNewSince, closeOrphans, closeReplaced, tabsBeforeLost } from './tabs.ts';

/** Registers every listener; must run in the first tick of the background. */
export function listen(): void {
  const ready = makeReady();
  browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) =>
    hear(ready, message, sender),
  );
  browser.runtime.onInstalled.addListener(() => void enterOpenTabs());
  // To be heard is all it is for: browsers forget badge and alarms, and start nobody who does not listen.
  browser.runtime.onStartup.addListener(() => undefined);
  browser.alarms.onAlarm.addListener(({ name }) => {
    void ready.then(() => ring(name));
  });
  browser.storage.onChanged.addListener((changes, area) => void ready.then(() => followChanges(changes, area)));
  // At once: a tab whose number nobody knows is forgotten where those that were left are closed.
  browser.tabs.onReplaced?.addListener((added, removed) => void closeReplaced(added, removed));
  browser.permissions.onAdded.addListener(() => void enterOpenTabs());
  void ready.then(takeUp);
}

/** Does what the alarm with `name` was set for. */
function ring(name: string): Promise<void> | undefined {
  if (name === recoveryAlarm) return recover(false);
  if (name === clearingAlarm) return clearDue();
  return name === reminderAlarm ? reconcile() : undefined;
}

/** What must be done before anything stored is read or written. A step that fails leaves nobody unheard. */
async function makeReady(): Promise<void> {
  for (const step of [hideStored, setAsideUnreadable, closeLeftTabs]) await step().catch(() => undefined);
}

async function hideStored(): Promise<void> {
  // Where the browser offers it, content scripts lose the sight of what is stored on disk, too.
  const local = browser.storage.local as typeof browser.storage.local & {
    setAccessLevel?: (options: { accessLevel: 'TRUSTED_CONTEXTS' }) => Promise<void>;
  };
  await local.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
}

async function closeLeftTabs(): Promise<void> {
  await closeOrphans((await storedOpenIntent())?.tab ?? null);
  const before = await tabsBeforeLost();
  // Nobody waits for it: a tab that was being opened takes its time to show where it goes.
  if (before) void closeNewSince(before).catch(() => undefined);
}

/** The answer to `message`, or undefined where it is not for us or not from whom it has to be. */
export function hear(
  ready: Promise<void>,
  message: unknown,
  sender: Runtime.MessageSender,
): Promise<unknown> | undefined {
  const from = whoSends(sender);
  if (from.kind === 'ours') {
    const request = requestSchema.safeParse(message);
    if (!request.success) return undefined;
    const heard = { heard: true };
    // A wish is answered once it is stored: the popup sends again what a dying worker has lost.
    if (request.data.type === 'start')
      return new Promise((resolve, reject) => {
        ready.then(() => handleRequest(request.data, () => resolve(heard))).catch(reject);
      });
    void ready.then(() => handleRequest(request.data));
    // Answered at once: what comes of it comes back as state, and may take as long as it takes.
    return Promise.resolve(heard);
  }
  if (from.kind === 'dashboard') {
    const report = reportSchema.safeParse(message);
    return report.success ? answerReport(ready, from.tab, report.data) : undefined;
  }
  return undefined;
}

function answerReport(ready: Promise<void>, tab: number, report: Parameters<typeof handleReport>[1]): Promise<unknown> {
  const handled = ready.then(() => handleReport(tab, report));
  return report.type === 'mayFire' || report.type === 'pressed' ? handled : Promise.resolve({ heard: true });
}
