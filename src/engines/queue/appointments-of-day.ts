import { rows, sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import { InstantAndId, readCursor, toPage } from '#values/page.ts'
import { addDays, instantOf, type PlainDate } from '#values/plain-date.ts'
import type { Words } from '#values/words.ts'
import { centreOf } from './centre.ts'
import { ticketCode } from './contract/shapes.ts'

interface ExpectedRow {
  readonly id: string
  readonly code: string
  readonly at: Date
  readonly state: 'booked' | 'arrived' | 'missed'
  readonly service: Words
  readonly letter: string
  readonly personId: string
  readonly personName: string
  /** The number they got when they came. */
  readonly number: number | null
}

/** Who is expected on a day at the centre where the caller receives, in the order of time; what was cancelled is not. */
export async function listExpected(
  ctx: Context,
  { day, after, limit }: { readonly day: PlainDate; readonly after?: string | undefined; readonly limit: number },
) {
  const centre = await centreOf(ctx, 'dossier.receive')
  const [at, id] = after === undefined ? [undefined, undefined] : readCursor(InstantAndId, after)
  const found = await rows(
    ctx.tx,
    sql<ExpectedRow>`select a.id, a.code, a.at, a.state, s.name as service, s.letter, a.person_id, p.full_name as person_name, t.number
      from queue.service s join queue.appointment a on a.service_id = s.id join directory.person p on p.id = a.person_id
      left join queue.ticket t on t.id = a.ticket_id
      where s.centre_id = ${centre.id} and a.state <> 'cancelled' and a.at >= ${instantOf(day)} and a.at < ${instantOf(addDays(day, 1))}
        ${at === undefined ? sql`` : sql`and (a.at, a.id) > (${at}::timestamptz, ${id}::uuid)`}
      order by a.at, a.id limit ${limit + 1}`,
  )
  ctx.note({
    objectType: 'appointment-list',
    objectId: centre.id,
    subjects: [...new Set(found.map(({ personId }) => personId))],
    facts: { day, rows: found.length },
  })
  const page = toPage(found, limit, (row) => [row.at.toISOString(), row.id])
  return {
    ...page,
    centre: centre.name,
    rows: page.rows.map(({ letter, number, ...row }) => ({
      ...row,
      ticket: number === null ? null : ticketCode(letter, number),
    })),
  }
}
