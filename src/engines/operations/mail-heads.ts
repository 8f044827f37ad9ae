import type { Context } from '#kernel/operations/context.ts'
import { headsOfDay } from '#engines/audit/index.ts'
import { mail } from '#engines/notification/index.ts'
import { addDays, dateAt } from '#values/plain-date.ts'
import { showDate } from '#values/show-time.ts'

/** Sends each auditor the heads of yesterday: with them, what is cut off or written anew later can be shown without trusting us. */
export async function mailHeads(ctx: Context, auditors: readonly string[], publicUrl: string): Promise<void> {
  if (auditors.length === 0) return
  const day = addDays(dateAt(ctx.now()), -1)
  const { count, lines } = await headsOfDay(ctx.tx, day)
  const body = [
    `${count} dấu niêm phong nhật ký kiểm toán đã ký ngày ${showDate(day)}; dưới đây là dấu cuối của mỗi giờ.`,
    'Xin giữ thư này ở nơi cơ quan vận hành không sửa được: nhờ nó kiểm được nhật ký sau này còn nguyên hay không.',
    '',
    `${count} heads of the audit trail were signed on ${day}; below is the last of each hour.`,
    'Keep this message where those who run the platform cannot change it.',
    '',
    `${publicUrl}/so-niem-phong`,
    '',
    ...lines,
    '',
  ].join('\n')
  const subject = `Dấu niêm phong nhật ký ngày ${showDate(day)}`
  for (const address of auditors) await mail(ctx.tx, { address, subject, body, dedupe: `heads ${day}`, at: ctx.now() })
}
