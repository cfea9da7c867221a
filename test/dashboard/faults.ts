/** What can be made to go wrong, and the one rule by which a fault is used up. */

/** How often a fault strikes: a number counts down to 0 as it strikes; `true` strikes until set to `false`. */
export type Times = number | boolean;

/**
 * `frameGated`: a dialog opens only with the next animation frame, which a hidden tab does not get. `nativeConfirm`: the
 * page asks by the browser's own dialog. `trustedOnly`: it takes no click that a script has made.
 */
export type Manner = 'plain' | 'frameGated' | 'nativeConfirm' | 'trustedOnly';

/** `noAnswer`: nothing comes back, not even headers. `noEnd`: headers and the beginning of a body, and then nothing. */
export type Stall = 'off' | 'noAnswer' | 'noEnd';

export interface Faults {
  /** Milliseconds between receiving an operation and applying it. */
  latencyMs: number;
  /** Milliseconds before a page, or the data of one, is answered. */
  pageLatencyMs: number;
  /** The operation is not applied; the skin shows an error. */
  refuse: Times;
  /** The status a refused operation is answered with. */
  refuseStatus: 403 | 500;
  /** The connection dies before the operation is applied. */
  dropBefore: Times;
  /** The operation is applied and its reply is lost. */
  dropAfter: Times;
  /** Every session ends before the operation is applied; it is answered as signed out. */
  expireOnOperation: Times;
  /** Somebody else regenerates just before the operation is applied. */
  changeBeforeOperation: Times;
  /** Every connection is destroyed, pages and APIs alike. */
  offline: boolean;
  /** Pages do not forbid the browser to keep them, so that Back may show them as they were. */
  pagesKept: boolean;
  /** Pages under /app/ and their data answer 500; operations still work. */
  pageError: Times;
  /** The token page shows dots and the last four characters instead of the token. */
  masked: boolean;
  /** How the `forms` skin goes about what a click asks for. */
  manner: Manner;
  /** Visitor Chat answers with this status and no body of use; 0 is off. A 3xx leads to where every key is accepted. */
  apiStatus: number;
  /** Visitor Chat answers 200 with an `error` body (facts.md: seen in public code). */
  apiErrorBody: boolean;
  /** How Visitor Chat leaves its callers waiting; before all else. */
  apiStall: Stall;
}

export function noFaults(): Faults {
  return {
    latencyMs: 0,
    pageLatencyMs: 0,
    refuse: 0,
    refuseStatus: 403,
    dropBefore: 0,
    dropAfter: 0,
    expireOnOperation: 0,
    changeBeforeOperation: 0,
    offline: false,
    pagesKept: false,
    pageError: 0,
    masked: false,
    manner: 'plain',
    apiStatus: 0,
    apiErrorBody: false,
    apiStall: 'off',
  };
}

type TimedFault = 'refuse' | 'dropBefore' | 'dropAfter' | 'expireOnOperation' | 'changeBeforeOperation' | 'pageError';

/** Says whether the fault strikes now, and uses up one of its times. */
export function strikes(faults: Faults, name: TimedFault): boolean {
  const times = faults[name];
  if (typeof times === 'boolean') return times;
  if (times <= 0) return false;
  faults[name] = times - 1;
  return true;
}
