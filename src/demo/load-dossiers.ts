import { randomUUIDv7 } from 'node:crypto'
import { json, run, rows, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import { addDays, dateAt, instantOf, type PlainDate } from '#values/plain-date.ts'
import { fold } from '#values/text.ts'
import { currentCalendar, type WorkingTime } from '#engines/calendar/index.ts'
import { validOn } from '#engines/directory/index.ts'
import { dossierCode } from '#engines/numbering/index.ts'
import { feesOf, isComplete, isOfCase, timeLimitOf } from '#engines/services/index.ts'
import type { Procedure } from '#engines/services/declare.ts'
import type { Lookups } from '#engines/forms/contract.ts'
import type { InventedPerson } from './people.ts'
import { liveDossier } from './live-dossier.ts'
import { readProvince, type DemoUnit, type Province } from './province.ts'
import type { Chance } from './random.ts'
import { sampleAnswers } from './sample-answers.ts'
import { insertDossiers, type DossierRows } from './insert-dossiers.ts'
import { monthWeights, onlineShare, procedureWeights } from './volumes.ts'

export interface DemoCitizen extends InventedPerson {
  readonly id: string
  readonly residence: { readonly commune: string; readonly detail: string }
}

export interface DossierPlan {
  readonly count: number
  readonly chance: Chance
  readonly citizens: readonly DemoCitizen[]
  readonly communes: readonly string[]
  readonly lookups: Lookups
  readonly procedures: readonly Procedure[]
  readonly now: Date
}

type Complete = Procedure & Required<Pick<Procedure, 'form' | 'process'>>

/** Makes a year of dossiers, each lived through its real process until now, and writes them in bulk, oldest first. */
export async function loadDossiers(tx: Queries, plan: DossierPlan): Promise<number> {
  const province = await readProvince(tx)
  const { workingTime } = await currentCalendar(tx)
  const versions = new Map(
    (
      await rows(
        tx,
        sql<{ code: string; versionId: string }>`select p.code, p.version_id from services.procedure p
          where ${validOn('p', dateAt(plan.now))}`,
      )
    ).map((row) => [row.code, row.versionId]),
  )
  const complete = plan.procedures.filter((one): one is Complete => isComplete(one) && versions.has(one.code))
  const weighted = complete.map((one) => [one, procedureWeights[one.code] ?? 20] as const)
  const filed = Array.from({ length: plan.count }, () => filingTime(plan, workingTime)).sort(
    (a, b) => a.getTime() - b.getTime(),
  )
  const orders = new Map<string, number>()
  const batch = 500
  for (let start = 0; start < filed.length; start += batch) {
    const made: DossierRows[] = []
    for (const filedAt of filed.slice(start, start + batch)) {
      const procedure = plan.chance.weighted(weighted)
      made.push(
        makeDossier(plan, province, workingTime, procedure, versions.get(procedure.code) as string, filedAt, orders),
      )
    }
    await insertDossiers(tx, made)
  }
  await keepSeries(tx, orders)
  return filed.length
}

/** A moment in office hours (mostly) of the last year, busier in busy months. */
function filingTime({ chance, now }: DossierPlan, workingTime: WorkingTime): Date {
  for (;;) {
    const date = addDays(dateAt(now), -chance.between(0, 364))
    const month = Number(date.slice(5, 7)) - 1
    if (chance.next() * 120 > (monthWeights[month] ?? 100)) continue
    const at = instantOf(date, chance.between(7 * 60 + 30, 17 * 60))
    if (at > now || (!workingTime.isWorkingDay(date) && !chance.happens(0.05))) continue
    return at
  }
}

function makeDossier(
  plan: DossierPlan,
  province: Province,
  workingTime: WorkingTime,
  procedure: Complete,
  versionId: string,
  filedAt: Date,
  orders: Map<string, number>,
): DossierRows {
  const { chance } = plan
  const person = chance.pick(plan.citizens)
  const { receiver, owner, area } = destination(province, procedure, person.residence.commune)
  const on = dateAt(filedAt)
  const answers = sampleAnswers(procedure.form, {
    chance,
    person,
    others: plan.citizens,
    communes: plan.communes,
    lookups: { ...plan.lookups, today: on },
    on,
  })
  const channel = chance.happens(onlineShare[procedure.level] ?? 0.2) ? 'online' : 'counter'
  const facts = { answers, channel, place: area }
  const lived = liveDossier({
    procedure,
    province,
    chance,
    workingTime,
    filedAt,
    now: plan.now,
    receiver,
    owner,
    area,
    answers,
    applicant: person.fullName,
    channel,
    limit: timeLimitOf(procedure, on, facts),
  })
  const prefix = province.organCodeOf(owner)
  const order = (orders.get(`dossier ${prefix}|${on}`) ?? 0) + 1
  orders.set(`dossier ${prefix}|${on}`, order)
  const code = dossierCode(prefix, on, order)
  const name = procedure.everydayName?.vi ?? procedure.name.vi
  const template = procedure.results.find(
    (one) => one.outcome === (lived.state.proposal === 'refuse' ? 'refused' : 'granted') && isOfCase(one, facts),
  )
  return {
    id: randomUUIDv7(),
    code,
    versionId,
    procedure: { code: procedure.code, name },
    channel,
    person,
    receiver,
    owner,
    area,
    answers,
    filedAt,
    lived,
    folded: fold([code, person.fullName, procedure.name.vi].join(' ')),
    fees: feesOf(procedure, on, facts).filter((fee) => fee.amount > 0),
    result:
      lived.draftedAt && template
        ? {
            template,
            draftedAt: lived.draftedAt,
            number: lived.issued && numberOf(orders, owner, template.notation, lived.issued.at),
          }
        : undefined,
    rating:
      lived.deliveredAt && chance.happens(0.35)
        ? chance.weighted([
            [5, 62],
            [4, 30],
            [3, 5],
            [2, 2],
            [1, 1],
          ] as const)
        : undefined,
  }
}

function destination(
  province: Province,
  procedure: Complete,
  commune: string,
): { receiver: DemoUnit; owner: DemoUnit; area: string | null } {
  const tier = procedure.receivedAt[0] as string
  const committee = tier === 'province' ? province.byCode('UBND-TINH') : province.committeeAbove(commune, tier)
  const receiver = committee && province.counterOf(committee)
  const owner =
    'agency' in procedure.owner
      ? province.byCode(procedure.owner.agency)
      : province.committeeAbove(commune, procedure.owner.tier)
  if (receiver === undefined || owner === undefined)
    throw new Error(`demo: ${procedure.code} has no counter or owner for commune ${commune}`)
  return { receiver, owner, area: tier === 'province' && 'agency' in procedure.owner ? null : commune }
}

function numberOf(
  orders: Map<string, number>,
  owner: DemoUnit,
  notation: string,
  at: Date,
): { order: number; on: PlainDate } {
  const on = dateAt(at)
  const book = `result ${owner.code} ${notation}|${on.slice(0, 4)}`
  const order = (orders.get(book) ?? 0) + 1
  orders.set(book, order)
  return { order, on }
}

/** The series go on where the demo stopped. */
const keepSeries = (tx: Queries, orders: ReadonlyMap<string, number>) => {
  const given = [...orders].map(([key, last]) => ({
    book: key.split('|')[0],
    period: key.split('|')[1],
    next: last + 1,
  }))
  return run(
    tx,
    sql`insert into numbering.series (book, period, next) select book, period, next
      from jsonb_to_recordset(${json(given)}) as g (book text, period text, next int) on conflict do nothing`,
  )
}
