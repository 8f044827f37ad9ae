import type { Queries } from '#kernel/database/connect.ts'
import { read, type Facts } from '#values/condition.ts'
import { Problem } from '#values/errors.ts'
import type { PlainDate } from '#values/plain-date.ts'
import {
  areaPath,
  childUnits,
  findUnit,
  findUnitByCode,
  findUnitOfArea,
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
  readonly facts: Facts
}

/** The unit that a process names, found anew for each dossier and date; throws when the organisation has none. */
export async function unitOfPlace(tx: Queries, place: Place, where: Whereabouts, on: PlainDate): Promise<UnitRow> {
  const body = await bodyOf(tx, place, where, on)
  if (body === undefined) throw new Problem('nowhere', nowhere)
  const division = 'division' in place ? place.division : undefined
  return division === undefined ? body : ((await divisionOf(tx, body, division, on)) ?? body)
}

async function bodyOf(tx: Queries, place: Place, where: Whereabouts, on: PlainDate): Promise<UnitRow | undefined> {
  if (place.unit === 'receiver') return findUnit(tx, where.receiverId, on)
  if (place.unit === 'owner') return findUnit(tx, where.ownerId, on)
  if (place.unit === 'agency') return findUnitByCode(tx, place.key, on)
  if (place.unit === 'above') return committeeAbove(tx, where.place, place.tier, on)
  const named = read(where.facts, place.field)
  return typeof named === 'string' ? findUnitOfArea(tx, named, 'peoples-committee', on) : undefined
}

async function committeeAbove(
  tx: Queries,
  area: string | null,
  tier: string,
  on: PlainDate,
): Promise<UnitRow | undefined> {
  if (area === null) return undefined
  const above = (await areaPath(tx, area, on)).find((step) => step.tier === tier)
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
  return undefined
}

/** The body that decides: a named agency, or the People's Committee of the owner's tier in the place. */
export async function ownerOf(tx: Queries, owner: Owner, place: string | null, on: PlainDate): Promise<UnitRow> {
  const body =
    'agency' in owner ? await findUnitByCode(tx, owner.agency, on) : await committeeAbove(tx, place, owner.tier, on)
  if (body === undefined) throw new Problem('nowhere', nowhere)
  return body
}

/** The one-stop counter of a tier for a place; the province has one centre. */
export async function receiverOf(tx: Queries, tier: string, place: string | null, on: PlainDate): Promise<UnitRow> {
  const committee = tier === 'province' ? await provinceCommittee(tx, on) : await committeeAbove(tx, place, tier, on)
  // Not by its parent: the counter of a commune belongs to the committee, that of a district or the province to its office.
  const counter = committee?.areaCode ? await findUnitOfArea(tx, committee.areaCode, 'one-stop', on) : undefined
  if (counter === undefined) throw new Problem('nowhere', nowhere)
  return counter
}

const provinceCommittee = async (tx: Queries, on: PlainDate): Promise<UnitRow | undefined> =>
  (await childUnits(tx, null, on)).find((unit) => unit.kind === 'peoples-committee')
