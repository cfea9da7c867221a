/** The files of a recording, read. A line that a killed browser did not finish is left out. */

export interface Sent {
  url: URL;
  /** The origin of the page, extension or script that asked; "": the browser itself, or whoever opened a tab. */
  by: string;
  /** Whether it is for the page of a tab. */
  isTab: boolean;
}

export interface Line {
  text: string;
  /** Whether a page, a worker or a script said it; else it is the browser's own. */
  isSaid: boolean;
}

interface NetEvent {
  params: { url: string; initiator: string; request_type: string };
}

/** What Chromium calls the initiator where there is none. */
const noOrigin = 'not an origin';

/** The requests in a net log of Chromium's: each event is a line; redirects are requests of their own. */
export function chromiumRequests(text: string): Sent[] {
  const started = /"URL_REQUEST_START_JOB":(\d+)/.exec(text)?.[1];
  // The number of the type ends the line: events have their members in the order of the alphabet.
  const events = text.split('\n').filter((line) => line.includes(`"type":${started}}`));
  return events.flatMap((line) => {
    const event = parsed<NetEvent>(line.replace(/,\r?$/, ''));
    if (!event?.params?.url) return [];
    const { url, initiator, request_type: type } = event.params;
    return sent(url, initiator === noOrigin ? '' : initiator, type === 'main frame');
  });
}

/** The lines in a log of Chromium's, each without what stands in front of it: process, time, place in the source. */
export function chromiumLines(text: string): Line[] {
  const lines = text.split(/^\[\d+:\d+:\d{4}\/[\d.]+:/m).filter((line) => line !== '');
  return lines.map((line) => ({ text: line.replace(/^[^\]\n]*\] ?/, ''), isSaid: line.startsWith('INFO:CONSOLE') }));
}

/** What the recorder in Firefox has written: one piece of JSON each line. */
export function firefoxEntries(text: string): { requests: Sent[]; lines: Line[] } {
  const entries = text
    .split('\n')
    .map((line) => parsed<{ url?: string; by: string; isTab: boolean; said?: string }>(line));
  return {
    requests: entries.flatMap((entry) => (entry?.url ? sent(entry.url, entry.by, entry.isTab) : [])),
    lines: entries.flatMap((entry) => (entry?.said === undefined ? [] : [{ text: entry.said, isSaid: true }])),
  };
}

/** Nothing where `url` is none of the network's. */
function sent(url: string, by: string, isTab: boolean): Sent[] {
  return URL.canParse(url) && /^(http|ws)s?:/.test(url) ? [{ url: new URL(url), by, isTab }] : [];
}

function parsed<T>(line: string): T | null {
  try {
    return JSON.parse(line) as T;
  } catch {
    return null;
  }
}
