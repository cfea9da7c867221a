/** Handing a file to the person, without the permission for downloads. */

export interface FileToSave {
  name: string;
  /** Its media type. */
  type: string;
  text: string;
}

/** The browser has begun to read the file long before, in ms. */
const readWithinMs = 60_000;

/** Starts the download of `text` as a file, or opens the browser's dialog for it. */
export function download({ name, type, text }: FileToSave): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), readWithinMs);
}

/** `token-desk-record-owner-example.com-2026-05-05.csv`: `what` of `whose`, on the local day of `now` (epoch ms). */
export function fileName(what: string, whose: string, now: number, extension: string): string {
  const plain = whose
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\w.-]+/g, '-')
    .replace(/^[-.]+|[-.]+$/g, '')
    .slice(0, 60);
  const day = new Date(now);
  const twoDigits = (value: number) => value.toString().padStart(2, '0');
  const date = [day.getFullYear(), twoDigits(day.getMonth() + 1), twoDigits(day.getDate())].join('-');
  return `${['token-desk', what, plain, date].filter(Boolean).join('-')}.${extension}`;
}
