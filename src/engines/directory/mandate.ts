import { randomUUIDv7 } from 'node:crypto'
import { find, rows, run, sql, type Fragment } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import { isSure, type Represented } from '#kernel/operations/actor.ts'
import type { Context } from '#kernel/operations/context.ts'
import { tellRightsChanged } from '#kernel/operations/rights-changed.ts'
import { Problem, fail } from '#values/errors.ts'
import { addDays, dateAt, daysBetween, type PlainDate } from '#values/plain-date.ts'
import { mandateProblems } from './contract/mandate.ts'
import { isLegalRepresentative } from './enterprise.ts'
import { getPerson } from './person.ts'
import { validOn } from './valid-on.ts'

/** Civil Code 2015 art. 563 leaves the time to those concerned; nobody minds one that lasts longer. */
const longestDays = 5 * 366
const mostGiven = 30

type May = 'file' | 'follow' | 'receive'

export interface NewMandate {
  /** In whose name it is given; the giver's own if left out. */
  readonly enterpriseId?: string | undefined
  readonly holderName: string
  readonly holderNumber: string
  readonly may: readonly May[]
  readonly procedures?: readonly string[] | undefined
  readonly until: PlainDate
  readonly document?: string | undefined
}

const inForce = (on: PlainDate): Fragment => sql`m.ended_at is null and m.valid_from <= ${on} and m.valid_to > ${on}`

/** What is let in the name of an enterprise holds as long as whoever let it represents it. */
const isGiversToGive = (on: PlainDate): Fragment => sql`(m.enterprise_id is null or exists (
  select 1 from directory.representative r
  where r.enterprise_id = m.enterprise_id and r.person_id = m.giver_id and ${validOn('r', on)}))`

/**
 * Whom a person acts for on a day: enterprises that they represent by law, and people and enterprises that let them, which they accepted.
 * Nothing of it passes on.
 */
export const representedBy = (tx: Queries, person: string, on: PlainDate): Promise<Represented[]> =>
  rows(
    tx,
    sql<Represented>`
      select 'enterprise' as kind, e.id, e.name, array['file', 'follow', 'receive'] as may, null::text[] as procedures
      from directory.representative r join directory.enterprise e on e.id = r.enterprise_id
      where r.person_id = ${person} and ${validOn('r', on)}
      union all
      select case when e.id is null then 'person' else 'enterprise' end, coalesce(e.id, p.id), coalesce(e.name, p.full_name), m.may, m.procedures
      from directory.mandate m join directory.person p on p.id = m.giver_id
      left join directory.enterprise e on e.id = m.enterprise_id
      where m.holder_id = ${person} and m.answer = 'accepted' and ${inForce(on)}
        and ${isGiversToGive(on)}
      order by name, id limit 50`,
  )

/** Lets somebody, named by number and name, act for the caller; it counts when they accept. */
export async function giveMandate(ctx: Context, given: NewMandate) {
  const giver = await mustBeSure(ctx)
  const on = dateAt(ctx.now())
  if (given.enterpriseId !== undefined && !(await isLegalRepresentative(ctx.tx, given.enterpriseId, giver, on)))
    fail('notFound')
  const days = daysBetween(on, given.until)
  if (days < 1 || days > longestDays)
    throw new Problem('tooLong', mandateProblems.tooLong, {
      places: [{ path: 'until', message: mandateProblems.tooLong.message }],
    })
  if ((await getPerson(ctx.tx, giver)).personalId === given.holderNumber)
    throw new Problem('toSelf', mandateProblems.toSelf, {
      places: [{ path: 'holderNumber', message: mandateProblems.toSelf.message }],
    })
  const [count] = await rows(
    ctx.tx,
    sql<{ open: number }>`select count(*)::int as open from directory.mandate m
      where m.giver_id = ${giver} and m.answer is distinct from 'declined' and m.ended_at is null and m.valid_to > ${on}`,
  )
  if ((count?.open ?? 0) >= mostGiven) throw new Problem('tooManyMandates', mandateProblems.tooManyMandates)
  const id = randomUUIDv7()
  await run(
    ctx.tx,
    sql`insert into directory.mandate (id, giver_id, enterprise_id, holder_number, holder_name, kind, may, procedures, valid_from, valid_to, document,
        given_at, given_by)
      values (${id}, ${giver}, ${given.enterpriseId ?? null}, ${given.holderNumber}, ${given.holderName}, 'authorised', ${[...new Set(given.may)]}, ${given.procedures ?? null},
        ${on}, ${addDays(given.until, 1)}, ${given.document ?? null}, ${ctx.now()}, ${ctx.actor.name})`,
  )
  ctx.note({ objectType: 'mandate', objectId: id, subjects: [giver], facts: { may: given.may } })
  ctx.emit('directory.mandate-given', { mandateId: id })
  return { id }
}

