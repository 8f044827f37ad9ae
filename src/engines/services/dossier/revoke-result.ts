import { find, get, run, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import { scopeOf, type Actor } from '#kernel/operations/actor.ts'
import type { Context } from '#kernel/operations/context.ts'
import type { Handlers } from '#kernel/operations/engine.ts'
import { fail } from '#values/errors.ts'
import { dateAt } from '#values/plain-date.ts'
import { showDate } from '#values/show-time.ts'
import type { Words } from '#values/words.ts'
import type { revocationContract } from '../contract/revocation.ts'
import { procedureOf } from '../procedure/procedure.ts'
import { decidingUnit } from './deciding-unit.ts'
import { lockVisibleDossier } from './dossier-access.ts'
import { subjectsOf, type Dossier } from './dossier.ts'
import { writeHistory } from './history.ts'
import { findResult, type Result } from './result.ts'

/**
 * Whether an actor may revoke what a unit issued: their right reaches it.
 * @right
 */
export function mayRevoke(actor: Actor, unitKey: number): boolean {
  const scope = scopeOf(actor, 'result.revoke')
  return scope === 'all' || scope.includes(unitKey)
}

/** Whether the caller may revoke the result of a dossier that they see: it is issued, stands, and is a paper of a unit in their reach. */
export async function canRevoke(ctx: Context, dossier: Dossier, result: Result | undefined): Promise<boolean> {
  if (result === undefined || result.number === null || result.revokedAt !== null) return false
  return scopeOf(ctx.actor, 'result.revoke').length > 0 && mayRevoke(ctx.actor, await keyOfIssuer(ctx, dossier, result))
}

/** The key of the unit whose paper it is, or of whoever took over. */
async function keyOfIssuer(ctx: Context, dossier: Dossier, { template }: Result): Promise<number> {
  const { results, process } = await procedureOf(ctx.tx, dossier)
  const outcome = results.find(({ id }) => id === template)?.outcome ?? 'granted'
  const unitId = await decidingUnit(ctx, dossier, process, outcome)
  return (await get(ctx.tx, sql<{ key: number }>`select key from directory.unit where id = ${unitId}`)).key
}

/**
 * Revokes an issued result, for a reason that its holder reads. It is given by nobody any more and counts nowhere; its number is used for no other. What the
 * dossier came to stays: it was settled, and what was settled was revoked. 403 for whoever's right does not reach the body that issued it; 409 where nothing
 * was issued, or it is revoked already.
 */
export const revocationHandlers: Handlers<typeof revocationContract> = {
  async revokeResult(ctx, { id, revision, reason, decision }) {
    const dossier = await lockVisibleDossier(ctx, id, revision)
    const result = await findResult(ctx.tx, id)
    if (result === undefined || result.number === null || result.revokedAt !== null) fail('conflict')
    if (!mayRevoke(ctx.actor, await keyOfIssuer(ctx, dossier, result))) fail('forbidden')
    const { name, post } = ctx.actor
    await run(
      ctx.tx,
      sql`update services.result set revoked_at = ${ctx.now()}, revoked_by = ${[name, post?.title, post?.unit].filter(Boolean).join(', ')},
          revoked_for = ${reason}, revoked_decision = ${decision ?? null}
        where id = ${result.id}`,
    )
    await run(ctx.tx, sql`update services.dossier set revision = ${dossier.revision + 1} where id = ${id}`)
    await writeHistory(ctx, [
      {
        dossierId: id,
        kind: 'result-revoked',
        isPublic: true,
        words: {
          vi: `Thu hồi ${result.title} số ${result.number}${decision === undefined ? '' : ` theo ${decision}`}. Lý do: ${reason}`,
          en: `${result.title} no. ${result.number} revoked${decision === undefined ? '' : ` by ${decision}`}. Reason: ${reason}`,
        },
      },
    ])
    ctx.note({
      objectType: 'dossier',
      objectId: id,
      subjects: subjectsOf(dossier),
      facts: { code: dossier.code, revoked: result.number, reason, ...(decision !== undefined && { decision }) },
    })
    ctx.emit('dossier.result-revoked', { dossierId: id, code: dossier.code })
    return { revokedAt: ctx.now(), revision: dossier.revision + 1 }
  },
}

/** What is said of a dossier whose result was revoked, in place of what came next; undefined where it was not. */
export async function revokedWords(tx: Queries, dossierId: string): Promise<Words | undefined> {
  const found = await find(
    tx,
    sql<{
      number: string
      revokedAt: Date
    }>`select number, revoked_at from services.result where dossier_id = ${dossierId} and revoked_at is not null`,
  )
  if (found === undefined) return undefined
  const on = showDate(dateAt(found.revokedAt))
  return {
    vi: `Kết quả số ${found.number} đã bị thu hồi ngày ${on}, không còn giá trị`,
    en: `The result no. ${found.number} was revoked on ${on} and no longer counts`,
  }
}
