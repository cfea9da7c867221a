/** What a notice says, and whether it is an outcome or something that went wrong. */
import { t } from '../lib/i18n.ts';
import type { Notice } from '../lib/state/desk.ts';
import { dayOf } from './dates.ts';
import { markText } from './mark-text.ts';

/** One thing said to the person, in the live region that fits it: `status` for outcomes, `alert` for failures. */
export interface Said {
  role: 'status' | 'alert';
  text: string;
}

/** The sentence for `notice`. */
export function noticeText(notice: Notice): Said {
  switch (notice.name) {
    case 'done':
      return { role: 'status', text: t(`done_${notice.kind}`, markText(notice.from), markText(notice.to)) };
    case 'notDone':
      return { role: 'alert', text: notDoneText(notice) };
    case 'changedElsewhere':
      return { role: 'alert', text: changeText(notice) };
    case 'clipboard':
      return { role: notice.what === 'cleared' ? 'status' : 'alert', text: t(`clipboard_${notice.what}`) };
    case 'setAside':
      return { role: 'alert', text: t('setAside') };
  }
}

function notDoneText({ kind, failure }: Extract<Notice, { name: 'notDone' }>): string {
  const reason = t(`failure_${failure}`);
  // Where nobody can tell, nothing is said to have been done or not.
  return failure === 'unknownOutcome' ? reason : t(`notDone_${kind}`, reason);
}

function changeText({ change, mayBeOurs }: Extract<Notice, { name: 'changedElsewhere' }>): string {
  const { from, to, lastSeenAt, noticedAt } = change;
  if (mayBeOurs) return t('changedSince', markText(from), markText(to));
  const [first, last] = [dayOf(lastSeenAt), dayOf(noticedAt)];
  return first === last
    ? t('changedElsewhere_day', last, markText(from), markText(to))
    : t('changedElsewhere_between', first, last, markText(from), markText(to));
}
