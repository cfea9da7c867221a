import { reads } from '../../kit/reads.ts';

export default reads('The content script, taken over, reads the token out of the memory.', (stage) =>
  stage.inContentScript(async () => {
    const { browser, chrome } = globalThis as never as Record<
      string,
      typeof import('webextension-polyfill') | undefined
    >;
    const session = (browser ?? chrome)?.storage?.session;
    const opened = (session as { setAccessLevel?(level: object): Promise<void> } | undefined)?.setAccessLevel;
    await opened?.call(session, { accessLevel: 'TRUSTED_AND_UNTRUSTED_CONTEXTS' })?.catch(() => undefined);
    return JSON.stringify((await session?.get(null)?.catch(() => null)) ?? null);
  }),
);
