import { rows, run, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { PlainDate } from '#values/plain-date.ts'

export interface FlowDay {
  readonly day: PlainDate
  readonly flow: string
  readonly sent: number
  readonly accepted: number
  readonly refused: number
}

/** Adds to what went by a flow on a day. */
export const countFlow = (tx: Queries, { day, flow, sent, accepted, refused }: FlowDay): Promise<number> =>
  run(
    tx,
    sql`insert into national_portal.flow_day as f (day, flow, sent, accepted, refused) values (${day}, ${flow}, ${sent}, ${accepted}, ${refused})
      on conflict (day, flow) do update set sent = f.sent + excluded.sent, accepted = f.accepted + excluded.accepted, refused = f.refused + excluded.refused`,
  )

/** What went by each flow on each day from one on. */
export const flowsSince = (on: Queries, day: PlainDate): Promise<FlowDay[]> =>
  rows(
    on,
    sql<FlowDay>`select day, flow, sent, accepted, refused from national_portal.flow_day where day >= ${day} order by day`,
  )
