import { z } from 'zod'
import { fail } from './errors.ts'

/** Asks for one page of a list: the cursor of the last page, and how many rows. */
export const PageRequest = {
  after: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
}

/** A page answered: rows, and the cursor of the next page, absent at the end. */
export const pageOf = <Row extends z.ZodType>(row: Row) => z.object({ rows: z.array(row), next: z.string().optional() })

/** The sort key of a list by an instant and an id; PostgreSQL knows no year 0. */
export const InstantAndId = z.tuple([z.iso.datetime().refine((text) => !text.startsWith('0000')), z.uuid()])

/** A cursor is the sort key of the last row seen, opaque to callers. */
export const writeCursor = (key: readonly (string | number | null)[]): string =>
  btoa(JSON.stringify(key).replace(/[^\x20-\x7e]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`))

/** Reads a cursor written by {@link writeCursor}; a made-up one is the caller's error. */
export function readCursor<Key extends z.ZodType>(schema: Key, cursor: string): z.output<Key> {
  try {
    return schema.parse(JSON.parse(atob(cursor)))
  } catch (cause) {
    fail('invalidInput', {
      cause,
      places: [{ path: 'after', message: { vi: 'Không đọc được vị trí trang.', en: 'Unreadable page position.' } }],
    })
  }
}

/** Cuts `limit + 1` fetched rows into a page. */
export function toPage<Row>(
  rows: readonly Row[],
  limit: number,
  keyOf: (row: Row) => readonly (string | number | null)[],
) {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return rows.length > limit && last !== undefined ? { rows: shown, next: writeCursor(keyOf(last)) } : { rows: shown }
}
