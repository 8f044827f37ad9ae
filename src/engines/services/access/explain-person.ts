import { find, rows, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import { nobody } from '#kernel/operations/actor.ts'
import type { Context } from '#kernel/operations/context.ts'
import { dateAt } from '#values/plain-date.ts'
import { showDate } from '#values/show-time.ts'
import type { Words } from '#values/words.ts'
import { appointmentsOf, delegationsTo, readHeldPosts, type ReceivedDelegation } from '#engines/directory/index.ts'
import { actorOfPerson, handsOverWork, isOpen, type AccountPolicy } from '#engines/identity/index.ts'
import { accessReasons, dossierAccess, maySee } from '../dossier/dossier-access.ts'
import { heldTasks } from '../work/held-tasks.ts'
import { reachWords, reasonWords } from './access-words.ts'
import { explainActs } from './explain-acts.ts'
import { getDossierInReach, getPersonInReach } from './in-reach.ts'
import { readRules } from './read-rules.ts'

/**
 * Why an official sees a dossier at a moment or not, and what they may do with it. The conclusion is the predicate's own, asked for the actor
 * that they would be at that moment; the dossier and its work are as they stand now.
 */
export async function explainPerson(
  ctx: Context,
  asked: { person: string; dossier: string; at?: string | undefined },
  policy: AccountPolicy,
) {
  const person = await getPersonInReach(ctx, asked.person, 'access.explain')
  const dossier = await getDossierInReach(ctx, asked.dossier)
  const at = asked.at === undefined ? ctx.now() : new Date(asked.at)
  const asOf = asked.at === undefined ? undefined : at
  const on = dateAt(at)
  ctx.note({ objectType: 'person', objectId: person.id, subjects: [person.id], facts: { dossier: dossier.code, at } })
  const actor = (await actorOfPerson(ctx.tx, person.id, at, policy, asOf)) ?? { ...nobody, kind: 'staff' as const }
  const theirs: Context = { ...ctx, actor, now: () => at }
  const canSee = await seesAt(theirs, dossier.id, asOf)
  const tasks = await heldTasks(theirs, dossier.id)
  const reasons = await accessReasons(ctx.tx, dossier.id, at, asOf)
  const account = await accountOf(ctx.tx, person.id, at, asOf)
  const appointments = await appointmentsOf(ctx.tx, person.id, on)
  const held = appointments.filter((one) => one.counts)
  const counted = new Set((await readHeldPosts(ctx.tx, person.id, on, asOf)).map((post) => post.delegationId))
  const delegations = await delegationsTo(
    ctx.tx,
    held.map((one) => one.postId),
    on,
  )
  const given = await lastGiven(
    ctx.tx,
    tasks.map((task) => task.id),
  )
  const scope = actor.permissions.get('dossier.read') ?? []
  const keys = scope === 'all' ? reasons.map(({ key }) => key) : [...scope, ...(scope.length > 0 ? actor.ownKeys : [])]
  return {
    at,
    dossier: { id: dossier.id, code: dossier.code },
    person: { ...person, account: account ?? null },
    posts: appointments.map((one) => ({
      ...one,
      permissions: Object.entries(one.permissions).map(([permission, reach]) => ({
        permission,
        reach: reachWords[reach],
      })),
    })),
    delegations: delegations.map((one) => ({
      ...one,
      counts: counted.has(one.id),
      words: counted.has(one.id) ? countsAs(one) : whyNot(one, at),
    })),
    work: tasks.map((task) => ({
      stepName: task.stepName,
      unitName: task.unitName,
      holder: task.holder,
      since: task.openedAt,
      isTheirs: task.isMine,
      onBehalfOf: actor.onBehalf.get(task.assignee) ?? null,
      given: given.get(task.id) ?? null,
    })),
    access: reasons.map((one) => ({ ...one, words: reasonWords[one.reason], isReached: keys.includes(one.key) })),
    rules: readRules(
      account ?? null,
      actor,
      held.map((one) => `${one.title}, ${one.unitName}`),
      reasons,
    ),
    canSee,
    ...(canSee ? await explainActs(theirs, dossier, tasks) : { acts: [], canAdvise: false, canWriteResult: false }),
  }
}

const seesAt = async (ctx: Context, id: string, asOf: Date | undefined): Promise<boolean> =>
  (await find(
    ctx.tx,
    sql`select 1 from services.dossier d where d.id = ${id} and ${maySee(dossierAccess(ctx), asOf)}`,
  )) !== undefined

const accountOf = (tx: Queries, personId: string, at: Date, asOf: Date | undefined) =>
  find(
    tx,
    sql<{ since: Date; isOpen: boolean; mustChangePassword: boolean }>`
      select a.created_at as since, ${isOpen(at)} as is_open, a.must_change_password from identity.account a
      where a.person_id = ${personId} and a.kind = 'staff' ${asOf ? sql`and a.created_at <= ${asOf}` : sql``} order by a.status, a.created_at limit 1`,
  )

/** Who last gave each task to its holder, or took it, by the trail; a task that is not there went where the process names. */
async function lastGiven(tx: Queries, ids: readonly string[]) {
  const found = await rows(
    tx,
    sql<{ id: string; by: string; at: Date; isTaken: boolean }>`
      select task.id, given.by, given.at, given.is_taken from unnest(${ids}::uuid[]) as task (id)
      cross join lateral (
        select coalesce(e.actor_name, e.account) as by, e.at, e.operation = 'workflow.takeTask' as is_taken from audit.entry e
        where e.objects @> array['task:' || task.id] and e.outcome = 'done'
          and e.operation in ('workflow.takeTask', 'workflow.reassignTask', 'workflow.reassignTasks')
        order by e.at desc limit 1
      ) given`,
  )
  return new Map(found.map(({ id, ...one }) => [id, one]))
}

function countsAs(one: ReceivedDelegation): Words {
  const lent = { permissions: one.rolePermissions, delegationId: one.id, delegatedPermissions: one.permissions }
  if (handsOverWork(lent)) return { vi: 'được tính, cả việc của vị trí', en: 'counts, with the work of the post' }
  return {
    vi: `được tính, chỉ các quyền: ${one.permissions?.join(', ')}`,
    en: `counts, only these rights: ${one.permissions?.join(', ')}`,
  }
}

function whyNot(one: ReceivedDelegation, at: Date): Words {
  const on = dateAt(at)
  if (one.revokedAt !== null && one.revokedAt <= at) {
    const day = showDate(dateAt(one.revokedAt))
    return { vi: `không tính: đã thôi ngày ${day}`, en: `does not count: ended on ${day}` }
  }
  if (one.writtenAt > at) return { vi: 'không tính: lập sau lúc này', en: 'does not count: written later' }
  if (one.from > on) {
    return { vi: `chưa tính: bắt đầu ${showDate(one.from)}`, en: `not yet: begins on ${showDate(one.from)}` }
  }
  return { vi: `không tính: hết từ ${showDate(one.to)}`, en: `does not count: over since ${showDate(one.to)}` }
}
