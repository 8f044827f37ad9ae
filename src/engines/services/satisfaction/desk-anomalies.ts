import { rows, sql } from '#kernel/database/query.ts'
import { scopeOf } from '#kernel/operations/actor.ts'
import type { Context } from '#kernel/operations/context.ts'
import { dateAt } from '#values/plain-date.ts'
import type { Words } from '#values/words.ts'
import { nameOfUnit, reaches } from '#engines/directory/index.ts'
import { isInHall } from './rating.ts'

const days = 30
/** Of fewer marks nothing can be said. */
const fewest = 10
/** Nobody hands a tablet over, waits for a mark and takes it back as fast as this; nor do two people show their slips at a kiosk. */
const hastySeconds = 20

interface DeskRow {
  readonly name: string
  readonly unitName: string
  readonly rated: number
  readonly average: number
  readonly hasty: number
  readonly apart: number | null
}

/**
 * Officers at whose desks, and kiosks on which, marks of the last days stand out: half of them came within seconds of each other, or they are better by a
 * whole mark than what citizens give the same counter's dossiers by themselves. A reason to look, no proof.
 * @right
 */
export async function deskAnomalies(ctx: Context) {
  const since = new Date(ctx.now().getTime() - days * 86_400_000)
  const found = await rows(
    ctx.tx,
    sql<DeskRow>`with desk as (
        select r.*, extract(epoch from r.rated_at - lag(r.rated_at) over (
            partition by coalesce(r.kiosk_id, r.desk_account_id) order by r.rated_at)) as since_last
        from services.rating r where ${isInHall} and r.rated_at > ${since}
      ), free as (
        select d.receiver_id, avg(r.mark) as average from services.rating r join services.dossier d on d.id = r.dossier_id
        where not ${isInHall} and r.rated_at > ${since} group by d.receiver_id having count(*) >= ${fewest}
      )
      select coalesce(desk.kiosk_name, person.full_name) as name, ${nameOfUnit(sql`desk.desk_unit_id`, dateAt(ctx.now()))} as unit_name, count(*)::int as rated,
        round(avg(desk.mark), 2)::float8 as average, count(*) filter (where since_last < ${hastySeconds})::int as hasty,
        (avg(desk.mark) - max(free.average))::float8 as apart
      from desk join directory.unit u on u.id = desk.desk_unit_id
      left join identity.account a on a.id = desk.desk_account_id left join directory.person on person.id = a.person_id
      left join free on free.receiver_id = desk.desk_unit_id
      where ${reaches(scopeOf(ctx.actor, 'rating.answer'), sql`u.key`)}
      group by 1, desk.kiosk_id, desk.desk_account_id, desk.desk_unit_id having count(*) >= ${fewest} order by 3 desc, 1`,
  )
  return found
    .map(({ hasty, apart, ...row }) => ({ ...row, reasons: reasonsOf(row.rated, hasty, apart) }))
    .filter(({ reasons }) => reasons.length > 0)
}

const reasonsOf = (rated: number, hasty: number, apart: number | null): Words[] => [
  ...(hasty * 2 >= rated
    ? [
        {
          vi: `${hasty} điểm cách điểm trước chưa tới ${hastySeconds} giây`,
          en: `${hasty} marks came within ${hastySeconds} seconds of the one before`,
        },
      ]
    : []),
  ...(apart !== null && apart >= 1
    ? [
        {
          vi: `Cao hơn ${apart.toFixed(1)} điểm so với người dân tự chấm`,
          en: `Higher by ${apart.toFixed(1)} than what citizens give by themselves`,
        },
      ]
    : []),
]
