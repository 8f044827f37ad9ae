import { rows, sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import { fail } from '#values/errors.ts'
import { dateAt } from '#values/plain-date.ts'
import { workingTimeAt } from '#engines/calendar/index.ts'
import { heldPosts } from '#engines/directory/index.ts'
import { actorOfPerson } from '#engines/identity/index.ts'
import { tell } from '#engines/notification/index.ts'
import { countWork } from '#engines/workflow/index.ts'
import { dossierAccess, maySee } from '../dossier/dossier-access.ts'
import { countDossiers, listDossiers } from '../dossier/dossier-list.ts'
import type { ServicesParts } from '../parts.ts'
import { getPersonInReach } from './in-reach.ts'

const shown = 50

/**
 * What an official sees, counted and listed by the code that answers them, for whoever answers for their rights: codes, procedures and
 * days alone, nobody's name or data, and no code of what is beyond the caller's own reach. 404 for whoever cannot sign in. They are told of it
 * at once, with the reason.
 */
export async function seeAs(
  ctx: Context,
  personId: string,
  reason: string,
  { publicUrl, accountPolicy }: Pick<ServicesParts, 'publicUrl' | 'accountPolicy'>,
) {
  const person = await getPersonInReach(ctx, personId, 'access.simulate')
  ctx.note({ objectType: 'person', objectId: person.id, subjects: [person.id], facts: { reason } })
  const actor = (await actorOfPerson(ctx.tx, person.id, ctx.now(), accountPolicy)) ?? fail('notFound')
  const theirs: Context = { ...ctx, actor }
  const today = dateAt(ctx.now())
  const access = dossierAccess(theirs)
  const workingTime = await workingTimeAt(ctx, actor.post?.unitId)
  const soon = workingTime.closingOf(workingTime.nextWorkingDay(today))
  const found = await listDossiers(ctx.tx, access, { view: 'open', limit: shown }, today)
  const named = await codesInReach(
    ctx,
    found.rows.map((row) => row.id),
  )
  const words = {
    vi: `${ctx.actor.name} đã xem thay bạn những việc và hồ sơ bạn thấy, vì: ${reason}`,
    en: `${ctx.actor.name} looked at the work and dossiers that you see, for: ${reason}`,
  }
  const about = { kind: 'access.seen-as', words, link: '/can-bo/mat-khau', dedupe: ctx.requestId, at: ctx.now() }
  await tell(ctx.tx, { personId: person.id, to: 'staff', ...about }, publicUrl)
  return {
    name: person.name,
    posts: (await heldPosts(ctx.tx, person.id, today)).map((post) => `${post.title}, ${post.unitName}`),
    inbox: await countWork(theirs),
    dossiers: await countDossiers(ctx.tx, access, ctx.now(), soon),
    rows: found.rows.map(({ id, procedureCode, deadline, unitName }) => ({
      code: named.get(id) ?? null,
      procedureCode,
      deadline,
      unitName,
    })),
  }
}

async function codesInReach(ctx: Context, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const found = await rows(
    ctx.tx,
    sql<{ id: string; code: string }>`select d.id, d.code from services.dossier d
      where d.id = any(${ids}::uuid[]) and ${maySee(dossierAccess(ctx, 'access.explain'))}`,
  )
  return new Map(found.map(({ id, code }) => [id, code]))
}
