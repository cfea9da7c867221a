/** What every step of an open rotation is drawn from. */
import type { PersonsEvent } from '../../lib/messages/requests.ts';
import type { Rotation } from '../../lib/rotation/rotation.ts';
import type { Shown } from '../../lib/state/desk.ts';
import type { Account } from '../../lib/state/schemas.ts';
import type { AskedKind } from '../use-asking.ts';
import type { Messages } from '../use-messages.ts';
import type { Rotate } from './rotate.ts';
import type { RotationActions } from './rotation-actions.ts';

export interface StepProps {
  rotation: Rotation;
  account: Account;
  shown: Shown;
  /** Epoch ms. */
  now: number;
  actions: RotationActions;
  messages: Messages;
  /** Asks for an event, and gives why it is refused; `rotateOrSay` says it instead. */
  rotate: Rotate;
  rotateOrSay(event: PersonsEvent): void;
  onAsk(kind: AskedKind): void;
  copyAs(format: string): void;
}
