import { createHash } from 'node:crypto'
import { rows, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import { keep } from '#kernel/database/memory.ts'

interface Successor {
  readonly unitId: string
  readonly unitKey: number
  readonly areaCode: string | null
  readonly isHeir: boolean
}

/** Who took over what by one reorganisation, for later engines to move what they keep. */
export interface Succession {
  /** Units whose work goes to others: their ids, and the keys that things are bound to. */
  readonly unitIds: readonly string[]
  readonly unitKeys: readonly number[]
  readonly areaCodes: readonly string[]
  /** The area that a place becomes; itself where nothing changed. A divided one by the rule, for `lot` between 0 and 1. */
  areaAfter(place: string, rule: 'largest' | 'proportional', lot: number): string
  /** Whether a place is part of an area (itself too), before the change. */
  isWithin(place: string, area: string): boolean
  /** The unit that takes over from one, for what belongs to an area; the unit itself where nothing changed. */
  unitAfter(unitId: string, area: string | null): string
  unitKeyAfter(unitKey: number, area: string | null): number
  /** The key of whoever works on what was addressed to a key, in the unit that takes over. */
  keyAfter(key: number, unitId: string): { readonly key: number; readonly unitId: string } | undefined
}

/** The lot of a thing for `areaAfter`: the same whenever it is drawn, and spread evenly over all. */
export const lotOf = (id: string): number => createHash('sha256').update(id).digest().readUInt32BE() / 2 ** 32

/** Reads it once; it never changes while the reorganisation is under way. */
export const readSuccession = (tx: Queries, reorganizationId: string): Promise<Succession> =>
  keep(tx, `succession ${reorganizationId}`, () => read(tx, reorganizationId))

async function read(tx: Queries, id: string): Promise<Succession> {
  const areas = await rows(
    tx,
    sql<{ from: string; to: string; share: number | null; parent: string | null }>`
      select s.from_code as "from", s.to_code as "to", s.share,
        (select a.parent_code from directory.area a where a.code = s.from_code and a.valid_from < s.effective_on order by a.valid_from desc limit 1) as parent
      from directory.area_succession s where s.reorganization_id = ${id} order by s.share desc nulls last, s.to_code`,
  )
  const units = await rows(
    tx,
    sql<Successor & { fromId: string; fromKey: number }>`
      select s.from_unit_id as from_id, f.key as from_key, s.to_unit_id as unit_id, t.key as unit_key, s.area_code, s.is_heir
      from directory.unit_succession s join directory.unit f on f.id = s.from_unit_id join directory.unit t on t.id = s.to_unit_id
      where s.reorganization_id = ${id} order by s.is_heir desc, t.code`,
  )
  const keys = await rows(
    tx,
    sql<{ fromKey: number; toUnitId: string; toKey: number; unitId: string }>`
      select s.from_key, s.to_unit_id, s.to_key, q.unit_id from directory.key_succession s
      join directory.principal q on q.key = s.to_key where s.reorganization_id = ${id}`,
  )
  const areasFrom = Map.groupBy(areas, ({ from }) => from)
  const byId = Map.groupBy(units, ({ fromId }) => fromId)
  const byKey = Map.groupBy(units, ({ fromKey }) => fromKey)
  const works = new Map(keys.map((one) => [`${one.fromKey} ${one.toUnitId}`, { key: one.toKey, unitId: one.unitId }]))
  const after = (into: readonly Successor[] | undefined, area: string | null): Successor | undefined =>
    into?.find(({ areaCode }) => areaCode !== null && areaCode === area) ?? into?.[0]
  return {
    unitIds: [...byId.keys()],
    unitKeys: [...byKey.keys()],
    areaCodes: [...areasFrom.keys()],
    areaAfter(place, rule, lot) {
      const parts = areasFrom.get(place)
      if (parts === undefined) return place
      return (rule === 'proportional' ? byLot(parts, lot) : parts[0]?.to) ?? place
    },
    isWithin: (place, area) => place === area || areasFrom.get(place)?.[0]?.parent === area,
    unitAfter: (unitId, area) => after(byId.get(unitId), area)?.unitId ?? unitId,
    unitKeyAfter: (unitKey, area) => after(byKey.get(unitKey), area)?.unitKey ?? unitKey,
    keyAfter: (key, unitId) => works.get(`${key} ${unitId}`),
  }
}

/** The part in which a lot between 0 and 1 falls; where no share is known, all parts are alike. */
function byLot(
  parts: readonly { readonly to: string; readonly share: number | null }[],
  lot: number,
): string | undefined {
  const sizes = parts.map(({ share }) => share ?? 1)
  let left = lot * sizes.reduce((sum, size) => sum + size, 0)
  return parts.find((_, at) => (left -= sizes[at] as number) < 0)?.to ?? parts.at(-1)?.to
}
