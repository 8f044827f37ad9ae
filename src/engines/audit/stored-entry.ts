import type { Queries } from '#kernel/database/connect.ts'
import { find, get, rows, sql, type Fragment } from '#kernel/database/query.ts'
import { personalDigest } from './canonical.ts'
import { instantOfEntry } from './entry-id.ts'
import { personalText, publicText, type PersonalPart, type PublicPart } from './entry.ts'
import type { Hash } from './merkle.ts'
import { xid } from './seal.ts'

/** An entry as it lies in the database or in an export, with all that its leaf is made of. */
export interface StoredEntry extends PublicPart, PersonalPart {
  readonly xid: number
  readonly salt: Buffer | null
  readonly erasedDigest: Buffer | null
  readonly digest: Hash
}

/** A row, each column as text: see {@link storedColumns}. */
type Row = readonly (string | null)[]

// Batches come as one JSON text of arrays of texts: making JSON of rows with names and types costs PostgreSQL half as much again,
// and plain rows cost the driver thrice what parsing this does.
const storedColumns = sql`array[id::text, (extract(epoch from at) * 1000000)::bigint::text, xid::text, account, operation, kind, outcome,
  request_id, post_id, post_title, unit_id, unit_name, to_json(objects)::text, actor_name, on_behalf, purpose, address,
  to_json(subjects)::text, details::text, salt::text, erased_digest::text, digest::text]`

function fromRow(row: Row): StoredEntry {
  const [id, micros, xid, account, operation, kind, outcome, requestId, postId, postTitle, unitId, unitName] = row
  const [objects, actorName, onBehalf, purpose, address, subjects, details, salt, erasedDigest, digest] = row.slice(12)
  return {
    id,
    // Time to the microsecond: a `Date` would hide a change below its millisecond.
    at: microsToText(Number(micros)),
    xid: Number(xid),
    account,
    operation,
    kind,
    outcome,
    requestId,
    postId,
    postTitle,
    unitId,
    unitName,
    objects: toTexts(objects),
    actorName,
    onBehalf,
    purpose,
    address,
    subjects: toTexts(subjects),
    details,
    salt: toBytes(salt),
    erasedDigest: toBytes(erasedDigest),
    digest: toBytes(digest),
  } as StoredEntry
}

const toTexts = (text: string | null | undefined) => (text ? (JSON.parse(text) as string[]) : null)

/** PostgreSQL writes bytes as `\\x…`. */
const toBytes = (text: string | null | undefined) => (text ? Buffer.from(text.slice(2), 'hex') : null)

let second = { number: Number.NaN, text: '' }

/** RFC 3339 with six decimals. Entries that follow each other share their second, and making its text is dear. */
function microsToText(micros: number): string {
  const number = Math.floor(micros / 1_000_000)
  if (number !== second.number) second = { number, text: new Date(number * 1000).toISOString().slice(0, 20) }
  return `${second.text}${String(micros - number * 1_000_000).padStart(6, '0')}Z`
}

/** One entry by its id; undefined if there is none. */
export async function findStoredEntry(
  on: Queries,
  id: string,
  lock: Fragment = sql``,
): Promise<StoredEntry | undefined> {
  const found = await find(
    on,
    sql<{ entry: Row }>`select ${storedColumns} as entry from audit.entry
      where at = ${instantOfEntry(id)} and id = ${id} ${lock}`,
  )
  return found && fromRow(found.entry)
}

/**
 * The canonical text under the leaf of the stored content; undefined if a personal part stands where one was erased, or has
 * lost its salt.
 */
export function leafTextOf(entry: StoredEntry): string | undefined {
  const personal = personalDigestOf(entry)
  return personal && publicText(entry, personal)
}

export function personalDigestOf(entry: StoredEntry): Buffer | undefined {
  const text = personalText(entry)
  if (entry.erasedDigest === null) return entry.salt === null ? undefined : personalDigest(entry.salt, text)
  return text === '{}' && entry.salt === null ? entry.erasedDigest : undefined
}

const pieceSize = 2000
/** A piece ends with a seal, so that it may be somewhat longer. */
const batchSize = 2 * pieceSize
/** PostgreSQL takes longer to write a batch out than we to check it: so several are written meanwhile. */
const readAhead = 2

/** A piece of the trail, of which the first entries are being read. */
interface Piece {
  readonly to: number
  readonly first: Promise<Row[]>
}

/** Entries in the order of the trail, from one transaction up to (not including) another. */
export async function* entryBatches(on: Queries, from: number, to: number): AsyncGenerator<StoredEntry[]> {
  const starts = [from, ...(await boundsBetween(on, from, to))]
  const ahead: Piece[] = []
  for (const [at, start] of starts.entries()) {
    const end = starts[at + 1] ?? to
    const first = readBatch(on, { xid: start, id: '00000000-0000-0000-0000-000000000000' }, end)
    // Awaited later; until then a failure is not unheard.
    first.catch(() => {})
    ahead.push({ to: end, first })
    if (ahead.length > readAhead) yield* entriesOf(on, ahead.shift() as Piece)
  }
  for (const piece of ahead) yield* entriesOf(on, piece)
}

/** Where the trail may be cut: a batch apart if its seals tell the truth, and nothing is left out whatever they tell. */
const boundsBetween = async (on: Queries, from: number, to: number): Promise<number[]> =>
  (
    await rows(
      on,
      sql<{ xid: number }>`select max(to_xid::text::bigint) as xid from audit.seal
        where to_xid > ${xid(from)} and to_xid < ${xid(to)} group by tree_size / ${pieceSize} order by 1`,
    )
  ).map((bound) => bound.xid)

async function* entriesOf(on: Queries, { to, first }: Piece): AsyncGenerator<StoredEntry[]> {
  for (let batch = await first; batch.length > 0;) {
    const entries = batch.map(fromRow)
    yield entries
    batch = batch.length < batchSize ? [] : await readBatch(on, entries.at(-1) as StoredEntry, to)
  }
}

const readBatch = async (on: Queries, after: Pick<StoredEntry, 'xid' | 'id'>, to: number): Promise<Row[]> => {
  const { batch } = await get(
    on,
    sql<{
      batch: Row[] | null
    }>`select json_agg(entry) as batch from (select ${storedColumns} as entry from audit.entry where xid >= ${xid(after.xid)} and xid < ${xid(to)}
      and (xid > ${xid(after.xid)} or id > ${after.id}::uuid) order by entry.xid, entry.id limit ${batchSize}) as e`,
  )
  return batch ?? []
}
