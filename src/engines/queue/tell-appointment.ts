import { rows, find, run, sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import type { Job, Listener } from '#kernel/operations/engine.ts'
import { tell } from '#engines/notification/index.ts'
import { dateAt } from '#values/plain-date.ts'
import { showClock, showFullDate } from '#values/show-time.ts'
import type { Words } from '#values/words.ts'
import { nameOfCentre } from './centre.ts'

interface AppointmentRow {
  readonly id: string
  readonly code: string
  readonly personId: string
  readonly centreId: string
  readonly service: Words
  readonly at: Date
  readonly state: string
}

const appointment = sql`select a.id, a.code, coalesce(p.merged_into, p.id) as person_id, s.centre_id, s.name as service, a.at, a.state
  from queue.appointment a join queue.service s on s.id = a.service_id join directory.person p on p.id = a.person_id`

/** So long before its time somebody is reminded. */
const remindedBeforeMs = 24 * 3_600_000

async function tellOf(
  ctx: Context,
  publicUrl: string,
  told: AppointmentRow,
  kind: string,
  words: Words,
): Promise<void> {
  const centre = await nameOfCentre(ctx.tx, told.centreId, dateAt(ctx.now()))
  const when = (language: 'vi' | 'en') => `${showClock(told.at)} ${showFullDate(dateAt(told.at), language)}`
  await tell(
    ctx.tx,
    {
      personId: told.personId,
      to: 'citizen',
      kind,
      words: {
        vi: `${words.vi}: ${told.service.vi}, ${when('vi')}, ${centre}. Mã hẹn ${told.code}.`,
        en: `${words.en}: ${told.service.en}, ${when('en')}, ${centre}. Code ${told.code}.`,
      },
      link: '/trang-cua-toi/lich-hen',
      dedupe: `${kind} ${told.id}`,
      byEmail: true,
      at: ctx.now(),
    },
    publicUrl,
  )
}

/** Tells whoever booked what they booked. */
export const appointmentListeners = (publicUrl: string): readonly Listener[] => [
  {
    event: 'appointment.booked',
    name: 'tell-appointment-booked',
    async run(ctx: Context, { appointmentId }: { appointmentId: string }) {
      const booked = await find(ctx.tx, sql<AppointmentRow>`${appointment} where a.id = ${appointmentId}`)
      if (booked?.state === 'booked')
        await tellOf(ctx, publicUrl, booked, 'appointment.booked', { vi: 'Đã đặt hẹn', en: 'Booked' })
    },
  },
]

/** Reminds of what comes within a day, and closes what nobody came for. */
export const appointmentJobs = (publicUrl: string): readonly Job[] => [
  {
    name: 'remind-of-appointments',
    schedule: '*/15 * * * *',
    async run(ctx) {
      const until = new Date(ctx.now().getTime() + remindedBeforeMs)
      const coming = await rows(
        ctx.tx,
        sql<AppointmentRow>`${appointment} where a.state = 'booked' and a.at > ${ctx.now()} and a.at <= ${until} and a.reminded_at is null
          order by a.at limit 500 for update of a skip locked`,
      )
      for (const one of coming)
        await tellOf(ctx, publicUrl, one, 'appointment.near', { vi: 'Nhắc hẹn', en: 'Your appointment' })
      await run(
        ctx.tx,
        sql`update queue.appointment set reminded_at = ${ctx.now()} where id = any(${coming.map(({ id }) => id)}::uuid[])`,
      )
    },
  },
  {
    name: 'close-missed-appointments',
    schedule: '10 0 * * *',
    run: async (ctx) =>
      void (await run(
        ctx.tx,
        sql`update queue.appointment set state = 'missed', ended_at = ${ctx.now()}
          where state = 'booked' and (at at time zone 'Asia/Ho_Chi_Minh')::date < ${dateAt(ctx.now())}`,
      )),
  },
]
