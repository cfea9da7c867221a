/** CSV by RFC 4180, in which no cell is a formula: https://owasp.org/www-community/attacks/CSV_Injection. */

/**
 * Where a cell could become a formula: at its start, and after what may start another one. A spreadsheet set to `;`
 * or tabs, as most are in Europe, takes our commas for text and cuts there, inside the quotes, too.
 */
const formulaStart = /(?:^|[;\t\r\n]"*)(?=[=+\-@＝＋－＠])|^(?=[\t\r\n])/g;

/**
 * `value` as a cell that no spreadsheet runs: a single quote goes before each `=`, `+`, `-`, `@` (also full-width) that
 * stands at the start or after `;`, a tab or a line break, and before a tab or line break at the start. All else stays.
 */
export function unformulated(value: string): string {
  return value.replace(formulaStart, "$&'");
}

/** A CSV text of `rows`, the header first: cells made harmless and quoted where needed, CRLF after each row. */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(cellOf).join(',')}\r\n`).join('');
}

function cellOf(value: string): string {
  const harmless = unformulated(value);
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
