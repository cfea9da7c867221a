/** Every wait of the coordinator, by name. All in ms. */

/** A content script that has not answered by then is taken as not answering; it proves nothing. */
export const replyLimit = 5_000;
/** Opening the dashboard and getting to the token page, all in all. */
export const reachLimit = 45_000;
/** A page that has not shown anything we know by then will not. */
export const firstSightLimit = 15_000;
/** A tab that was sent to an address has left its page by then, or something holds it. */
export const leaveLimit = 10_000;
export const leaveEvery = 50;
/** After a menu step: how long the page may take to show the next. */
export const walkLimit = 15_000;
/** On a page that may still be drawing itself: how long it may take to show something else. */
export const settleLimit = 6_000;
/** A sign-in page still there after that long is not one that only passes by. */
export const signInSteadyFor = 1_500;
/** How often a page that reports nothing is asked again. */
export const lookEvery = 500;
/** How often a fired operation's document is asked whether it still lives. */
export const aliveEvery = 1_000;
/** After the press, with the page having answered: from then on the same token means that nothing was changed. */
export const answeredVerdictAfter = 3_000;
/** The same where the page gave no sign: a request may still be under way for that long. */
export const silentVerdictAfter = 45_000;
/** A verdict further away than this is not waited for: the outcome is said to be unknown until somebody looks again. */
export const longestVerdictWait = 10_000;
/** So many fresh looks settle a fired intent, or leave it in doubt. */
export const mostReads = 4;
/** No operation goes on for longer in its document, whatever the document says. */
export const operationLimit = 200_000;
/** A page that says there is no token is asked again after that long: it may only not have drawn it yet. */
export const emptySteadyFor = 1_000;
/** A page held by a dialog of the browser's own is waited for so long. */
export const silentLimit = 120_000;
/** An operation that its page has not begun so long after the confirm is not begun: the background gives it up soon after. */
export const beginLimit = 100_000;
/** A tab that was being opened when the worker died is there by then, and shows where it goes. */
export const openedLimit = 3_000;
export const openedEvery = 250;
/** A worker that comes back later than this does not look for it any more. */
export const openedLostAfter = 60_000;
/** A read that a dead worker left behind is taken up again when it is younger than this. */
export const readingResumeLimit = 60_000;
