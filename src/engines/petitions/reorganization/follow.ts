import { get, rows, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { Context } from '#kernel/operations/context.ts'
import { addDays } from '#values/plain-date.ts'
import type { Words } from '#values/words.ts'
import { unitName, type Follower, type MovedBy } from '#engines/directory/index.ts'
import { writeHistory } from '../history.ts'
import { bind, movePetitions, type Bound } from './move-petitions.ts'

/** What was done with moved ones since, and what was sent to the new units. */
async function dependents(tx: Queries, reorganizationId: string): Promise<readonly Words[]> {
  const found = await rows(
    tx,
    sql<{
      code: string
      isNew: boolean
    }>`with began as (select id, greatest(effective_on::timestamp at time zone 'Asia/Ho_Chi_Minh', scheduled_at) as at
          from directory.reorganization where id = ${reorganizationId})
      select p.code, false as is_new from petitions.moved m join petitions.petition p on p.id = m.petition_id
        where m.reorganization_id = ${reorganizationId} and p.revision <> m.revision
      union all
      select p.code, true from began join petitions.petition p on p.asked_at > began.at
        join directory.unit_succession s on s.reorganization_id = began.id and s.to_unit_id = p.unit_id
        where not exists (select 1 from petitions.moved m where m.reorganization_id = began.id and m.petition_id = p.id)
      limit 10`,
  )
  return found.map(({ code, isNew }) =>
    isNew
      ? { vi: `Đơn ${code} đã gửi cho đơn vị mới`, en: `Petition ${code} was sent to a new unit` }
      : { vi: `Đơn ${code} đã được xử lý tiếp tại đơn vị mới`, en: `Petition ${code} was worked on in its new unit` },
  )
}

async function moveBack(ctx: Context, by: MovedBy, limit: number): Promise<number> {
  const back = await rows(
    ctx.tx,
    sql<{ id: string; before: Bound; unitId: string }>`delete from petitions.moved m using (
        select petition_id from petitions.moved where reorganization_id = ${by.id} order by petition_id limit ${limit}) one,
        petitions.petition p
      where m.reorganization_id = ${by.id} and m.petition_id = one.petition_id and p.id = m.petition_id
      returning m.petition_id as id, m.before, p.unit_id`,
  )
  if (back.length === 0) return 0
  await bind(
    ctx,
    back.map(({ id, before }) => ({ id, ...before })),
  )
  for (const { id, before, unitId } of back) {
    if (before.unit === unitId) continue
    const name = await unitName(ctx.tx, before.unit, addDays(by.effectiveOn, -1))
    await writeHistory(ctx, id, {
      kind: 'reorganized',
      words: {
        vi: `Lại do ${name} giải quyết: việc sắp xếp theo ${by.document} đã hoàn tác`,
        en: `With ${name} again: the reorganisation by ${by.document} was taken back`,
      },
      isPublic: true,
    })
  }
  return back.length
}

/** How open petitions follow a reorganisation; what is answered stays where it was, and is seen by the heirs of whoever answered. */
export const petitionsFollower: Follower = {
  name: 'petitions',
  async count(tx, { unitIds, unitKeys, areaCodes }) {
    const { open } = await get(
      tx,
      sql<{ open: number }>`select count(*)::int as open from petitions.petition p where p.due is not null
        and (p.unit_key = any(${unitKeys}::int[]) or p.place = any(${areaCodes}::text[]) or p.about_unit_id = any(${unitIds}::uuid[]))`,
    )
    const how = {
      vi: 'Giữ mã, hạn và lịch sử; về nơi nhận việc',
      en: 'Keep code, dates and history; go to who takes over',
    }
    return open === 0
      ? []
      : [
          {
            kind: 'petitions',
            name: { vi: 'Đơn, hỏi đáp đang mở', en: 'Open petitions' },
            before: open,
            after: open,
            how,
          },
        ]
  },
  // They are to a unit, to whoever there has the right, and no plan sets any apart.
  workOn: () => Promise.resolve(new Map()),
  unknown: () => Promise.resolve([]),
  move: movePetitions,
  dependents,
  moveBack,
}
