/** A small reader of RFC 4180, for tests: `separator` is what the reader takes for one. */
export function parseCsv(text: string, separator: ',' | ';' = ','): string[][] {
  // A quoted part, also one that is never closed; what follows it; and what ends the cell.
  const cell = new RegExp(`("(?:[^"]|"")*(?:"|$))?((?:(?!\\r\\n|${separator})[^])*)(\\r\\n|${separator}|$)`, 'y');
  const rows: string[][] = [[]];
  while (cell.lastIndex < text.length) {
    const [, quoted = '', rest = '', end] = cell.exec(text) ?? [];
    rows.at(-1)?.push(quoted.replace(/^"|"$/g, '').replaceAll('""', '"') + rest);
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}
