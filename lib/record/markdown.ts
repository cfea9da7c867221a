/** The little Markdown (GitHub's) that a record needs: headings, lists, tables, around values that stay plain text. */

const breaks = /[\p{Cc}\p{Zl}\p{Zp}]+/gu;
/**
 * What could be markup, HTML, a link or the end of a cell. Bare addresses are linked, too: a backslash before `://` and
 * before a dot with a letter after it stops that. Not where addresses are looked for after the backslashes are gone, as
 * GitHub does for e-mail (https://github.com/github/cmark-gfm/issues/278) and remark for all
 * (https://github.com/remarkjs/remark-gfm/issues/33): such a link leads where it says, and nowhere else.
 */
const special = /[\\`*_[\]<>&|~#@$]|:(?=\/\/)|\.(?=\p{L})/gu;

/** `text` so that Markdown shows just this, on one line: line breaks and other control characters become a space. */
export function escapeMarkdown(text: string): string {
  return text.replace(breaks, ' ').replace(special, '\\$&').trim();
}

/** A heading of `level` 1 to 6. Headings and lists take plain texts and escape them. */
export function heading(level: number, text: string): string {
  return `${'#'.repeat(level)} ${escapeMarkdown(text)}`;
}

/** A list of `name: value`; those whose value is null are left out. */
export function factList(facts: readonly (readonly [name: string, value: string | null])[]): string {
  return facts
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `- **${escapeMarkdown(name)}:** ${escapeMarkdown(value ?? '')}`.trimEnd())
    .join('\n');
}

/** A table of plain texts; each row has as many cells as `columns`. */
export function table(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const escaped = [columns, ...rows].map((cells) => line(cells.map(escapeMarkdown)));
  return [...escaped.slice(0, 1), line(columns.map(() => '---')), ...escaped.slice(1)].join('\n');
}

/** Blocks with an empty line between them, and a line end after the last. */
export function markdownOf(blocks: readonly string[]): string {
  return `${blocks.join('\n\n')}\n`;
}
