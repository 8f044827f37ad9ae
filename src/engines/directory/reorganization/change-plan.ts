import type { ReorganizationPlan } from './plan.ts'
import type { KnownArea } from './read-area-table.ts'

type PlannedUnit = ReorganizationPlan['units'][number]
type Competence = ReorganizationPlan['competence'][number]

/** One change as somebody says it, of the many that a plan is made of. */
export type PlanChange =
  /** Communes become one, which keeps the code of one of them. */
  | {
      readonly kind: 'merge-areas'
      readonly from: readonly KnownArea[]
      readonly into: KnownArea
      readonly name?: string
    }
  | {
      readonly kind: 'split-area'
      readonly from: KnownArea
      readonly into: readonly { readonly area: string; readonly share?: number }[]
    }
  | { readonly kind: 'rename-area'; readonly area: KnownArea; readonly name: string }
  /** Units end and one takes over; one alone that ends is the same. */
  | {
      readonly kind: 'merge-units'
      readonly from: readonly string[]
      readonly into: PlannedUnit
      readonly name?: string
    }
  | { readonly kind: 'rename-unit'; readonly unit: PlannedUnit; readonly name: string }
  | { readonly kind: 'move-unit'; readonly unit: PlannedUnit; readonly parent: string }
  | { readonly kind: 'transfer'; readonly competence: Competence }

/** The plan with one change more; what it said before of the same area or unit is replaced. */
export function addChange(plan: ReorganizationPlan, change: PlanChange): ReorganizationPlan {
  switch (change.kind) {
    case 'merge-areas': {
      const { from, into, name } = change
      const merged = from
        .filter(({ code }) => code !== into.code)
        .map(({ code }) => ({ from: code, into: [{ area: into.code }] }))
      const next = { ...plan, areas: merged.reduce((areas, one) => put(areas, one, 'from'), plan.areas) }
      return name === undefined ? next : withAreaNamed(next, into, name)
    }
    case 'split-area':
      return { ...plan, areas: put(plan.areas, { from: change.from.code, into: [...change.into] }, 'from') }
    case 'rename-area':
      return withAreaNamed(plan, change.area, change.name)
    case 'merge-units': {
      const { from, into, name } = change
      const closed = from.filter((code) => code !== into.code).map((unit) => ({ unit, into: [into.code] }))
      const next = { ...plan, closed: closed.reduce((all, one) => put(all, one, 'unit'), plan.closed) }
      return name === undefined ? next : withUnit(next, into, { name })
    }
    case 'rename-unit':
      return withUnit(plan, change.unit, { name: change.name })
    case 'move-unit':
      return withUnit(plan, change.unit, { parent: change.parent })
    case 'transfer':
      return { ...plan, competence: [...plan.competence, change.competence] }
  }
}

const withAreaNamed = (plan: ReorganizationPlan, { code, tier, parentCode }: KnownArea, name: string) => ({
  ...plan,
  openedAreas: put(plan.openedAreas, { code, tier, name, ...(parentCode !== null && { parent: parentCode }) }, 'code'),
})

/** What was said of the unit before holds on. A short name that was made of the old name would contradict the new one. */
function withUnit(plan: ReorganizationPlan, given: PlannedUnit, { name, parent }: { name?: string; parent?: string }) {
  const unit = plan.units.find(({ code }) => code === given.code) ?? given
  const changed = {
    ...unit,
    ...(name !== undefined && { name, ...(unit.shortName !== undefined && { shortName: name }) }),
    ...(parent !== undefined && { parent }),
  }
  return { ...plan, units: put(plan.units, changed, 'code') }
}

/** The parts of a plan that hold changes, and what names one of each. */
const keyOf = {
  areas: ({ from }: ReorganizationPlan['areas'][number]) => from,
  openedAreas: ({ code }: ReorganizationPlan['openedAreas'][number]) => code,
  units: ({ code }: PlannedUnit) => code,
  closed: ({ unit }: ReorganizationPlan['closed'][number]) => unit,
  competence: (one: Competence) => JSON.stringify(one),
}

export type PlanPart = keyof typeof keyOf

/** The plan without one change: `areas 07234`, `closed STTTT`. */
export const withoutChange = (plan: ReorganizationPlan, part: PlanPart, key: string): ReorganizationPlan => ({
  ...plan,
  [part]: (plan[part] as never[]).filter((one) => keyOf[part](one) !== key),
})

function put<Key extends string, One extends Record<Key, unknown>>(all: readonly One[], one: One, key: Key): One[] {
  return [...all.filter((other) => other[key] !== one[key]), one]
}
