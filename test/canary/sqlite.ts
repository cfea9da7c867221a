/** The values in a SQLite file, whole: in the file itself a long one is cut into pages. */
import { DatabaseSync } from 'node:sqlite';

/** Every text and blob of every table of the database at `path`; none where it is not a sound database any more. */
export function sqliteValues(path: string): Buffer[] {
  try {
    const database = new DatabaseSync(path, { readOnly: true });
    try {
      const tables = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all();
      return tables.flatMap(({ name }) => valuesOf(database, String(name)));
    } finally {
      database.close();
    }
  } catch {
    return [];
  }
}

function valuesOf(database: DatabaseSync, table: string): Buffer[] {
  const rows = database.prepare(`SELECT * FROM "${table.replaceAll('"', '""')}"`).all();
  return rows.flatMap((row) => Object.values(row).flatMap(bytesOf));
}

function bytesOf(value: unknown): Buffer[] {
  if (typeof value === 'string') return [Buffer.from(value)];
  return value instanceof Uint8Array ? [Buffer.from(value)] : [];
}
