/** What the person does to a rotation: held against its rules here, so that a refusal is said where it was asked for. */
import type { PersonsEvent, Request } from '../../lib/messages/requests.ts';
import { isRefused, type RefusalCode } from '../../lib/rotation/events.ts';
import type { Rotation } from '../../lib/rotation/rotation.ts';
import { step } from '../../lib/rotation/steps.ts';
import type { Messages } from '../use-messages.ts';
import { refusalText } from './refusal-text.ts';

/** Asks for an event; gives why it is refused, or null where it was sent. */
export type Rotate = (event: PersonsEvent) => RefusalCode | null;

/** Sends `event` for `rotation`, unless the rotation as it is shown refuses it: then nothing is sent, and why is given. */
export function rotate(rotation: Rotation, event: PersonsEvent, send: (request: Request) => void): RefusalCode | null {
  const after = step(rotation, event, Date.now());
  if (isRefused(after)) return after.refused;
  send({ type: 'rotate', rotation: rotation.id, event });
  return null;
}

/** The same for events without a field at which a refusal could be said: it goes where failures are said. */
export function rotateOrSay(rotateNow: Rotate, { say, clear }: Messages): (event: PersonsEvent) => void {
  return (event) => {
    const refused = rotateNow(event);
    if (refused) say('alert', refusalText(refused));
    else clear();
  };
}
