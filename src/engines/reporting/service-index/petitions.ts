import { get, rows, sql, type Fragment } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import { InstantAndId, readCursor, toPage } from '#values/page.ts'
import { isSeenPetition } from '#engines/petitions/index.ts'
import { endOf, startOf, type DayPeriod } from '../form-six/form-six.ts'
import { isOfBody, type Body } from './of-body.ts'

const isAsked = sql`p.kind in ('question', 'reflection')`
const answered = sql`(${isAsked} and p.answered_at is not null)`
/** What was done first with it: accepted and refused in one time, asked for more in another. */
const inTime = sql`(select case e.kind when 'asked-more' then e.at <= p.supplement_due else e.at <= p.accept_due end
  from petitions.event e where e.petition_id = p.id and e.kind in ('accepted', 'refused', 'asked-more') order by e.at, e.id limit 1)`

/** What an indicator says of one petition `p`, as `service-index/dossier-indicators.ts` does of a dossier; a complaint takes off one dossier of 5.4. */
const petitionIndicators = {
  // What nobody has looked at yet counts once it is too late.
  '5.1': {
    at: sql`p.accept_due`,
    counts: (now) => sql`(${isAsked} and (${inTime} is not null or p.accept_due < ${now}))`,
    met: sql`${inTime}`,
    unit: sql`p.unit_id`,
  },
  '5.2': {
    at: sql`p.answered_at`,
    counts: () => answered,
    met: sql`(p.answered_at <= p.answer_due)`,
    unit: sql`p.unit_id`,
  },
  '5.3': {
    at: sql`p.answered_at`,
    counts: () => sql`(${answered} and p.helpful is not null)`,
    met: sql`p.helpful`,
    unit: sql`p.unit_id`,
  },
  '5.4': {
    at: sql`p.asked_at`,
    counts: () => sql`(p.kind = 'complaint' and p.procedure_code is not null and p.status <> 'refused')`,
    met: sql`false`,
    unit: sql`coalesce(p.about_unit_id, p.unit_id)`,
  },
} as const satisfies Readonly<
  Record<string, { at: Fragment; counts: (now: Date) => Fragment; met: Fragment; unit: Fragment }>
>

export type PetitionIndicatorId = keyof typeof petitionIndicators

const asked = ({ now }: Context, id: PetitionIndicatorId, search: DayPeriod & Body): Fragment => {
  const { at, counts, unit } = petitionIndicators[id]
  return sql`${counts(now())} and p.merged_into is null and ${at} >= ${startOf(search)} and ${at} < ${endOf(search)}
    and ${isOfBody(unit, search, search.to)}`
}

/** How many petitions an indicator counts, and how many of them meet it. */
export const countPetitions = (ctx: Context, id: PetitionIndicatorId, search: DayPeriod & Body) =>
  get(
    ctx.tx,
    sql<{
      met: number
      of: number
    }>`select count(*) filter (where ${petitionIndicators[id].met})::int as met, count(*)::int as of
      from petitions.petition p where ${asked(ctx, id, search)}`,
  )

export interface IndexPetitionSearch extends DayPeriod, Body {
  readonly indicator: PetitionIndicatorId
  readonly which: 'met' | 'missed'
  readonly after?: string | undefined
  readonly limit: number
}

interface IndexPetition {
  readonly id: string
  readonly code: string
  readonly title: string
  readonly askedAt: Date
  readonly due: Date | null
  readonly answeredAt: Date | null
}

/** The petitions behind an indicator, as far as the reader may see those of their kind. */
export async function indexPetitions(ctx: Context, search: IndexPetitionSearch) {
  const { at, met } = petitionIndicators[search.indicator]
  const cursor = search.after === undefined ? undefined : readCursor(InstantAndId, search.after)
  const found = await rows(
    ctx.tx,
    sql<
      IndexPetition & { at: Date }
    >`select p.id, p.code, p.title, p.asked_at, p.answer_due as due, p.answered_at, ${at} as at
      from petitions.petition p where ${asked(ctx, search.indicator, search)} and ${search.which === 'met' ? met : sql`(${met}) is not true`}
        and ${isSeenPetition(ctx.actor)}
        ${cursor === undefined ? sql`` : sql`and (${at}, p.id) > (${cursor[0]}::timestamptz, ${cursor[1]}::uuid)`}
      order by ${at}, p.id limit ${search.limit + 1}`,
  )
  return toPage(found, search.limit, (row) => [row.at.toISOString(), row.id])
}
