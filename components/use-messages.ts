/** What the popup says of what was done in it. One message at a time; the next replaces it. */
import { useCallback, useState } from 'preact/hooks';
import type { Said } from './notice-text.ts';

/** `serial` tells two equal messages apart: saying "Copied" twice must be heard twice. */
export type Message = Said & { serial: number };

export interface Messages {
  message: Message | null;
  say(role: Said['role'], text: string): void;
  clear(): void;
}

/** Holds the current message; `initial` is for the gallery. */
export function useMessages(initial: Said | null): Messages {
  const [message, setMessage] = useState<Message | null>(initial && { ...initial, serial: 0 });
  const say = useCallback((role: Said['role'], text: string) => {
    setMessage((last) => ({ role, text, serial: (last?.serial ?? 0) + 1 }));
  }, []);
  const clear = useCallback(() => setMessage(null), []);
  return { message, say, clear };
}
