/** The background: registers its listeners at once, and keeps nothing that it cannot rebuild from stored state. */
import { defineBackground } from 'wxt/utils/define-background';
import { listen } from '../lib/coordinator/listen.ts';

export default defineBackground(listen);
