import { keep } from '#kernel/database/memory.ts'
import { find, get, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { Context } from '#kernel/operations/context.ts'
import { holds, type Condition, type Facts } from '#values/condition.ts'
import { fail } from '#values/errors.ts'
import { holdsOn, type Period, type PlainDate } from '#values/plain-date.ts'
import { say, type Words } from '#values/words.ts'
import { validOn } from '#engines/directory/index.ts'
import { Procedure, type Fee, type ResultTemplate, type TimeLimit } from '../declare.ts'
import { withExemptionQuestion } from './exemptions.ts'

interface Version {
  readonly declared: Procedure
  readonly filed: Procedure
}

/** A published version: it never changes, so once read it is kept. */
const versions = new Map<string, Version>()
const mostKept = 2000

/** A published version as it is filed: what it declares, and the question that exemptions need. */
export const procedureVersion = async (tx: Queries, versionId: string): Promise<Procedure> =>
  (await readVersion(tx, versionId)).filed

/** The declaration of a published version word for word: what others are compared with and made from. */
export const declaredVersion = async (tx: Queries, versionId: string): Promise<Procedure> =>
  (await readVersion(tx, versionId)).declared

async function readVersion(tx: Queries, versionId: string): Promise<Version> {
  const known = versions.get(versionId)
  if (known) return known
  const { declaration } = await get(
    tx,
    sql<{ declaration: unknown }>`select declaration from services.procedure_version where id = ${versionId}`,
  )
  const declared = Procedure.parse(declaration)
  const version = { declared, filed: withExemptionQuestion(declared) }
  if (versions.size >= mostKept) versions.clear()
  versions.set(versionId, version)
  return version
}

/** What a dossier names of its procedure. */
export interface ByVersions {
  readonly versionId: string
  readonly processVersionId: string | null
}

/** What a dossier goes by: all that it was filed by, with the process of the later version to which it was moved. */
export async function procedureOf(tx: Queries, { versionId, processVersionId }: ByVersions): Promise<Procedure> {
  const filedBy = await procedureVersion(tx, versionId)
  return processVersionId === null ? filedBy : withProcess(filedBy, await procedureVersion(tx, processVersionId))
}

/** One version with the process of another. */
export const withProcess = (filedBy: Procedure, { process }: Procedure): Procedure =>
  process === undefined ? filedBy : { ...filedBy, process }

/** What people call the procedure of a dossier or draft, in the caller's language; its rows keep the Vietnamese name. */
export async function procedureNameFor(ctx: Pick<Context, 'tx' | 'language'>, versionId: string): Promise<string> {
  const { everydayName, name } = await procedureVersion(ctx.tx, versionId)
  return say(everydayName ?? name, ctx.language)
}

export interface CurrentProcedure {
  readonly versionId: string
  /** The day from which it counts. */
  readonly from: PlainDate
  readonly procedure: Procedure
}

/** The version in force on a day; not found for a code that is unknown, or announced for a later day. */
export const getProcedure = async (tx: Queries, code: string, on: PlainDate): Promise<CurrentProcedure> =>
  (await findProcedure(tx, code, on)) ?? fail('notFound')

/** The same, or undefined. */
export async function findProcedure(tx: Queries, code: string, on: PlainDate): Promise<CurrentProcedure | undefined> {
  const current = await keep(tx, `procedure ${code} ${on}`, () =>
    find(
      tx,
      sql<{ versionId: string; from: PlainDate }>`select p.version_id, p.valid_from as "from" from services.procedure p
        where p.code = ${code} and ${validOn('p', on)}`,
    ),
  )
  return current && { ...current, procedure: await procedureVersion(tx, current.versionId) }
}

/** What people call it on a day; of one that is not in force its code. */
export async function procedureName(tx: Queries, code: string, on: PlainDate): Promise<Words> {
  const found = await findProcedure(tx, code, on)
  return found?.procedure.everydayName ?? found?.procedure.name ?? { vi: code, en: code }
}

/** The next version that is announced for a day after this one. */
export async function comingProcedure(tx: Queries, code: string, on: PlainDate): Promise<CurrentProcedure | undefined> {
  const coming = await keep(tx, `coming ${code} ${on}`, () =>
    find(
      tx,
      sql<{ versionId: string; from: PlainDate }>`select p.version_id, p.valid_from as "from" from services.procedure p
        where p.code = ${code} and p.valid_from > ${on} order by p.valid_from limit 1`,
    ),
  )
  return coming && { ...coming, procedure: await procedureVersion(tx, coming.versionId) }
}

/** The legal limit on a date for these facts; before the first period the first row. */
export const timeLimitOf = (procedure: Procedure, on: PlainDate, facts: Facts): TimeLimit =>
  caseOf(procedure.timeLimits, on, facts) ?? (procedure.timeLimits[0] as TimeLimit)

/** A fee whose amount is known. */
export type DueFee = Fee & { readonly amount: number }

/** The fees due on a date for these facts, one of each id; a fee that a tariff elsewhere sets is not among them. */
export const feesOf = (procedure: Procedure, on: PlainDate, facts: Facts): DueFee[] =>
  [...Map.groupBy(procedure.fees, ({ id }) => id).values()]
    .map((cases) => caseOf(cases, on, facts))
    .filter((fee): fee is DueFee => fee?.amount !== undefined)

/** Whether a paper, or a part of one, is for a case with these facts. */
export const isOfCase = ({ when }: Pick<ResultTemplate, 'when'>, facts: Facts): boolean =>
  when === undefined || holds(when, facts)

/** The row that counts: the last whose condition is met, else the first without one (`facts.ts`). */
function caseOf<Row extends Period & { readonly when?: Condition | undefined }>(
  rows: readonly Row[],
  on: PlainDate,
  facts: Facts,
): Row | undefined {
  const held = rows.filter((row) => holdsOn(row, on))
  return (
    held.findLast(({ when }) => when !== undefined && holds(when, facts)) ?? held.find(({ when }) => when === undefined)
  )
}

/** The online level (1–4) on a date; 1 = described only. */
export const onlineLevelOf = (procedure: Procedure, on: PlainDate): number =>
  procedure.onlineLevel.findLast((row) => holdsOn(row, on))?.level ?? 1

/** The documents in force on a date that it goes by. */
export const lawsOn = ({ legalBasis }: Pick<Procedure, 'legalBasis'>, on: PlainDate): string[] =>
  legalBasis.flatMap((one) => (typeof one === 'string' ? one : holdsOn(one, on) ? one.law : []))

/** Whether it can be filed and settled on this platform on a date. */
export const isComplete = (
  procedure: Procedure,
): procedure is Procedure & Required<Pick<Procedure, 'form' | 'process'>> =>
  procedure.form !== undefined && procedure.process !== undefined
