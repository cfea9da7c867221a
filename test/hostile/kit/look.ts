/** What a person sees of our button, as a picture, and whether two pictures say the same. */
import { setTimeout as sleep } from 'node:timers/promises';
import { inflateSync } from 'node:zlib';
import type { Stage } from './stage.ts';

/** An outcome stands in the button for 2 s; after it, the label is back. */
const outcomeMs = 2_200;
/** Letters drawn a part of a pixel further, or smoothed otherwise, differ by less than this share of their ink. */
const mostDifference = 0.6;

export interface Picture {
  width: number;
  height: number;
  /** The brightness of each pixel, row by row, 0 to 255. */
  light: number[];
}

/** The picture of where the button is, nobody pointing at it; null where nothing of it is seen. */
export async function buttonPicture(stage: Stage): Promise<Picture | null> {
  await stage.tab.mouse.move(4, 400);
  await sleep(outcomeMs);
  const box = await stage.button();
  if (!box || box.width < 1 || box.height < 1) return null;
  const clip = {
    x: Math.round(box.x),
    y: Math.round(box.y),
    width: Math.round(box.width),
    height: Math.round(box.height),
  };
  // It may lie outside of what is seen.
  return stage.tab.screenshot({ clip, captureBeyondViewport: false }).then(decoded, () => null);
}

/** Whether somebody would read the same in both, wherever in a pixel the letters begin. */
export function looksAlike(plain: Picture | null, seen: Picture | null): boolean {
  if (!plain || !seen) return plain === seen;
  if (Math.abs(plain.width - seen.width) + Math.abs(plain.height - seen.height) > 2) return false;
  const ground = plain.light.toSorted((a, b) => a - b)[plain.light.length >> 1] ?? 0;
  const ink = plain.light.reduce((sum, light) => sum + Math.abs(light - ground), 0);
  const shifts = [-1, 0, 1].flatMap((x) => [-1, 0, 1].map((y) => difference(plain, seen, x, y)));
  return Math.min(...shifts) < ink * mostDifference;
}

function difference(plain: Picture, seen: Picture, right: number, down: number): number {
  let sum = 0;
  for (let y = 1; y < plain.height - 1; y += 1)
    for (let x = 1; x < plain.width - 1; x += 1) {
      const light = seen.light[(y + down) * seen.width + x + right] ?? 0;
      sum += Math.abs((plain.light[y * plain.width + x] ?? 0) - light);
    }
  return sum;
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
