/** What a person sees of our button, as a picture, and whether two pictures say the same. */
import { setTimeout as sleep } from 'node:timers/promises';
import { inflateSync } from 'node:zlib';
import type { Page } from 'puppeteer-core';
import { type Box, placeOf } from './stage.ts';

/** An outcome stands in the button for 2 s; after it, the label is back. */
const outcomeMs = 2_200;
/**
 * By more than this share of its ink a label differs from itself never: letters drawn a part of a pixel further came to
 * 0.35 at the most, and half a label under a white layer to 0.86.
 */
const mostDifference = 0.4;
/** What of the button stands around its label at the least: its border and its padding (px). */
const [aside, above] = [11, 3];

export interface Picture {
  width: number;
  height: number;
  /** The brightness of each pixel, row by row, 0 to 255. */
  light: number[];
}

/** The picture of where the button is in `tab`, nobody pointing at it for `restMs`; null where nothing of it is in sight. */
export async function buttonPicture(tab: Page, restMs = outcomeMs): Promise<Picture | null> {
  await tab.mouse.move(4, 400);
  await sleep(restMs);
  const clip = await inSight(tab, await placeOf(tab));
  return clip ? decoded(await tab.screenshot({ clip, captureBeyondViewport: false })) : null;
}

/** What of `box` lies in the window of `tab`, in whole pixels of the page, which may be scrolled; null: nothing. */
async function inSight(tab: Page, box: Box | null): Promise<Box | null> {
  if (!box) return null;
  const window = await tab.evaluate(() => {
    const { clientWidth, clientHeight } = document.documentElement;
    return { width: clientWidth, height: clientHeight, x: Math.round(scrollX), y: Math.round(scrollY) };
  });
  const [left, top] = [Math.max(0, Math.round(box.x)), Math.max(0, Math.round(box.y))];
  const width = Math.min(window.width, Math.round(box.x) + Math.round(box.width)) - left;
  const height = Math.min(window.height, Math.round(box.y) + Math.round(box.height)) - top;
  return width > 0 && height > 0 ? { x: left + window.x, y: top + window.y, width, height } : null;
}

/** Whether somebody would read the same label in both, wherever in a pixel its letters begin. */
export function looksAlike(plain: Picture | null, seen: Picture | null): boolean {
  return lossBetween(plain, seen) < mostDifference;
}

/** By what share of the ink of its label `seen` differs from `plain`; 1: nothing of it is left. */
function lossBetween(plain: Picture | null, seen: Picture | null): number {
  if (!plain || !seen) return plain === seen ? 0 : 1;
  if (Math.abs(plain.width - seen.width) + Math.abs(plain.height - seen.height) > 2) return 1;
  const inside = plain.light.filter((_, at) => isInside(plain, at % plain.width, Math.floor(at / plain.width)));
  const ground = inside.toSorted((a, b) => a - b)[inside.length >> 1] ?? 0;
  const ink = inside.reduce((sum, light) => sum + Math.abs(light - ground), 0);
  const shifts = [-1, 0, 1].flatMap((x) => [-1, 0, 1].map((y) => difference(plain, seen, x, y)));
  return Math.min(...shifts) / ink;
}

function difference(plain: Picture, seen: Picture, right: number, down: number): number {
  let sum = 0;
  for (let y = above; y < plain.height - above; y += 1)
    for (let x = aside; x < plain.width - aside; x += 1) {
      const light = seen.light[(y + down) * seen.width + x + right] ?? 0;
      sum += Math.abs((plain.light[y * plain.width + x] ?? 0) - light);
    }
  return sum;
}

function isInside({ width, height }: Picture, x: number, y: number): boolean {
  return x >= aside && x < width - aside && y >= above && y < height - above;
}

/** The brightness in a PNG as browsers write it: 8 bits, not interlaced (https://www.w3.org/TR/png/). */
function decoded(file: Uint8Array): Picture {
  const png = Buffer.from(file);
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const channels = png[25] === 6 ? 4 : 3;
  const parts: Buffer[] = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at))
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  const rows = unfiltered(inflateSync(Buffer.concat(parts)), width * channels, height, channels);
  const pixels = Array.from({ length: width * height }, (_, pixel) => pixel * channels);
  return {
    width,
    height,
    light: pixels.map((at) => ((rows[at] ?? 0) + (rows[at + 1] ?? 0) + (rows[at + 2] ?? 0)) / 3),
  };
}

function unfiltered(data: Buffer, length: number, height: number, step: number): Uint8Array {
  const out = new Uint8Array(length * height);
  const at = (row: number, byte: number) => (row < 0 || byte < 0 ? 0 : (out[row * length + byte] ?? 0));
  for (let row = 0; row < height; row += 1) {
    const kind = data[row * (length + 1)] ?? 0;
    for (let byte = 0; byte < length; byte += 1) {
      const [left, up, corner] = [at(row, byte - step), at(row - 1, byte), at(row - 1, byte - step)];
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][kind] ?? 0;
      out[row * length + byte] = (data[row * (length + 1) + 1 + byte] ?? 0) + guess;
    }
  }
  return out;
}

function paeth(left: number, up: number, corner: number): number {
  const near = (value: number) => Math.abs(left + up - corner - value);
  if (near(left) <= near(up) && near(left) <= near(corner)) return left;
  return near(up) <= near(corner) ? up : corner;
}
