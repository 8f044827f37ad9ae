import type { Context } from '#kernel/operations/context.ts'
import { Problem } from '#values/errors.ts'
import { dateAt, type PlainDate } from '#values/plain-date.ts'
import { showDate } from '#values/show-time.ts'
import type { Words } from '#values/words.ts'
import { authoringProblems } from '../contract/authoring-problems.ts'
import type { Procedure } from '../declare.ts'
import type { ServicesParts } from '../parts.ts'
import { declaredVersion } from '../procedure/procedure.ts'
import { bundleFindings, bundlesLeftBehind } from './bundle-members.ts'
import { declaredNow, hasErrors, readDeclaration, told } from './check-draft.ts'
import { conflictFindings } from './conflicts.ts'
import { moveFindings } from './move/check-move.ts'
import { newestOf, otherFindings, otherVersions } from './newer-version.ts'
import type { ProcedureDraft } from './procedure-draft.ts'

/** Everything that is wrong of a draft on a day: of itself, of what it goes with, of the open dossiers that it takes. */
async function check(ctx: Context, parts: ServicesParts, draft: ProcedureDraft, on: PlainDate) {
  const declared = await declaredNow(ctx.tx, parts.codeLists)
  const read = readDeclaration(draft.declaration, declared, on)
  const moving = await moveFindings(ctx, declared, draft, read.procedure, on)
  const together = (await bundleFindings(ctx.tx, read.procedure, on)).map(({ path, words }) =>
    told(draft.declaration, path, words),
  )
  const behind = (await bundlesLeftBehind(ctx.tx, read.procedure, on)).map((words) =>
    told(draft.declaration, 'form', words, 'hint'),
  )
  const others = await otherVersions(ctx.tx, draft.id, dateAt(ctx.now()))
  const ended = endsBefore(read.procedure, on).map((words) => told(draft.declaration, 'effective.to', words))
  const found = [...otherFindings(draft, others), ...conflictFindings(draft), ...ended, ...read.findings]
  const all = [...found, ...together, ...behind, ...moving]
  const [errors, hints] = (['error', 'hint'] as const).map((weight) => all.filter((one) => one.weight === weight))
  return { ...read, newer: newestOf(others)?.number, findings: [...errors!, ...hints!] }
}

/** A version that would be closed to filing before it begins. */
const endsBefore = (procedure: Procedure | undefined, on: PlainDate): Words[] => {
  const to = procedure?.effective.to
  if (to === undefined || to > on) return []
  const [end, day] = [showDate(to), showDate(on)]
  return [
    {
      vi: `${end} không sau ngày áp dụng ${day}; bỏ trống để nhận hồ sơ lại, hoặc ghi một ngày sau đó`,
      en: `${end} is not after ${day}, the day it comes into force; leave it empty to take dossiers again, or give a later day`,
    },
  ]
}

/** What a draft says, with what is wrong of it, and the version that it began with. */
export async function versionsOf(ctx: Context, parts: ServicesParts, draft: ProcedureDraft) {
  const read = await check(ctx, parts, draft, draft.effectiveOn ?? dateAt(ctx.now()))
  const base = draft.baseVersionId === null ? undefined : await declaredVersion(ctx.tx, draft.baseVersionId)
  return { ...read, base }
}

/** The procedure that a draft says, if nothing keeps it from being published; else every place that does. */
export async function mustBeReady(
  ctx: Context,
  parts: ServicesParts,
  draft: ProcedureDraft,
  on: PlainDate,
): Promise<Procedure> {
  const { procedure, findings } = await check(ctx, parts, draft, on)
  if (procedure !== undefined && !hasErrors(findings)) return procedure
  const places = findings
    .filter(({ weight }) => weight === 'error')
    .map(({ path, where, words }) => ({
      path,
      message: { vi: `${where.vi}: ${words.vi}.`, en: `${where.en}: ${words.en}.` },
    }))
  throw new Problem('notReady', authoringProblems.notReady, { places: places.slice(0, 10) })
}
