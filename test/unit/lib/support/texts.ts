/** The texts that a person reads, in English, where the background writes some. */
import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { native } from '../../../gallery/texts.ts';

/** Gives the browser its texts for one test. */
export function fakeTexts(): void {
  vi.spyOn(fakeBrowser.i18n, 'getMessage').mockImplementation(native.i18n.getMessage as never);
}
