/** What the person does to a rotation: held against its rules here, so that a refusal is said where it was asked for. */
import type { PersonsEvent } from '../../lib/messages/requests.ts';
import { holdsPartOf } from '../../lib/places/looks-like-a-secret.ts';
import { isRefused, type RefusalCode } from '../../lib/rotation/events.ts';
import type { Rotation } from '../../lib/rotation/rotation.ts';
import { step } from '../../lib/rotation/steps.ts';
import type { Messages } from '../use-messages.ts';
import { refusalText } from './refusal-text.ts';
import type { RotationActions } from './rotation-actions.ts';

/** Asks for an event; gives why it is refused, or null where it was sent. */
export type Rotate = (event: PersonsEvent) => RefusalCode | null;

/**
 * The function that sends events for `rotation`; what it refuses as it is shown is not sent, nor is a reason with a part of
 * one of `secrets` in it.
 */
export function rotating(rotation: Rotation, secrets: readonly string[], { send, clock }: RotationActions): Rotate {
  return (event) => {
    if ('reason' in event && holdsPartOf(secrets, event.reason)) return 'reasonLooksLikeASecret';
    const after = step(rotation, event, clock());
    if (isRefused(after)) return after.refused;
    send({ type: 'rotate', rotation: rotation.id, seen: rotation.stage, event });
    return null;
  };
}

/** The same for events without a field at which a refusal could be said: it goes where failures are said. */
export function sayingSo(rotate: Rotate, { say, clear }: Messages): (event: PersonsEvent) => void {
  return (event) => {
    const refused = rotate(event);
    if (refused) say('alert', refusalText(refused));
    else clear();
  };
}
