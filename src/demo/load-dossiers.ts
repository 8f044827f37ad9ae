import { randomUUIDv7 } from 'node:crypto'
import { json, run, rows, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import { addDays, dateAt, instantOf } from '#values/plain-date.ts'
import { fold } from '#values/text.ts'
import { currentCalendar, type WorkingTime } from '#engines/calendar/index.ts'
import { validOn } from '#engines/directory/index.ts'
import { dossierCode } from '#engines/numbering/index.ts'
import { exemptionQuestion, feesOf, isComplete, isOfCase, timeLimitOf, viewFees } from '#engines/services/index.ts'
import type { Procedure } from '#engines/services/declare.ts'
import type { Lookups } from '#engines/forms/contract.ts'
import type { InventedPerson } from './people.ts'
import { liveDossier } from './live-dossier.ts'
import { insertMoney, liveAllMoney } from './money/load-money.ts'
import { readProvince, type DemoUnit, type Province } from './province.ts'
import type { Chance } from './random.ts'
import { sampleAnswers } from './sample-answers.ts'
import { insertWarnings, warnedOf } from './warn-of-dossiers.ts'
import { insertDossiers, type DossierRows } from './insert-dossiers.ts'
import { monthWeights, onlineShare, procedureWeights } from './volumes.ts'

export interface DemoCitizen extends InventedPerson {
  readonly id: string
  readonly residence: { readonly commune: string; readonly detail: string }
  /** Whose account the national e-identity has confirmed. */
  readonly hasEIdentity: boolean
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

/**
 * Nghĩa Hưng, where the printed accounts of a commune and its district work: of late every third applicant lives there, so that
 * whoever tries them finds something to do.
 */
export const homeCommune = '07381'

/** Not the printed citizen: what is hers is what whoever tries her account does. */
const livesAtHome = (citizen: DemoCitizen, order: number): boolean =>
  order > 1 && citizen.residence.commune === homeCommune

type Complete = Procedure & Required<Pick<Procedure, 'form' | 'process'>>

/**
 * Makes a year of dossiers, each lived through its real process until now, and writes them in bulk, oldest first. Who files what is
 * the same at any hour of a day; only how far it has come follows the clock.
 */
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
  const filings = Array.from({ length: plan.count }, () => drawFiling(plan, workingTime))
    .map((filing) => ({ ...filing, purse: plan.chance.branch() }))
    .sort((a, b) => a.at.getTime() - b.at.getTime())
  const orders: Orders = new Map()
  const made = filings.map((filing) => {
    const procedure = filing.chance.weighted(weighted)
    return makeDossier(plan, province, workingTime, procedure, versions.get(procedure.code) as string, filing, orders)
  })
  numberResults(made, orders)
  const plans = { province, workingTime, now: plan.now }
  const money = liveAllMoney(plans, made, plan.chance.branch(), (book) => nextOf(orders, book))
  const batch = 500
  for (let start = 0; start < made.length; start += batch) await insertDossiers(tx, made.slice(start, start + batch))
  await insertMoney(tx, plans, made, money)
  await insertWarnings(tx, warnedOf(made, workingTime, plan.now))
  await keepSeries(tx, orders)
  await keepBooks(tx)
  return made.length
}

/** How many numbers of a book and period are given: `dossier 000.24|2026-11-25` → 3. */
type Orders = Map<string, number>

interface Filing {
  /** Everything else of this dossier is drawn from here, so that no other depends on how long this one has lived. */
  readonly chance: Chance
  readonly at: Date
  /** From here what it pays. */
  readonly purse: Chance
}

const [opening, closing] = [7 * 60 + 30, 17 * 60]

/** A moment in office hours (mostly) of the last year, busier in busy months; today's may be to come. */
function drawFiling(plan: DossierPlan, workingTime: WorkingTime): Omit<Filing, 'purse'> {
  const chance = plan.chance.branch()
  for (;;) {
    const date = addDays(dateAt(plan.now), -chance.between(0, 364))
    const month = Number(date.slice(5, 7)) - 1
    if (chance.next() * 120 > (monthWeights[month] ?? 100)) continue
    const at = instantOf(date, chance.between(opening, closing))
    if (!workingTime.isWorkingDay(date) && !chance.happens(0.05)) continue
    return { chance, at }
  }
}

/** Today's filings are pressed, in their order, into as much of the day as has passed. */
function untilNow(at: Date, now: Date): Date {
  const today = dateAt(now)
  if (dateAt(at) !== today) return at
  const opens = instantOf(today, opening).getTime()
  const closes = instantOf(today, closing).getTime()
  const from = now.getTime() > opens ? opens : instantOf(today, 0).getTime()
  const share = (at.getTime() - opens) / (closes - opens)
  return new Date(from + share * (Math.min(now.getTime(), closes) - from))
}

function makeDossier(
  plan: DossierPlan,
  province: Province,
  workingTime: WorkingTime,
  procedure: Complete,
  versionId: string,
  { chance, at, purse }: Filing,
  orders: Orders,
): DossierRows {
  const filedAt = untilNow(at, plan.now)
  const isLately = dateAt(at) > addDays(dateAt(plan.now), -15)
  const isNear = isLately && chance.happens(0.35)
  const person = chance.pick(isNear ? plan.citizens.filter(livesAtHome) : plan.citizens)
  const { receiver, owner, area } = destination(province, procedure, person.residence.commune)
  const on = dateAt(filedAt)
  const answers = {
    ...sampleAnswers(procedure.form, {
      chance,
      person,
      others: plan.citizens,
      communes: plan.communes,
      lookups: { ...plan.lookups, today: on },
      on,
    }),
    ...asksExemption(procedure, purse),
  }
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
  const code = dossierCode(prefix, on, nextOf(orders, `dossier ${prefix}|${on}`))
  const name = procedure.everydayName?.vi ?? procedure.name.vi
  const template = procedure.results.find(
    (one) => one.outcome === (lived.state.proposal === 'refuse' ? 'refused' : 'granted') && isOfCase(one, facts),
  )
  return {
    id: randomUUIDv7(),
    code,
    versionId,
    procedure: { code: procedure.code, name, process: procedure.process },
    channel,
    person,
    receiver,
    owner,
    area,
    answers,
    filedAt,
    lived,
    purse,
    folded: fold([code, person.fullName, procedure.name.vi].join(' ')),
    fees: viewFees(
      feesOf(procedure, on, facts).filter((fee) => fee.amount > 0),
      facts,
    ),
    result: lived.draftedAt && template && { template, draftedAt: lived.draftedAt },
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

/** The answer of the few who say that they are exempt, where the procedure asks. */
function asksExemption({ fees }: Complete, purse: Chance): Record<string, string> {
  const grounds = fees.flatMap(({ exemptions = [] }) => exemptions.map(({ ground }) => ground))
  return grounds.length > 0 && purse.happens(0.12) ? { [exemptionQuestion]: purse.pick(grounds) } : {}
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

/** Numbers results in the order in which they were issued, so that none changes when another is issued later. */
function numberResults(made: readonly DossierRows[], orders: Orders): void {
  const issued = made.flatMap((row) => {
    const at = row.lived.issued?.at
    return row.result === undefined || at === undefined ? [] : [{ row, notation: row.result.template.notation, at }]
  })
  for (const { row, notation, at } of issued.sort((a, b) => a.at.getTime() - b.at.getTime())) {
    const on = dateAt(at)
    row.number = { order: nextOf(orders, `result ${row.owner.code} ${notation}|${on.slice(0, 4)}`), on }
  }
}

function nextOf(orders: Orders, book: string): number {
  const order = (orders.get(book) ?? 0) + 1
  orders.set(book, order)
  return order
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

/** The books of the counters, entered in the order of reception; they go on where the demo stopped. */
async function keepBooks(tx: Queries): Promise<void> {
  await run(
    tx,
    sql`insert into services.book_entry (dossier_id, unit_id, year, number)
      select id, receiver_id, year, row_number() over (partition by receiver_id, year order by received_at, id)
      from services.dossier, extract(year from received_at at time zone 'Asia/Ho_Chi_Minh') as year where received_at is not null`,
  )
  await run(
    tx,
    sql`insert into numbering.series (book, period, next)
      select 'dossier book ' || unit_id, year::text, max(number) + 1 from services.book_entry group by unit_id, year`,
  )
}
