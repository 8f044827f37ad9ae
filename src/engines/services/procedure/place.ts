import type { Queries } from '#kernel/database/connect.ts'
import { read, type Facts } from '#values/condition.ts'
import { Problem } from '#values/errors.ts'
import type { PlainDate } from '#values/plain-date.ts'
import {
  areaPath,
  areaToday,
  childUnits,
  competentFor,
  divisionAfter,
  findUnitByCode,
  findUnitOfArea,
  unitToday,
  type Competent,
  type UnitRow,
} from '#engines/directory/index.ts'
import type { Division, Place } from '#engines/workflow/declare.ts'
import type { Owner } from '../declare.ts'

const nowhere = {
  status: 422,
  message: {
    vi: 'Chưa xác định được cơ quan giải quyết. Xin kiểm tra nơi đã chọn.',
    en: 'The competent body could not be found. Please check the place chosen.',
  },
} as const

/** Where a dossier's places are looked for. */
export interface Whereabouts {
  readonly receiverId: string
  readonly ownerId: string
  /** The area it belongs to: a commune, a district. */
  readonly place: string | null
  readonly procedureCode: string
  readonly facts: Facts
}

/** The unit that a process names, found anew for each dossier and date; throws when the organisation has none. */
export async function unitOfPlace(tx: Queries, place: Place, where: Whereabouts, on: PlainDate): Promise<UnitRow> {
  const { body, division } = await bodyOf(tx, place, where, on)
  if (body === undefined) throw new Problem('nowhere', nowhere)
  return division === undefined ? body : ((await divisionOf(tx, body, division, on)) ?? body)
}

interface Body {
  readonly body: UnitRow | undefined
  readonly division: Division | undefined
}

async function bodyOf(tx: Queries, place: Place, where: Whereabouts, on: PlainDate): Promise<Body> {
  const division = 'division' in place ? place.division : undefined
  if (place.unit === 'receiver') return { body: await unitToday(tx, where.receiverId, where.place, on), division }
  if (place.unit === 'owner') return { body: await unitToday(tx, where.ownerId, where.place, on), division }
  if (place.unit === 'agency' || place.unit === 'above') {
    const named = place.unit === 'agency' ? { agency: place.key } : { tier: place.tier }
    const first = typeof division === 'object' ? division[0] : division
    const competent = await competentFor(tx, { body: named, division: first }, where.procedureCode, on)
    return {
      body: await bodyFor(competent, tx, where.place, on),
      division: competent.division === first ? division : competent.division,
    }
  }
  const named = read(where.facts, place.field)
  return {
    body:
      typeof named === 'string'
        ? await findUnitOfArea(tx, await areaToday(tx, named, on), 'peoples-committee', on)
        : undefined,
    division,
  }
}

/** The body that is competent: one by its code, or the committee of a tier above a place. */
const bodyFor = ({ body }: Competent, tx: Queries, area: string | null, on: PlainDate): Promise<UnitRow | undefined> =>
  'agency' in body ? findUnitByCode(tx, body.agency, on) : committeeAbove(tx, area, body.tier, on)

async function committeeAbove(
  tx: Queries,
  area: string | null,
  tier: string,
  on: PlainDate,
): Promise<UnitRow | undefined> {
  if (area === null) return undefined
  const above = (await areaPath(tx, await areaToday(tx, area, on), on)).find((step) => step.tier === tier)
  return above && findUnitOfArea(tx, above.code, 'peoples-committee', on)
}

/**
 * A division by the last part of its code: `QLVT` of `SGTVT.QLVT`; of several keys the first that is there. What serves the
 * area of a body without being part of it counts too: a branch of the land registry, `217.VPDKDD`, beside `UBND-217`.
 */
async function divisionOf(tx: Queries, body: UnitRow, keys: Division, on: PlainDate): Promise<UnitRow | undefined> {
  const parts = await childUnits(tx, body.id, on)
  for (const key of typeof keys === 'string' ? [keys] : keys) {
    const found =
      parts.find((unit) => unit.code.endsWith(`.${key}`)) ??
      (body.areaCode === null ? undefined : await findUnitByCode(tx, `${body.areaCode}.${key}`, on))
    if (found !== undefined) return found
  }
  for (const key of typeof keys === 'string' ? [keys] : keys) {
    const after = await divisionAfter(tx, body, key, on)
    if (after !== undefined) return after
  }
  return undefined
}

/** The body that decides: a named agency, or the People's Committee of the owner's tier in the place; or whoever took that over. */
export async function ownerOf(
  tx: Queries,
  { code, owner }: { readonly code: string; readonly owner: Owner },
  place: string | null,
  on: PlainDate,
): Promise<UnitRow> {
  const competent = await competentFor(tx, { body: owner, division: undefined }, code, on)
  const body = await bodyFor(competent, tx, place, on)
  if (body === undefined) throw new Problem('nowhere', nowhere)
  return body
}

/** The one-stop counter of a tier for a place; the province has one centre. */
export async function receiverOf(
  tx: Queries,
  { code, tier }: { readonly code: string; readonly tier: string },
  place: string | null,
  on: PlainDate,
): Promise<UnitRow> {
  const { body } = await competentFor(tx, { body: { tier }, division: undefined }, code, on)
  const isProvince = 'tier' in body && body.tier === 'province'
  const committee = isProvince
    ? await provinceCommittee(tx, on)
    : await bodyFor({ body, division: undefined }, tx, place, on)
  // Not by its parent: the counter of a commune belongs to the committee, that of a district or the province to its office.
  const counter = committee?.areaCode ? await findUnitOfArea(tx, committee.areaCode, 'one-stop', on) : undefined
  if (counter === undefined) throw new Problem('nowhere', nowhere)
  return counter
}

/** The one counter that everybody files at where it is the province's; undefined where it depends on the place. */
export const provinceReceiver = async (
  tx: Queries,
  { code, receivedAt }: { readonly code: string; readonly receivedAt: readonly string[] },
  on: PlainDate,
): Promise<UnitRow | undefined> =>
  receivedAt[0] === 'province' ? receiverOf(tx, { code, tier: 'province' }, null, on).catch(() => undefined) : undefined

const provinceCommittee = async (tx: Queries, on: PlainDate): Promise<UnitRow | undefined> =>
  (await childUnits(tx, null, on)).find((unit) => unit.kind === 'peoples-committee')
