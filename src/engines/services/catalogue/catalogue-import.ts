import { randomUUIDv7 } from 'node:crypto'
import { find, get, rows, run, sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import { fail, Problem } from '#values/errors.ts'
import { dateAt } from '#values/plain-date.ts'
import { storableText } from '#values/storable-text.ts'
import type { Words } from '#values/words.ts'
import { catalogueProblems } from '../contract/catalogue-problems.ts'
import type { RecordState } from './catalogue-record.ts'
import { matchRecords, readKnown } from './known-procedures.ts'
import { foldedName } from './propose.ts'
import { readCatalogueFile } from './read-catalogue-file.ts'
import { nameOfRecord, understandRecords } from './understand-record.ts'
import { weighRecord } from './weigh-record.ts'

export interface CatalogueImportRow {
  readonly id: string
  readonly title: string
  readonly origin: 'file' | 'national-portal'
  readonly createdByName: string
  readonly createdAt: Date
  readonly counts: Readonly<Record<RecordState, number>>
}

export interface GivenCatalogue {
  /** What it is called in lists: the name of the file, or when it was fetched. */
  readonly title: string
  readonly origin: CatalogueImportRow['origin']
  /** One JSON array, or one record a line. */
  readonly content: Uint8Array
}

/**
 * Takes a catalogue in, whole as it came: every record is kept, understood or quarantined with its reasons, and held against what
 * is here. Nothing is published by it. A record that was rejected before, letter by letter, stays rejected. Throws
 * `noCatalogue` for what holds no record.
 */
export async function takeCatalogue(ctx: Context, given: GivenCatalogue): Promise<string> {
  const records = readCatalogueFile(given.content)
  if (!records.some(({ value }) => typeof value === 'object' && value !== null))
    throw new Problem('noCatalogue', catalogueProblems.noCatalogue)
  const read = understandRecords(records)
  const matches = await matchRecords(
    ctx.tx,
    read.map(({ said }) => said),
  )
  const codes = matches.flatMap(({ code }) => code ?? [])
  // Without a national code two of one name at one tier would become two procedures.
  const names = read.map(({ said }) => (said?.code === null ? `${foldedName(said.name)} ${said.level}` : undefined))
  const understood = read.map((one, at) => {
    const { code } = matches[at]!
    const isMatched = code !== null && matches.findIndex((other) => other.code === code) < at
    const isNamed = code === null && names[at] !== undefined && names.indexOf(names[at]) < at
    return isMatched || isNamed ? { ...one, doubts: [...one.doubts, isMatched ? matchedTwice : namedTwice] } : one
  })
  const known = await readKnown(ctx.tx, codes, dateAt(ctx.now()))
  const id = randomUUIDv7()
  const kept = understood.map((one, at) => ({
    id: randomUUIDv7(),
    number: at + 1,
    raw: storableText(records[at]!.raw),
    said: one.said,
    local: one.said?.localCode ?? null,
    name: one.said?.name || nameOfRecord(records[at]!),
    reasons: one.reasons,
    doubts: one.doubts,
    aside: one.setAside,
    code: matches[at]!.code,
    by: matches[at]!.by,
    state: weighRecord(one, matches[at]!, known).state,
  }))
  await run(
    ctx.tx,
    sql`insert into services.catalogue_import (id, title, origin, content, created_by, created_by_name, created_at)
      values (${id}, ${given.title}, ${given.origin}, ${Buffer.from(given.content)}, ${ctx.actor.account}, ${ctx.actor.name}, ${ctx.now()})`,
  )
  await run(
    ctx.tx,
    sql`insert into services.catalogue_record (id, import_id, number, raw, said, local_code, name, reasons, doubts, set_aside, matched_code,
        matched_by, state, reject_reason, decided_at, decided_by_name)
      select g.id, ${id}, g.number, g.raw, g.said, g.local, g.name, g.reasons, g.doubts, g.aside, g.code, g.by,
        case when before.id is null then g.state else 'rejected' end, before.reject_reason, before.decided_at, before.decided_by_name
      from json_to_recordset(${JSON.stringify(kept)}::json) as g (id uuid, number int, raw text, said jsonb, local text, name text,
        reasons jsonb, doubts jsonb, aside jsonb, code text, by text, state text)
      left join lateral (select r.id, r.reject_reason, r.decided_at, r.decided_by_name from services.catalogue_record r
        where r.state = 'rejected' and md5(r.raw) = md5(g.raw) and r.raw = g.raw and g.state in ('clear', 'doubtful')
        order by r.decided_at desc limit 1) before on true`,
  )
  ctx.note({
    objectType: 'catalogue',
    objectId: id,
    facts: { title: given.title, origin: given.origin, records: kept.length },
  })
  return id
}

const matchedTwice: Words = {
  vi: 'Một bản ghi ở trên trong tệp đã khớp với cùng thủ tục',
  en: 'A record above is matched with the same procedure',
}

const namedTwice: Words = {
  vi: 'Một bản ghi ở trên trong tệp cùng tên, cùng cấp',
  en: 'A record above has the same name at the same tier',
}

const columns = sql`i.id, i.title, i.origin, i.created_by_name, i.created_at,
  (select jsonb_object_agg(s.state, (select count(*) from services.catalogue_record r where r.import_id = i.id and r.state = s.state))
    from unnest(array['aside', 'same', 'clear', 'doubtful', 'accepted', 'rejected']) as s (state)) as counts`

/** The newest fifty. */
export const listCatalogueImports = (ctx: Pick<Context, 'tx'>): Promise<CatalogueImportRow[]> =>
  rows(
    ctx.tx,
    sql<CatalogueImportRow>`select ${columns} from services.catalogue_import i order by i.created_at desc, i.id limit 50`,
  )

export const getCatalogueImport = (ctx: Pick<Context, 'tx'>, id: string): Promise<CatalogueImportRow> =>
  get(ctx.tx, sql<CatalogueImportRow>`select ${columns} from services.catalogue_import i where i.id = ${id}`)

/** Drops a catalogue of which nothing was decided. */
export async function discardCatalogue(ctx: Context, id: string): Promise<void> {
  const { title } = await get(
    ctx.tx,
    sql<{ title: string }>`select title from services.catalogue_import where id = ${id} for update`,
  )
  const decided = await find(
    ctx.tx,
    sql<{
      id: string
    }>`select id from services.catalogue_record where import_id = ${id} and state in ('accepted', 'rejected') limit 1`,
  )
  if (decided !== undefined) fail('conflict')
  await run(ctx.tx, sql`delete from services.catalogue_import where id = ${id}`)
  ctx.note({ objectType: 'catalogue', objectId: id, facts: { title, dropped: true } })
}
