import { createHash } from 'node:crypto'
import { json, run, sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import { fail, Problem } from '#values/errors.ts'
import { dateAt } from '#values/plain-date.ts'
import { catalogueProblems } from '../contract/catalogue-problems.ts'
import type { AnnouncedProcedure, Understood } from './announced-procedure.ts'
import { getRecord, type RecordRow } from './catalogue-record.ts'
import { alikeProcedures, matchRecords, readKnown, type KnownProcedures, type Match } from './known-procedures.ts'
import { matchNow } from './match-now.ts'
import { faultsOf } from './understand-record.ts'
import { weighRecord, type Weighed } from './weigh-record.ts'

/** One record as it is decided on: what came, what was understood, what would change, and whom it may be. */
export async function viewRecord(ctx: Context, importId: string, number: number) {
  const record = await getRecord(ctx.tx, importId, number)
  const isOpen = record.state !== 'accepted' && record.state !== 'rejected'
  const today = dateAt(ctx.now())
  const { matches, known } = await matchNow(ctx.tx, [record], today)
  const match = isOpen ? matches[0]! : matchOf(record)
  const alike = record.name === null ? [] : await alikeProcedures(ctx.tx, record.name)
  const { state, proposal, doubts } = weigh(record, known, match)
  return {
    ...record,
    ...(isOpen && { state, matchedCode: match.code, matchedBy: match.by }),
    doubts: [...doubts],
    needs: [...(proposal?.needs ?? [])],
    differences: [...(proposal?.differences ?? [])],
    isComplete: proposal?.isComplete ?? false,
    alike,
    seen: markOf(record, match, known),
  }
}

/** A mark of what a decision is about: accepted is only what was seen. */
export function markOf({ said }: Pick<RecordRow, 'said'>, { code }: Match, known: KnownProcedures): string {
  const versions = code === null ? [] : known.versionsOf(code)
  return createHash('sha256')
    .update(JSON.stringify([said, code, versions]))
    .digest('hex')
}

/** Says by hand which procedure a record is about; null: a new one. */
export async function matchRecord(ctx: Context, importId: string, number: number, code: string | null): Promise<void> {
  const record = await openRecord(ctx, importId, number)
  const known = await readKnown(ctx.tx, code === null ? [] : [code], dateAt(ctx.now()))
  if (code !== null && known.versionsOf(code).length === 0) fail('notFound')
  if (code === null && (await isKnown(ctx, record))) throw new Problem('notNew', catalogueProblems.notNew)
  await keepWeighed(ctx, { ...record, matchedCode: code, matchedBy: 'chosen' }, known)
  ctx.note({ objectType: 'catalogue', objectId: importId, facts: { number, matchedWith: code } })
}

/** Whether its very code belongs to a procedure already, so that it cannot be a new one. */
async function isKnown(ctx: Context, { said }: RecordRow): Promise<boolean> {
  const [match] = await matchRecords(ctx.tx, [said])
  return match!.by === 'code' || match!.by === 'local-code'
}

/** What an official may write for what a record lacks or says wrongly; the record as it came stays beside it. */
export interface Correction {
  readonly name?: string | undefined
  /** The national code. */
  readonly code?: string | undefined
  readonly level?: string | undefined
  /** Name of the department that decides. */
  readonly performer?: string | undefined
  readonly field?: string | undefined
  readonly result?: string | undefined
  readonly timeLimit?: AnnouncedProcedure['timeLimits'][number] | undefined
}

/** Corrects a record: whoever does so answers for what was wrong with it, so that only what it still lacks keeps it quarantined. */
export async function correctRecord(ctx: Context, importId: string, number: number, given: Correction): Promise<void> {
  const record = await openRecord(ctx, importId, number)
  if (record.said === null) fail('conflict')
  const { timeLimit, ...facts } = given
  const corrected = {
    ...record.said,
    ...Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)),
    ...(timeLimit !== undefined && { timeLimits: [timeLimit] }),
  }
  const [match] = record.matchedBy === 'chosen' ? [matchOf(record)] : await matchRecords(ctx.tx, [corrected])
  const { code, by } = match!
  const known = await readKnown(ctx.tx, code === null ? [] : [code], dateAt(ctx.now()))
  const read = { ...record, said: corrected, reasons: faultsOf(corrected), doubts: [] }
  await keepWeighed(ctx, { ...read, name: corrected.name, matchedCode: code, matchedBy: by }, known, match)
  ctx.note({ objectType: 'catalogue', objectId: importId, facts: { number, ...given } })
}

async function openRecord(ctx: Context, importId: string, number: number): Promise<RecordRow> {
  const record = await getRecord(ctx.tx, importId, number, true)
  if (record.state === 'accepted' || record.state === 'rejected') fail('conflict')
  return record
}

/** As it was matched; a match by hand has settled what it is like. */
const matchOf = ({ matchedCode, matchedBy }: RecordRow): Match => ({ code: matchedCode, by: matchedBy, isAlike: false })

const weigh = ({ said, reasons, doubts, setAside }: RecordRow, known: KnownProcedures, match: Match): Weighed =>
  weighRecord({ said, reasons, doubts, setAside } satisfies Understood, match, known)

async function keepWeighed(
  ctx: Context,
  record: RecordRow,
  known: KnownProcedures,
  match = matchOf(record),
): Promise<void> {
  const { state } = weigh(record, known, match)
  await run(
    ctx.tx,
    sql`update services.catalogue_record set said = ${json(record.said)}, name = ${record.name}, reasons = ${json(record.reasons)}, doubts = ${json(record.doubts)},
        matched_code = ${record.matchedCode}, matched_by = ${record.matchedBy}, state = ${state} where id = ${record.id}`,
  )
}
