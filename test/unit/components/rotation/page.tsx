/** Draws the popup on the rotation's page for a test; what is sent for the rotation can be followed as it would be. */
import { fireEvent, screen, within } from '@testing-library/preact';
import type { Request } from '../../../../lib/messages/requests.ts';
import { isRefused } from '../../../../lib/rotation/events.ts';
import type { Rotation } from '../../../../lib/rotation/rotation.ts';
import { step } from '../../../../lib/rotation/steps.ts';
import type { Desk } from '../../../../lib/state/desk.ts';
import { galleryNow } from '../../../gallery/desks.ts';
import { rotationStates } from '../../../gallery/rotation-states.ts';
import { openPopup } from '../popup.tsx';

/** The desk of the gallery's state with this name. */
export function deskNamed(name: string): Desk {
  const state = rotationStates.find((each) => each.name === name);
  if (!state) throw new Error(`No state ${name}`);
  return structuredClone(state.desk);
}

/** The popup on `desk`, or on the gallery's state of that name. `follow` does what was sent since, and shows it. */
export function openRotation(from: string | Desk) {
  let desk = typeof from === 'string' ? deskNamed(from) : from;
  const popup = openPopup(desk);
  let followed = 0;
  const follow = () => {
    for (const request of popup.sent.slice(followed)) desk = after(desk, request);
    followed = popup.sent.length;
    popup.show(desk);
  };
  const show = (next: Desk) => {
    desk = next;
    popup.show(desk);
  };
  return { ...popup, follow, show, desk: () => desk };
}

/** As the background would: a closed rotation stays among them, a refused event changes nothing. Stored state is new. */
function after(desk: Desk, request: Request): Desk {
  if (request.type !== 'rotate') return desk;
  const moved = (each: Rotation) => {
    const next = step(each, request.event, galleryNow);
    return each.id === request.rotation && !isRefused(next) ? next : each;
  };
  return structuredClone({ ...desk, rotations: desk.rotations.map(moved) });
}

export const button = (name: string) => screen.getByRole('button', { name });
/** As a click does, it brings the focus along. */
export function press(name: string): void {
  const pressed = button(name);
  pressed.focus();
  fireEvent.click(pressed);
}
/** The row of the place with this name. */
export const row = (name: string) => {
  const found = screen.getByText(name).closest('li');
  if (!found) throw new Error(`No row ${name}`);
  return within(found);
};
/** The events that were asked for, in their order. */
export const events = (sent: readonly Request[]) =>
  sent.flatMap((request) => (request.type === 'rotate' ? [request.event] : []));
/** The name of what has the focus. */
export const focused = () =>
  document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '';