interface MandateRow {
  readonly id: string
  readonly kind: 'authorised' | 'guardian'
  readonly name: string
  readonly enterprise: string | null
  readonly may: May[]
  readonly procedures: string[] | null
  readonly until: PlainDate
  readonly document: string | null
  readonly state: 'waiting' | 'accepted' | 'declined' | 'ended' | 'over'
}

const columns = (name: Fragment, on: PlainDate): Fragment => sql`m.id, m.kind, ${name} as name,
  (select e.name from directory.enterprise e where e.id = m.enterprise_id) as enterprise, m.may, m.procedures,
  (m.valid_to - 1)::date as until, m.document,
  case when m.ended_at is not null then 'ended' when m.answer = 'declined' then 'declined' when m.valid_to <= ${on} or not ${isGiversToGive(on)} then 'over'
    when m.answer = 'accepted' then 'accepted' else 'waiting' end as state`

/** Whether an unanswered mandate names a person, by number and name: a slip in one shows it to nobody. */
const isNamed = (person: string): Fragment => sql`m.holder_id is null
  and m.holder_number = (select me.personal_id from directory.person me where me.id = ${person})
  and m.holder_folded = (select me.folded from directory.person me where me.id = ${person})`

/** What the caller gave, with what became of it, and what others gave them and still counts or waits. */
export async function mandatesOf(ctx: Context) {
  const me = ctx.actor.person ?? fail('notFound')
  const on = dateAt(ctx.now())
  const given = await rows(
    ctx.tx,
    sql<MandateRow>`select ${columns(sql`m.holder_name`, on)} from directory.mandate m
      where m.giver_id = ${me} order by m.given_at desc, m.id limit 100`,
  )
  if (!isSure(ctx.actor)) return { given, held: [], enterprises: [] }
  const held = await rows(
    ctx.tx,
    sql<MandateRow>`select ${columns(sql`p.full_name`, on)} from directory.mandate m join directory.person p on p.id = m.giver_id
      where (m.holder_id = ${me} and m.answer = 'accepted' or ${isNamed(me)}) and ${inForce(on)}
      order by m.given_at desc, m.id limit 100`,
  )
  const enterprises = await rows(
    ctx.tx,
    sql<{ id: string; name: string }>`select e.id, e.name from directory.representative r
      join directory.enterprise e on e.id = r.enterprise_id where r.person_id = ${me} and ${validOn('r', on)} order by e.name, e.id`,
  )
  return { given, held, enterprises }
}

/** Accepts or declines what names the caller; of others' it is not found. */
export async function answerMandate(ctx: Context, { id, accept }: { readonly id: string; readonly accept: boolean }) {
  const me = await mustBeSure(ctx)
  const answered = await find(
    ctx.tx,
    sql<{
      giverId: string
    }>`update directory.mandate m set answer = ${accept ? 'accepted' : 'declined'}, answered_at = ${ctx.now()},
        holder_id = ${me}
      where m.id = ${id} and m.answer is null and m.giver_id <> ${me} and ${isNamed(me)} and ${inForce(dateAt(ctx.now()))}
      returning m.giver_id`,
  )
  if (answered === undefined) fail('notFound')
  await tellRightsChanged(ctx.tx)
  ctx.note({ objectType: 'mandate', objectId: id, subjects: [answered.giverId, me], facts: { accept } })
  ctx.emit('directory.mandate-answered', { mandateId: id, accept })
  return { accepted: accept }
}

/** Ends one at once: whoever gave it, or whoever acts by it. */
export async function endMandate(ctx: Context, id: string) {
  const me = ctx.actor.person ?? fail('notFound')
  const ended = await find(
    ctx.tx,
    sql<{ giverId: string }>`update directory.mandate m set ended_at = ${ctx.now()}
      where m.id = ${id} and m.kind = 'authorised' and m.ended_at is null and (m.giver_id = ${me} or m.holder_id = ${me})
      returning m.giver_id`,
  )
  if (ended === undefined) fail('notFound')
  await tellRightsChanged(ctx.tx)
  ctx.note({ objectType: 'mandate', objectId: id, subjects: [ended.giverId] })
  return { ended: true as const }
}

async function mustBeSure(ctx: Context): Promise<string> {
  if (!isSure(ctx.actor)) throw new Problem('sureOnly', mandateProblems.sureOnly)
  return ctx.actor.person ?? fail('notFound')
}

export interface ToldMandate {
  readonly giverId: string
  readonly giverName: string
  readonly holderName: string
  /** The person named, where the province knows them by number and name. */
  readonly namedId: string | null
}

/** Whom a mandate concerns, for telling them. */
export const concernedBy = (tx: Queries, id: string): Promise<ToldMandate | undefined> =>
  find(
    tx,
    sql<ToldMandate>`select m.giver_id, giver.full_name as giver_name, m.holder_name, named.id as named_id
      from directory.mandate m join directory.person giver on giver.id = m.giver_id
      left join directory.person named on named.personal_id = m.holder_number and named.folded = m.holder_folded
      where m.id = ${id}`,
  )
