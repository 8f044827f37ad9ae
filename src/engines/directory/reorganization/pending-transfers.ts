import { rows, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { PlainDate } from '#values/plain-date.ts'
import { showDate } from '#values/show-time.ts'
import type { Blocker } from './expand-plan.ts'

/** Decisions about officials that come into force on the day or later and touch a unit that ends: where they go would be said twice. */
export async function pendingTransfers(
  tx: Queries,
  endingUnits: readonly string[],
  effectiveOn: PlainDate,
): Promise<Blocker[]> {
  const found = await rows(
    tx,
    sql<{ name: string; document: string; on: PlainDate }>`
      select person.full_name as name, t.document, t.effective_on as "on"
      from directory.transfer t join directory.person on person.id = t.person_id
      where t.cancelled_at is null and t.effective_on >= ${effectiveOn} and exists (
        select 1 from directory.appointment a join directory.post p on p.id = a.post_id
        where a.person_id = t.person_id and p.unit_id = any(${endingUnits}::uuid[])
          and (a.valid_from = t.effective_on or a.valid_to = t.effective_on))
      order by t.effective_on, t.id`,
  )
  return found.map(({ name, document, on }) => ({
    about: document,
    isDecision: false,
    words: {
      vi: `${name} đã có quyết định ${document}, hiệu lực ${showDate(on)}: bỏ hẹn quyết định ấy, hoặc ghi trong phương án`,
      en: `${name} is transferred by ${document} from ${showDate(on)}: cancel that, or say it in the plan`,
    },
  }))
}
