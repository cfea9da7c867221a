/** Every limit of the driver, by name. Times in ms. */

/** A page with more elements than this is not read: care costs time, and no token page is that large. */
export const mostElements = 100_000;
/** The longest text taken as a control's or a field's name, in characters. */
export const longestName = 120;
/** The longest value taken as a token, in characters. */
export const longestToken = 512;
/** How long the page may take to show its dialog after its button was pressed. */
export const dialogLimit = 6_000;
/** A press of Generate that takes longer than that may have waited for an answer of the server's. */
export const atOnceLimit = 300;
/** So many turns of the page's promises after that press: a dialog drawn by then was drawn before any answer came. */
export const mostTurns = 20;
/** A press that takes longer than that was held by a dialog of the browser's own: nobody answers confirm() any faster. */
export const heldAfter = 500;
/** How long the page may take to show the change after its confirm was pressed. */
export const changeLimit = 20_000;
/** How long a page that needs the person is watched before the wish is dropped. */
export const needLimit = 120_000;
/** How long a dialog whose confirm was pressed may stand: a page that ignored that press waits for the person's. */
export const standLimit = 40_000;
/** How long a changed page must say the same before it is believed. */
export const steadyFor = 500;
/** How long a page that says it failed is watched further, in case it shows the change after all. */
export const refusalLimit = 3_000;
/** Readings further apart do not tell what the page said in between: it may have been held or kept, and not run at all. */
export const longestGap = 3_000;
