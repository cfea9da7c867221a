/** How far clocks are believed. */

/** So far (ms) two readings of the clock may contradict each other: it may have been corrected in between. */
export const clockTolerance = 60_000;
