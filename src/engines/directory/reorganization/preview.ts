import { get, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { PlainDate } from '#values/plain-date.ts'
import { validOn } from '../valid-on.ts'
import { booksTouched } from './books.ts'
import type { Follower, TouchedKind } from './follower.ts'
import type { ReorganizationPlan } from './plan.ts'
import type { ReorganizationPreview } from './contract.ts'
import type { Holder } from './eve.ts'
import { prepare, type Prepared } from './prepare.ts'

/** What a plan would do, in numbers and by name, and what has to be decided before it can. */
export const previewReorganization = async (
  tx: Queries,
  plan: ReorganizationPlan,
  followers: readonly Follower[],
  today: PlainDate,
): Promise<ReorganizationPreview> => previewPrepared(tx, await prepare(tx, plan, followers, today), followers)

/** The same of a plan that is held against the organisation already. */
export async function previewPrepared(
  tx: Queries,
  prepared: Prepared,
  followers: readonly Follower[],
): Promise<ReorganizationPreview> {
  const { plan, changes } = prepared
  const nameAfter = (code: string) => prepared.after.units.get(code)?.name ?? code
  const units = changes.successions.map(({ unit }) => unit)
  const parts = {
    effectiveOn: plan.effectiveOn,
    unitIds: units.map(({ id }) => id),
    unitKeys: units.map(({ key }) => key),
    books: await booksTouched(tx, plan.effectiveOn, prepared.eve, changes, prepared.books),
    areaCodes: [...new Set(changes.areaSuccessions.map(({ from }) => from))],
    competence: {
      tiers: plan.competence.flatMap(({ from }) => ('tier' in from ? [from.tier] : [])),
      agencies: plan.competence.flatMap(({ from }) => ('agency' in from ? [from.agency] : [])),
    },
    hours: prepared.hours,
  }
  const later = []
  for (const follower of followers) later.push(...(await follower.count(tx, parts)))
  const hours = []
  for (const follower of followers) hours.push(...((await follower.hours?.differing(tx, prepared.hours)) ?? []))
  return {
    touched: [...(await ownKinds(tx, plan, prepared)), ...later],
    blockers: [...prepared.blockers],
    decisions: decisionsOf(prepared, nameAfter),
    units: changes.successions.map(({ unit, ends, into }) => ({
      code: unit.code,
      name: unit.name,
      ends,
      into: into.map(({ code }) => ({ code, name: nameAfter(code) })),
    })),
    books: prepared.books.map(({ unit, from, of }) => ({
      code: unit,
      name: nameAfter(unit),
      from: from.map((code) => ({ code, name: prepared.eve.units.get(code)?.name ?? code })),
      of,
    })),
    hours: hours.map((one) => ({ ...one, from: [...one.from] })),
    boundaries: boundariesOf(prepared),
    opened: changes.opened.map(({ code, name }) => ({ code, name })),
    changed: changes.changed.map(({ code, name }) => ({
      code,
      before: prepared.eve.units.get(code)?.name ?? '',
      after: name,
    })),
    landings: prepared.landings.map(({ holder, unit, function: name }) => ({
      personId: holder.personId,
      personName: holder.personName,
      from: holder.unit,
      title: holder.title,
      to: unit,
      toName: nameAfter(unit),
      function: name,
    })),
  }
}

function boundariesOf({
  eve,
  changes,
  territories: { moves, ending, joined, missing },
}: Prepared): ReorganizationPreview['boundaries'] {
  const opened = new Map(changes.openedAreas.map(({ code, name }) => [code, name]))
  const before = (code: string) => ({ code, name: eve.areas.get(code)?.name ?? code })
  const after = (code: string) => ({ code, name: opened.get(code) ?? before(code).name })
  return {
    moves: moves.map(({ from, to, share }) => ({ from: before(from), to: after(to), share })),
    ending: ending.map(before),
    joined: joined.map(({ code, parts }) => ({ ...after(code), of: parts.map(before) })),
    missing: missing.map(after),
  }
}

const officialOf = ({ personId, personName, title, unit }: Holder) => ({ personId, personName, title, from: unit })

function decisionsOf(
  { contests, strays }: Prepared,
  nameAfter: (code: string) => string,
): ReorganizationPreview['decisions'] {
  return [
    ...contests.map(({ unit, function: name, people, chosen }) => ({
      kind: 'place' as const,
      place: `${unit} ${name}`,
      unitName: nameAfter(unit),
      function: name,
      people: [...new Map(people.map((one) => [one.personId, officialOf(one)])).values()],
      chosen: chosen ?? null,
    })),
    ...strays.map(({ holder, from, chosen }) => ({
      kind: 'landing' as const,
      person: officialOf(holder),
      unitName: from.unit.name,
      into: from.into.map(({ code }) => ({ code, name: nameAfter(code) })),
      chosen: chosen ?? null,
    })),
  ]
}

async function ownKinds(tx: Queries, plan: ReorganizationPlan, prepared: Prepared): Promise<TouchedKind[]> {
  const { eve, changes, after, landings, territories } = prepared
  const ended = changes.successions.filter(({ ends }) => ends).map(({ unit }) => unit.id)
  const { posts, delegations } = await get(
    tx,
    sql<{ posts: number; delegations: number }>`
      with ending as (select id from directory.post p where unit_id = any(${ended}::uuid[]) and ${validOn('p', plan.effectiveOn)})
      select (select count(*) from ending)::int as posts,
        (select count(*) from directory.delegation d where d.revoked_at is null and d.valid_to > ${plan.effectiveOn}
          and (d.from_post_id in (select id from ending) or d.to_post_id in (select id from ending)))::int as delegations`,
  )
  const people = new Set(landings.map(({ holder }) => holder.personId))
  const opened = changes.openedAreas.filter(({ code }) => !eve.areas.has(code)).length
  return [
    {
      kind: 'areas',
      name: { vi: 'Đơn vị hành chính', en: 'Administrative units' },
      before: eve.areas.size,
      after: eve.areas.size - changes.endedAreas.length + opened,
      how: { vi: 'Giấy tờ cũ giữ địa danh lúc lập', en: 'Old papers keep the names of their time' },
    },
    {
      kind: 'boundaries',
      name: { vi: 'Ranh giới địa bàn đổi', en: 'Boundaries that change' },
      before: territories.ending.length,
      after: territories.joined.length,
      how: {
        vi: 'Ghép từ địa bàn cũ, đến khi nhập ranh giới mới',
        en: 'Put together of the old ones, until new ones are brought in',
      },
    },
    {
      kind: 'units',
      name: { vi: 'Cơ quan, đơn vị', en: 'Bodies and units' },
      before: eve.units.size,
      after: after.units.size,
      how: {
        vi: 'Đơn vị nhận được xem hồ sơ đã xong của đơn vị cũ',
        en: 'Who takes over sees what the old one finished',
      },
    },
    {
      kind: 'posts',
      name: { vi: 'Chức danh thôi hoạt động', en: 'Posts that end' },
      before: posts,
      after: landings.length,
      how: { vi: 'Mỗi người về vị trí theo phương án', en: 'Everybody goes where the plan says' },
    },
    {
      kind: 'people',
      name: { vi: 'Cán bộ, tài khoản', en: 'Officials, accounts' },
      before: people.size,
      after: people.size,
      how: {
        vi: 'Giữ tên đăng nhập, mật khẩu; quyền đổi lúc 00:00',
        en: 'Names and passwords stay; rights change at midnight',
      },
    },
    {
      kind: 'delegations',
      name: { vi: 'Ủy quyền đang có', en: 'Delegations' },
      before: delegations,
      after: 0,
      how: { vi: 'Hết hiệu lực cùng vị trí cũ', en: 'End with the old posts' },
    },
  ]
}
