import { find, get, sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import { Problem, fail } from '#values/errors.ts'
import type { Json } from '#values/layers.ts'
import { dateAt } from '#values/plain-date.ts'
import { validOn } from '#engines/directory/index.ts'
import { authoringProblems } from '../contract/authoring-problems.ts'
import { findHeldVersion } from './held-version.ts'
import { mergeDeclarations } from './merge-declarations.ts'
import { newProcedure } from './new-procedure.ts'
import { ownerInReach } from './owner-in-reach.ts'
import { newestOf, otherVersions } from './newer-version.ts'
import { insertDraft, saveDeclaration, type ProcedureDraft } from './procedure-draft.ts'

interface Version {
  readonly id: string
  readonly declaration: Json
}

/** The version of a procedure that counts today, or the one of this number. */
const versionOf = (ctx: Context, code: string, number?: number): Promise<Version> =>
  get(
    ctx.tx,
    number === undefined
      ? sql<Version>`select v.id, v.declaration from services.procedure p join services.procedure_version v on v.id = p.version_id
          where p.code = ${code} and ${validOn('p', dateAt(ctx.now()))}`
      : sql<Version>`select id, declaration from services.procedure_version where code = ${code} and number = ${number}`,
  )

/** Begins the next version of a procedure in reach from the one in force; with a number, so that that earlier one holds again. */
export async function beginDraft(ctx: Context, code: string, number?: number): Promise<string> {
  const base = await versionOf(ctx, code)
  const { declaration } = number === undefined ? base : await versionOf(ctx, code, number)
  const ownerKey = await ownerInReach(ctx, base.declaration)
  if (ownerKey === undefined) fail('notFound')
  const id = await insertDraft(ctx, { code, baseVersionId: base.id, ownerKey, declaration: undated(declaration) })
  ctx.note({
    objectType: 'procedure-draft',
    objectId: id,
    facts: { code, ...(number !== undefined && { from: number }) },
  })
  return id
}

/** Begins a version that takes in what an upgrade declares; what both changed is left to be chosen. */
export async function beginMerge(ctx: Context, code: string): Promise<string> {
  const ours = await versionOf(ctx, code)
  const held = (await findHeldVersion(ctx.tx, code, dateAt(ctx.now()))) ?? fail('notFound')
  const ownerKey = await ownerInReach(ctx, ours.declaration)
  if (ownerKey === undefined) fail('notFound')
  const { declaration, conflicts } = mergeDeclarations(
    undated(held.base ?? {}),
    undated(ours.declaration),
    undated(held.declaration),
  )
  const id = await insertDraft(ctx, {
    code,
    baseVersionId: ours.id,
    ownerKey,
    declaration,
    merged: { versionId: held.id, conflicts },
  })
  const facts = { code, merges: held.number, conflicts: conflicts.length }
  ctx.note({ objectType: 'procedure-draft', objectId: id, facts })
  return id
}

/** Takes into a locked draft what was published since it was begun; what both changed is left to be chosen. Answers the new revision. */
export async function mergeNewer(ctx: Context, draft: ProcedureDraft) {
  const newer = newestOf(await otherVersions(ctx.tx, draft.id, dateAt(ctx.now())))
  if (newer === undefined || draft.baseVersionId === null) throw new Problem('notThere', authoringProblems.notThere)
  const base = await get(
    ctx.tx,
    sql<Version>`select id, declaration from services.procedure_version where id = ${draft.baseVersionId}`,
  )
  const merged = mergeDeclarations(undated(base.declaration), draft.declaration, undated(newer.declaration))
  const conflicts = [...draft.conflicts, ...merged.conflicts.map((one) => ({ ...one, from: newer.number }))]
  const facts = { code: draft.code, merges: newer.number, conflicts: merged.conflicts.length }
  ctx.note({ objectType: 'procedure-draft', objectId: draft.id, facts })
  return saveDeclaration(
    ctx,
    draft,
    merged.declaration,
    sql`base_version_id = ${newer.id}, conflicts = ${JSON.stringify(conflicts)}::json`,
  )
}

interface NewDraft {
  readonly code: string
  readonly name: string
  readonly agency: string
  readonly copyOf?: string | undefined
}

/** Begins a procedure that is new: from the usual one, or as a copy of another. */
export async function beginNew(ctx: Context, { code, name, agency, copyOf }: NewDraft): Promise<string> {
  const known = await find(ctx.tx, sql`select from services.procedure_version where code = ${code} limit 1`)
  if (known !== undefined) throw new Problem('codeTaken', authoringProblems.codeTaken)
  const fresh = newProcedure({ code, name, agency }) as Readonly<Record<string, Json>>
  const model = copyOf === undefined ? undefined : (await versionOf(ctx, copyOf)).declaration
  const declaration: Json =
    model === undefined ? fresh : { ...(undated(model) as object), code, name: fresh['name']!, owner: fresh['owner']! }
  const ownerKey = await ownerInReach(ctx, declaration)
  if (ownerKey === undefined) fail('notFound')
  const id = await insertDraft(ctx, { code, baseVersionId: null, ownerKey, declaration })
  ctx.note({ objectType: 'procedure-draft', objectId: id, facts: { code, ...(copyOf !== undefined && { copyOf }) } })
  return id
}

/** The day of a version is said when it is submitted; that dossiers are taken no more from a day stays. */
function undated(declaration: Json): Json {
  const { effective, ...rest } = declaration as { readonly effective?: { readonly to?: Json } }
  return { ...rest, effective: effective?.to === undefined ? {} : { to: effective.to } }
}
