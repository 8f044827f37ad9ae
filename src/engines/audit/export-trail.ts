import { z } from 'zod'
import type { Queries } from '#kernel/database/connect.ts'
import { sql } from '#kernel/database/query.ts'
import { compactRange, type CompactRange, type Hash } from './merkle.ts'
import { readJson } from './read-json.ts'
import { findLastSeal, readSeals, sealsAfter, type Head, type Seal } from './seal.ts'
import { entryBatches, type StoredEntry } from './stored-entry.ts'
import { checkTrail } from './trail-checker.ts'
import type { TrailReport } from './trail-report.ts'
import { startAfter } from './verify-trail.ts'

/**
 * The sealed trail as JSON lines, hashes in hex: `{"trail":1,"after"?}`, then for each seal its entries `{"entry"}` in order
 * and the seal itself `{"seal"}`. Whole from where it begins here (or behind a seal) but for what is not sealed yet, or up to a seal; {@link verifyExport} needs nothing else.
 */
export async function* exportTrail(on: Queries, after = 0, upTo?: number): AsyncGenerator<string> {
  const last = upTo === undefined ? await findLastSeal(on) : (await readSeals(on, sql`number = ${upTo}`))[0]
  const start = await startAfter(on, after)
  yield toLine({ trail: 1, ...(start ? { after: { seal: start.seal, hashes: start.range.hashes } } : {}) })
  const seals = sealsAfter(on, start?.seal.number ?? 0, last?.number ?? 0)
  let seal = await seals.next()
  for await (const batch of entryBatches(on, start?.seal.toXid ?? 0, last?.toXid ?? 0)) {
    for (const entry of batch) {
      while (!seal.done && entry.xid >= seal.value.toXid) {
        yield toLine({ seal: seal.value })
        seal = await seals.next()
      }
      yield toLine({ entry })
    }
  }
  for (; !seal.done; seal = await seals.next()) yield toLine({ seal: seal.value })
}

// A Buffer turns itself into an object before a replacer of JSON.stringify sees it.
const toLine = (value: unknown): string =>
  JSON.stringify(value, function (this: Record<string, unknown>, key, shown: unknown) {
    const held = this[key]
    return Buffer.isBuffer(held) ? held.toString('hex') : shown
  })

const Bytes = z
  .string()
  .regex(/^([0-9a-f]{2})*$/)
  .transform((text): Hash => Buffer.from(text, 'hex'))
const Text = z.string().nullable()

const SealLine: z.ZodType<Seal> = z.object({
  number: z.int(),
  fromXid: z.int(),
  toXid: z.int(),
  entryCount: z.int(),
  treeSize: z.int(),
  root: Bytes,
  previous: Bytes,
  digest: Bytes,
  atMicros: z.int(),
})

const EntryLine: z.ZodType<StoredEntry> = z.object({
  id: z.uuid(),
  at: z.string(),
  xid: z.int(),
  account: z.string(),
  operation: z.string(),
  kind: z.string(),
  outcome: z.string(),
  requestId: z.string(),
  postId: Text,
  postTitle: Text,
  unitId: Text,
  unitName: Text,
  objects: z.array(z.string()).nullable(),
  actorName: Text,
  onBehalf: Text,
  purpose: Text,
  address: Text,
  subjects: z.array(z.string()).nullable(),
  details: Text,
  salt: Bytes.nullable(),
  erasedDigest: Bytes.nullable(),
  digest: Bytes,
})

const Line = z.union([
  z.object({ entry: EntryLine }),
  z.object({ seal: SealLine }),
  z.object({ trail: z.literal(1), after: z.object({ seal: SealLine, hashes: z.array(Bytes) }).optional() }),
])

/** Checks an export by itself, without a database; `erasedLater` are entries whose erasure is recorded behind it. Throws on lines that are none of an export. */
export async function verifyExport(
  lines: AsyncIterable<string> | Iterable<string>,
  heads: readonly Head[] = [],
  erasedLater: ReadonlySet<string> = new Set(),
): Promise<TrailReport> {
  let check = checkTrail({ heads, erasedLater })
  let number = 0
  for await (const text of lines) {
    number++
    const line = readJson(Line, text)
    if (line === undefined) throw new Error(`line ${number} is none of an export as \`audit export\` writes it`)
    if ('trail' in line)
      check = checkTrail({ heads, erasedLater, ...(line.after ? { after: startOf(line.after) } : {}) })
    else if ('entry' in line) check.add(line.entry)
    else await check.close(line.seal)
  }
  return check.finish()
}

const startOf = ({ seal, hashes }: { seal: Seal; hashes: Hash[] }): { seal: Seal; range: CompactRange } => ({
  seal,
  range: compactRange(seal.treeSize, hashes),
})
