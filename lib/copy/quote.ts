/** Quoting: how a value is written so that a shell, or a reader of `.env` files, gets back exactly that value. */

/**
 * `value` as one word of a POSIX shell (sh, dash, bash, zsh): in single quotes nothing is special but the quote itself
 * (POSIX.1-2024, Shell Command Language, 2.2.2). No shell can hold a NUL, so `value` must have none. fish is not meant:
 * it takes a backslash within single quotes for an escape.
 */
export function quoteForSh(value: string): string {
  return `'${value.replaceAll("'", "'\\''")}'`;
}

/**
 * `value` as a PowerShell string that expands nothing. PowerShell takes the curly quotes U+2018 to U+201B for single
 * quotes, too; each is doubled (CodeGeneration.EscapeSingleQuotedStringContent,
 * learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_quoting_rules).
 */
export function quoteForPowerShell(value: string): string {
  return `'${value.replace(/['\u2018-\u201b]/g, '$&$&')}'`;
}

/** What every reader of `.env` files, `docker --env-file` and sh take as it stands. `~` is not among it: sh expands it. */
const plainInEnv = /^[\w%+,./:=@-]*$/;
/**
 * Within single quotes python-dotenv halves `\\`, and it and dotenv for Node read on after `\'`, so that no backslash
 * may stand before another one or at the end.
 */
const singleQuotable = /^(?:[^'\\]|\\(?![\\']|$))*$/;
/** Within double quotes none of these is left alone by all readers. */
const doubleQuotable = /^[^"\\$`]*$/;

/**
 * `value` as it stands after `NAME=` in a `.env` file, or null where no way of writing it is read alike everywhere.
 * Meant are sh (`. ./.env`), dotenv for Node, Node's own `--env-file`, python-dotenv, godotenv, Ruby's dotenv and
 * Compose: bare where nothing needs quoting, else in single quotes, which none of them expands, else, for a value with
 * a single quote, in double quotes. `docker run --env-file` knows no quotes and keeps them: only a bare value is the
 * same there. dotenv-expand (Vite, Next.js) replaces `$NAME` however it is quoted. A line end or control character is
 * never written: not all of them read it back.
 */
export function quoteForEnv(value: string): string | null {
  if (/\p{Cc}/u.test(value)) return null;
  if (plainInEnv.test(value)) return value;
  if (singleQuotable.test(value)) return `'${value}'`;
  return doubleQuotable.test(value) ? `"${value}"` : null;
}
