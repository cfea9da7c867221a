/** Clears the clipboard on the background's word (Chromium). */
import { hearOffscreen } from '../../lib/clearing/offscreen.ts';

hearOffscreen(document);
