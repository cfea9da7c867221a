/** What the popup and the options page may ask for around the token: checks, rotations, the clipboard, what is kept. */
import type { Request } from '../messages/requests.ts';
import { checkCurrent, prove } from './check.ts';
import { armClear, clearDue, clearNow, keepClipboard } from './clear.ts';
import { eraseAll } from './erase.ts';
import { note } from './history.ts';
import { beginRotation, rotate } from './rotations.ts';
import { syncPlaces } from './sync.ts';

type Served =
  | 'copied'
  | 'shown'
  | 'clearNow'
  | 'keepClipboard'
  | 'clearDue'
  | 'check'
  | 'beginRotation'
  | 'rotate'
  | 'prove'
  | 'sync'
  | 'eraseAll';

/** Carries out `request`; resolves when that is done. What comes of it comes back as state. */
export async function serve(request: Extract<Request, { type: Served }>): Promise<void> {
  switch (request.type) {
    case 'copied':
      await armClear(request.clip);
      return note(request.account, { kind: 'copied', format: request.format, mark: request.mark });
    case 'shown':
      return note(request.account, { kind: 'shown', mark: request.mark });
    case 'clearNow':
      return clearNow(request.salt);
    case 'keepClipboard':
      return keepClipboard(request.salt);
    case 'clearDue':
      return clearDue();
    case 'check':
      return checkCurrent(request.account);
    case 'beginRotation':
      return beginRotation(request.account, request.path);
    case 'rotate':
      await rotate(request.rotation, request.event, request.seen);
      return;
    case 'prove':
      return prove(request.rotation);
    case 'sync':
      return syncPlaces();
    case 'eraseAll':
      return eraseAll();
  }
}
