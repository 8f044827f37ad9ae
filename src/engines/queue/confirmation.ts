import { createHash, randomUUIDv7 } from 'node:crypto'
import { find, json, run, sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import { Problem, fail } from '#values/errors.ts'
import { sayConfirmed } from '#engines/services/index.ts'
import { queueProblems } from './contract/problems.ts'
import type { Line, ShownText } from './contract/shapes.ts'
import { lockOwnDesk } from './desk.ts'
import { callingDevice } from './device.ts'

/** So long after it was answered the officer still sees the answer. */
const seenForMinutes = 30

/** Nobody leaves their data standing on a tablet: what was forgotten is not shown any more. */
const shownForMinutes = 15

const before = (ctx: Context, minutes: number): Date => new Date(ctx.now().getTime() - minutes * 60_000)

/** Shows on the tablet of the caller's desk what they typed; what was shown there before is taken off. */
export async function showOnTablet(ctx: Context, { title, lines }: ShownText) {
  const desk = await lockOwnDesk(ctx)
  const tablet = await find(ctx.tx, sql`select 1 from queue.device where desk_id = ${desk.id} and revoked_at is null`)
  if (tablet === undefined) throw new Problem('noTablet', queueProblems.noTablet)
  await end(ctx, desk.id)
  const id = randomUUIDv7()
  await run(
    ctx.tx,
    sql`insert into queue.confirmation (id, desk_id, officer_id, ticket_id, title, lines, digest, state, shown_at)
      values (${id}, ${desk.id}, ${ctx.actor.account}, (select t.id from queue.ticket t where t.desk_id = ${desk.id} and t.state = 'called'),
        ${title}, ${json(lines)}, ${digestOf({ title, lines })}, 'shown', ${ctx.now()})`,
  )
  ctx.note({ objectType: 'confirmation', objectId: id, facts: { desk: desk.number, lines: lines.length } })
  return { id }
}

/** Takes off what the tablet of the caller's desk shows. */
export async function clearTablet(ctx: Context) {
  const desk = await lockOwnDesk(ctx)
  return { cleared: (await end(ctx, desk.id)) > 0 }
}

const end = (ctx: Context, deskId: string): Promise<number> =>
  run(
    ctx.tx,
    sql`update queue.confirmation set state = 'taken-off', lines = null, ended_at = ${ctx.now()} where desk_id = ${deskId} and state = 'shown'`,
  )

/** Says for whoever sits at the desk whether what they read is right; what they read is forgotten. */
export async function answerConfirmation(ctx: Context, { id, isRight }: { id: string; isRight: boolean }) {
  const device = await callingDevice(ctx, 'tablet')
  const answered = await run(
    ctx.tx,
    sql`update queue.confirmation set state = ${isRight ? 'right' : 'wrong'}, lines = null, ended_at = ${ctx.now()}
      where id = ${id} and desk_id = ${device.deskId} and state = 'shown' and shown_at > ${before(ctx, shownForMinutes)}`,
  )
  if (answered === 0) fail('notFound')
  ctx.note({ objectType: 'confirmation', objectId: id, facts: { isRight } })
  return { id }
}

/** What the tablet of a desk asks now. */
export const shownAt = (ctx: Context, deskId: string) =>
  find(
    ctx.tx,
    sql<{ id: string; title: string; lines: Line[] }>`select id, title, lines from queue.confirmation
      where desk_id = ${deskId} and state = 'shown' and shown_at > ${before(ctx, shownForMinutes)}`,
  )

const digestOf = ({ title, lines }: ShownText): string =>
  createHash('sha256')
    .update(JSON.stringify([title, lines.map(({ label, value }) => [label, value])]))
    .digest('hex')

/**
 * Says on a dossier that its applicant read and confirmed what is in it, where the last that was answered at the caller's desk was exactly
 * this; changed afterwards it was not confirmed. Each confirmation is of one dossier.
 */
export async function bindConfirmation(ctx: Context, dossierId: string, shown: ShownText): Promise<boolean> {
  const bound = await find(
    ctx.tx,
    sql<{ at: Date; desk: number }>`update queue.confirmation c set dossier_id = ${dossierId} from queue.desk d
      where d.id = c.desk_id and d.officer_id = ${ctx.actor.account} and c.officer_id = ${ctx.actor.account} and c.state = 'right'
        and c.dossier_id is null and c.digest = ${digestOf(shown)} and c.ended_at > ${before(ctx, seenForMinutes)}
        and c.id = (select last.id from queue.confirmation last where last.desk_id = c.desk_id and last.state <> 'taken-off'
          order by last.shown_at desc limit 1)
      returning c.ended_at as at, d.number as desk`,
  )
  if (bound === undefined) return false
  await sayConfirmed(ctx, dossierId, bound)
  return true
}

/** How the last that the caller showed at their desk was answered, if that was lately. */
export const lastConfirmation = (ctx: Context, deskId: string) =>
  find(
    ctx.tx,
    sql<{
      id: string
      state: 'shown' | 'right' | 'wrong'
      at: Date
    }>`select id, state, coalesce(ended_at, shown_at) as at from queue.confirmation
      where desk_id = ${deskId} and officer_id = ${ctx.actor.account} and shown_at > ${before(ctx, seenForMinutes)} and state <> 'taken-off'
      order by shown_at desc limit 1`,
  )

/** Forgets what was shown and never answered. */
export const forgetUnanswered = (ctx: Context): Promise<number> =>
  run(
    ctx.tx,
    sql`update queue.confirmation set state = 'taken-off', lines = null, ended_at = ${ctx.now()}
      where state = 'shown' and shown_at <= ${before(ctx, shownForMinutes)}`,
  )
