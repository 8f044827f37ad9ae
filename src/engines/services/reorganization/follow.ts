import { get, rows, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import { instantOf } from '#values/plain-date.ts'
import { hoursAfter, type Offices } from '#engines/calendar/index.ts'
import { countBooks } from '#engines/numbering/index.ts'
import {
  bookWords,
  type BookOwner,
  type Follower,
  type HoursParts,
  type TouchedKind,
  type TouchedParts,
} from '#engines/directory/index.ts'
import { countMoved } from '../deadline/moved-deadlines.ts'
import { moveBack, movedDependents } from './move-back.ts'
import { moveCounterThings } from './move-counter-things.ts'
import { moveDossiers } from './move-dossiers.ts'

async function count(
  tx: Queries,
  { unitIds, unitKeys, books, areaCodes, competence, hours }: TouchedParts,
): Promise<TouchedKind[]> {
  const found = await get(
    tx,
    sql<{ dossiers: number; tasks: number; drafts: number; lists: number; procedures: number }>`select
      (select count(*) from (
        select dossier_id as id from services.dossier_access where is_open and ends_at is null and principal = any(${unitKeys}::int[])
        union select id from services.dossier where is_open and place = any(${areaCodes}::text[])) d)::int as dossiers,
      (select count(*) from workflow.task where is_open and unit_id = any(${unitIds}::uuid[]))::int as tasks,
      (select count(*) from services.draft where counter_id = any(${unitIds}::uuid[]) or place = any(${areaCodes}::text[]))::int as drafts,
      (select count(*) from services.handover where taken_at is null
        and (from_unit_id = any(${unitIds}::uuid[]) or to_unit_id = any(${unitIds}::uuid[])))::int as lists,
      (select count(*) from services.procedure_version v where v.effective_to is null
        and (v.declaration->'owner'->>'tier' = any(${competence.tiers}::text[]) or v.declaration->'owner'->>'agency' = any(${competence.agencies}::text[])))::int as procedures`,
  )
  const countOf = (owners: readonly BookOwner[]) =>
    countBooks(
      tx,
      owners.map(bookWords).flatMap(({ byCode, byId }) => [byCode, byId]),
    )
  const moved = await movedByHours(tx, hours)
  const [closing, goingOn] = [await countOf(books.closing), await countOf(books.goingOn)]
  const same = (kind: string, vi: string, en: string, number: number, howVi: string, howEn: string): TouchedKind => ({
    kind,
    name: { vi, en },
    before: number,
    after: number,
    how: { vi: howVi, en: howEn },
  })
  return [
    same(
      'dossiers',
      'Hồ sơ đang mở',
      'Open dossiers',
      found.dossiers,
      'Giữ mã hồ sơ, hạn và lịch sử',
      'Keep code, dates and history',
    ),
    same(
      'tasks',
      'Việc đang mở',
      'Open work',
      found.tasks,
      'Về đúng người, đúng vị trí nhận',
      'Goes to whoever takes the post over',
    ),
    same(
      'drafts',
      'Hồ sơ đang soạn',
      'Drafts',
      found.drafts,
      'Giữ nguyên nội dung, đổi nơi nộp',
      'Keep what was typed; go to the new counter',
    ),
    same('lists', 'Phiếu bàn giao chưa nhận', 'Hand-over lists', found.lists, 'Chuyển nơi nhận', 'Go to the new unit'),
    {
      ...same(
        'books',
        'Sổ, dãy số',
        'Books of numbers',
        closing + goingOn,
        'Sổ cũ khóa, số đã cấp giữ nguyên; sổ được chọn thì tiếp',
        'Old books close, numbers given stay; those chosen go on',
      ),
      after: goingOn,
    },
    ...(moved === 0
      ? []
      : [
          same(
            'deadlines',
            'Hạn, ngày hẹn đổi',
            'Deadlines that move',
            moved,
            'Tính theo giờ nơi nhận việc; người nộp được báo',
            'Counted by the hours of who takes over; applicants are told',
          ),
        ]),
    same(
      'procedures',
      'Thủ tục đổi thẩm quyền',
      'Procedures changing hands',
      found.procedures,
      'Cơ quan nhận làm từ ngày hiệu lực',
      'The new body does them from the day on',
    ),
  ]
}

/** Open dossiers whose deadline or promised day is another by the hours of the counters that take over. */
async function movedByHours(tx: Queries, parts: HoursParts): Promise<number> {
  const offices = (await hoursAfter(tx, parts))?.offices
  if (offices === undefined) return 0
  const heirOf = (unitId: string) => parts.heirs.get(unitId) ?? unitId
  const after: Offices = {
    workingTimeOf: (unitId) => offices.workingTimeOf(heirOf(unitId)),
    calendarOf: (unitId) => offices.calendarOf(heirOf(unitId)),
  }
  const { deadlines, promises } = await countMoved(tx, after, { dueFrom: instantOf(parts.effectiveOn) })
  return Math.max(deadlines, promises)
}

const workOn = async (tx: Queries, keys: readonly number[]): Promise<ReadonlyMap<number, number>> =>
  new Map(
    (
      await rows(
        tx,
        sql<{ assignee: number; count: number }>`select assignee, count(*)::int as count from workflow.task
          where is_open and assignee = any(${keys}::int[]) group by assignee`,
      )
    ).map((row) => [row.assignee, row.count]),
  )

async function unknown(tx: Queries, codes: readonly string[]): Promise<readonly string[]> {
  const found = await rows(
    tx,
    sql<{ code: string }>`select code from unnest(${codes}::text[]) as code
      where not exists (select 1 from services.dossier d where d.code = code.code) order by code`,
  )
  return found.map(({ code }) => code)
}

/** How dossiers, their work and what lies at counters follow a reorganisation. */
export const servicesFollower: Follower = {
  name: 'services',
  count,
  workOn,
  unknown,
  async move(ctx, by, limit) {
    return (await moveDossiers(ctx, by, limit)) || moveCounterThings(ctx, by, limit)
  },
  dependents: movedDependents,
  moveBack,
}
