/** Stands in for the browser where a page is drawn without one: drafts in memory, and nothing else. */
type Drafts = Record<string, Record<string, string>>;

let drafts: Drafts = {};

/** What stands in forms from now on. */
export function setDrafts(next: Drafts): void {
  drafts = next;
}

export const browser = {
  storage: { session: { get: async () => ({ drafts }), set: async () => undefined } },
};
