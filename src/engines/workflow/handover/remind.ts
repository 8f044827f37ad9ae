import { rows, sql } from '#kernel/database/query.ts'
import type { Job } from '#kernel/operations/engine.ts'
import { dateAt, instantOf, type PlainDate } from '#values/plain-date.ts'
import { showDate } from '#values/show-time.ts'
import { validOn } from '#engines/directory/index.ts'
import { tell } from '#engines/notification/index.ts'

interface Waiting {
  readonly transferId: string
  readonly personId: string
  readonly leaving: string
  readonly effectiveOn: PlainDate
  readonly count: number
}

/** Reminds each morning, until the effective day, whoever was given work before today and has not accepted it. */
export const remindReceivers = (publicUrl: string): Job => ({
  name: 'remind-receivers',
  schedule: '30 7 * * *',
  async run(ctx) {
    const today = dateAt(ctx.now())
    const waiting = await rows(
      ctx.tx,
      sql<Waiting>`select t.id as transfer_id, a.person_id, leaving.full_name as leaving, t.effective_on, count(*)::int
        from directory.transfer t join workflow.task_handover h on h.transfer_id = t.id and h.accepted_at is null and h.given_at < ${instantOf(today)}
        join workflow.task work on work.id = h.task_id and work.is_open
        join directory.person leaving on leaving.id = t.person_id
        join directory.principal q on q.key = h.to_key
        join directory.appointment a on a.post_id = q.post_id and ${validOn('a', today)}
        where t.cancelled_at is null and t.effective_on > ${today} group by 1, 2, 3, 4`,
    )
    for (const { transferId, personId, leaving, effectiveOn, count } of waiting) {
      const words = {
        vi: `Còn ${count} việc của ${leaving} giao cho bạn chưa bấm nhận; có hiệu lực từ ${showDate(effectiveOn)}`,
        en: `${count} pieces of work of ${leaving} are given to you and not accepted; in force from ${showDate(effectiveOn)}`,
      }
      await tell(
        ctx.tx,
        {
          personId,
          to: 'staff',
          kind: 'task.handed-on',
          words,
          link: `/can-bo/ban-giao-viec/${transferId}`,
          dedupe: `remind ${transferId} ${today}`,
          at: ctx.now(),
        },
        publicUrl,
      )
    }
  },
})
