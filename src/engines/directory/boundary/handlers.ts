import { rows, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { Handlers } from '#kernel/operations/engine.ts'
import { dateAt, type PlainDate } from '#values/plain-date.ts'
import { countStates } from '../import/compare.ts'
import { validOn } from '../valid-on.ts'
import { boundariesOn } from './boundary.ts'
import {
  discardBoundaries,
  getBoundaryImport,
  keepBoundaries,
  listBoundaryImports,
  outcomesOfBoundaries,
} from './boundary-import.ts'
import { carryOutBoundaries, takeBackBoundaries } from './carry-out.ts'
import type { Boundary, boundaryContract } from './contract.ts'
import { featuresOf } from './read-boundaries.ts'

/** Boundaries as they hold on a day, and the files that bring them in: sent, looked at, carried out as one act, taken back. */
export const boundaryHandlers: Handlers<typeof boundaryContract> = {
  async getBoundaries(ctx, { asOf, ...search }) {
    return { type: 'FeatureCollection', features: await featuresOn(ctx.tx, search, asOf ?? dateAt(ctx.now())) }
  },

  listBoundaryImports,

  async startBoundaryImport(ctx, { content, licence, ...origin }) {
    return { id: await keepBoundaries(ctx, { ...origin, licence }, Buffer.from(content, 'base64url')) }
  },

  async getBoundaryImport(ctx, { id }) {
    const whole = await getBoundaryImport(ctx, id)
    const { outcomes, seen } = await outcomesOfBoundaries(ctx, whole)
    return { ...whole, counts: countStates(outcomes), seen, lines: [...outcomes] }
  },

  async executeBoundaryImport(ctx, { id, seen }) {
    await carryOutBoundaries(ctx, id, seen)
    return getBoundaryImport(ctx, id)
  },

  async undoBoundaryImport(ctx, { id }) {
    await takeBackBoundaries(ctx, id)
    return getBoundaryImport(ctx, id)
  },

  async discardBoundaryImport(ctx, { id }) {
    await discardBoundaries(ctx, id)
    return { dropped: true }
  },

  async getBoundariesAside(ctx, { id }) {
    const whole = await getBoundaryImport(ctx, id)
    const given = featuresOf(whole.content)
    const { outcomes } = await outcomesOfBoundaries(ctx, whole)
    const features = outcomes.flatMap(({ state, number, why }) =>
      state === 'aside' ? [{ ...(given[number] as object), setAside: why?.[ctx.language] }] : [],
    )
    return new File([JSON.stringify({ type: 'FeatureCollection', features })], 'cach-ly.geojson', {
      type: 'application/geo+json',
    })
  },
}

interface BoundarySearch {
  readonly tier?: string | undefined
  readonly around?: string | undefined
}

async function featuresOn(tx: Queries, { tier, around }: BoundarySearch, on: PlainDate): Promise<Boundary[]> {
  const areas = await rows(
    tx,
    sql<{ code: string; name: string; tier: string; parentCode: string | null }>`
      select code, name, tier, parent_code from directory.area a where ${validOn('a', on)}
        ${tier === undefined ? sql`` : sql`and a.tier = ${tier}`}
        ${
          around === undefined
            ? sql``
            : sql`and (a.code = ${around} or a.parent_code in
                (select own.parent_code from directory.area own where own.code = ${around} and ${validOn('own', on)}))`
        }`,
  )
  const areaOf = new Map(areas.map((area) => [area.code, area]))
  const found = await boundariesOn(tx, on, [...areaOf.keys()])
  return found.flatMap(({ box, geometry, ...facts }) => {
    const area = areaOf.get(facts.code)
    return area === undefined
      ? []
      : [{ type: 'Feature', id: facts.code, bbox: [...box], geometry, properties: { ...area, ...facts } }]
  })
}
