import { lowerFirst } from '#values/text.ts'
import type { Words } from '#values/words.ts'
import type { Unit } from '../declare.ts'
import { unitFor } from '../expand-organization.ts'
import type { Eve, EveUnit } from './eve.ts'
import type { ReorganizationPlan } from './plan.ts'

/** What stands against a plan, and the thing it is about. */
export interface Blocker {
  readonly about: string
  readonly words: Words
  /** It is one of the decisions that stand open: who gets a place, where somebody goes. */
  readonly isDecision: boolean
}

export interface AreaSuccession {
  readonly from: string
  readonly to: string
  readonly share: number | null
}

/** A unit whose work goes to others: it ends, or its area is divided and it keeps a part. */
export interface Succession {
  readonly unit: EveUnit
  readonly ends: boolean
  /** Units that take over, each with the area for which it does; null where it takes all. */
  readonly into: readonly { readonly code: string; readonly area: string | null }[]
  readonly heir: string
}

/** A plan written out for each area and unit, as of the day before. */
export interface Changes {
  readonly endedAreas: readonly string[]
  readonly openedAreas: ReorganizationPlan['openedAreas']
  readonly areaSuccessions: readonly AreaSuccession[]
  /** Units that are new. */
  readonly opened: readonly Unit[]
  /** Units that go on under another name or in another place. */
  readonly changed: readonly Unit[]
  readonly successions: readonly Succession[]
  readonly blockers: readonly Blocker[]
}

/** Writes out what a plan means for every area and unit that is there on the day before. */
export function expandPlan(plan: ReorganizationPlan, eve: Eve): Changes {
  const areaSuccessions = successionsOf(plan, eve)
  const changing = new Set(plan.areas.map(({ from }) => from))
  const opened = new Map(plan.openedAreas.map((area) => [area.code, area]))
  const endedAreas = [...new Set([...changing].filter((code) => eve.areas.has(code) && !continues(code)))]

  function continues(code: string): boolean {
    return opened.has(code) || areaSuccessions.some(({ from, to }) => from === code && to === code)
  }

  const given = new Map(
    [
      ...plan.patterns.flatMap(({ eachArea, units }) =>
        plan.openedAreas
          .filter(
            ({ code, tier }) =>
              tier === eachArea.tier && (eachArea.only?.includes(code) ?? true) && !eachArea.except?.includes(code),
          )
          .flatMap((area) => units.flatMap((pattern) => unitFor(pattern, area) ?? [])),
      ),
      ...plan.units,
    ].map((unit) => [unit.code, unit]),
  )
  const successions = successionsOfUnits()
  const gone = new Set(successions.filter(({ ends }) => ends).map(({ unit }) => unit.code))
  const circular = belowThemselves(given, eve.units)
  const isPlaced = ({ code }: Unit) => !circular.includes(code)
  const changed = [...eve.units.values()]
    .flatMap((unit) => (gone.has(unit.code) ? [] : (versionAfter(unit) ?? [])))
    .filter(isPlaced)
  const newUnits = [...given.values()].filter((unit) => !eve.units.has(unit.code) && isPlaced(unit))

  /** Units that end, because the plan or their area says so, and those that share their area with others from now on. */
  function successionsOfUnits(): Succession[] {
    const named = new Map(plan.closed.map((one) => [one.unit, one]))
    return [...eve.units.values()].flatMap((unit) => {
      const told = named.get(unit.code)
      if (told !== undefined) {
        const into = told.into.map((code) => ({ code, area: told.into.length > 1 ? areaOf(code) : null }))
        return [{ unit, ends: true, into, heir: told.heir ?? (told.into[0] as string) }]
      }
      const into = successorsOf(unit)
      if (into === undefined) return []
      const keepsPart = into.some(({ code }) => code === unit.code)
      if (keepsPart && into.length === 1) return []
      return [{ unit, ends: !keepsPart, into, heir: keepsPart ? unit.code : (into[0]?.code ?? '') }]
    })
  }

  const areaOf = (code: string): string | null => given.get(code)?.area ?? eve.units.get(code)?.area ?? null

  /** Who takes over, the largest part first; undefined for a unit whose area does not change. */
  function successorsOf(unit: EveUnit): Succession['into'] | undefined {
    if (unit.area === undefined || !changing.has(unit.area)) return undefined
    const pattern = unit.code.replaceAll(unit.area, '{area}')
    const goesTo = plan.follows[pattern]
    const target = goesTo ?? pattern
    if (!target.includes('{area}')) return [{ code: target, area: null }]
    const parts = areaSuccessions.filter(({ from }) => from === unit.area)
    return parts
      .toSorted((a, b) => (b.share ?? 0) - (a.share ?? 0))
      .map(({ to }) => ({ code: target.replaceAll('{area}', to), area: parts.length > 1 ? to : null }))
  }

  /** How a unit that goes on stands from the day on; undefined if nothing changes for it. */
  function versionAfter(unit: EveUnit): Unit | undefined {
    const told = given.get(unit.code)
    if (told !== undefined) return { ...plainUnit(unit), ...told }
    const area = unit.area === undefined ? undefined : opened.get(unit.area)
    const before = unit.area === undefined ? undefined : eve.areas.get(unit.area)
    if (area === undefined || before === undefined || area.name === before.name) return undefined
    const renamed = (text: string) => text.replaceAll(lowerFirst(before.name), lowerFirst(area.name))
    const after = {
      ...plainUnit(unit),
      name: renamed(unit.name),
      ...(unit.shortName !== undefined && { shortName: renamed(unit.shortName) }),
    }
    return after.name === unit.name && after.shortName === unit.shortName ? undefined : after
  }

  const tiersAfter = new Set(
    [...[...eve.units.values()].filter(({ code }) => !gone.has(code)), ...given.values()].map(({ tier }) => tier),
  )
  const after = new Set([...[...eve.units.keys()].filter((code) => !gone.has(code)), ...given.keys()])
  return {
    endedAreas,
    openedAreas: plan.openedAreas,
    areaSuccessions,
    opened: newUnits,
    changed,
    successions,
    blockers: [
      ...areaBlockers(plan, eve, areaSuccessions, endedAreas),
      ...successions.flatMap(({ unit, into }) => (into.length === 0 ? [noSuccessor(unit)] : [])),
      ...successions.flatMap(({ unit, into, heir }) =>
        [...new Set([...into.map(({ code }) => code), ...(heir === '' ? [] : [heir])])].flatMap((code) =>
          after.has(code) ? [] : [missing(unit, code)],
        ),
      ),
      ...plan.closed.flatMap(({ unit }) => (eve.units.has(unit) ? [] : [unknownUnit(unit)])),
      ...orphans([...newUnits, ...changed], eve, gone, after),
      ...[...circular, ...belowThemselves(opened, eve.areas)].map((code) =>
        said(code, 'nằm dưới chính mình', 'would stand below itself'),
      ),
      ...plan.competence.flatMap(({ to }) => nobodyCompetent(to, [...after], tiersAfter)),
    ],
  }
}

/** What is declared of a unit, without what only the database knows. */
const plainUnit = ({ id: _id, key: _key, ...unit }: EveUnit): Unit => unit

/** Of an area without its own successors: those of its parts. */
function successionsOf({ areas }: ReorganizationPlan, eve: Eve): AreaSuccession[] {
  const told = new Map(areas.map((change) => [change.from, change]))
  const follow = (code: string): { area: string; share: number | null }[] => {
    const change = told.get(code)
    if (change?.into !== undefined) return change.into.map(({ area, share }) => ({ area, share: share ?? null }))
    const parts = [...eve.areas.values()].filter(({ parent }) => parent === code)
    if (change === undefined) return [{ area: code, share: null }]
    return [...new Set(parts.flatMap((part) => follow(part.code).map(({ area }) => area)))].map((area) => ({
      area,
      share: null,
    }))
  }
  return areas.flatMap(({ from }) => follow(from).map(({ area, share }) => ({ from, to: area, share })))
}

function areaBlockers(
  { openedAreas, areas, overrides }: ReorganizationPlan,
  eve: Eve,
  successions: readonly AreaSuccession[],
  ended: readonly string[],
): Blocker[] {
  const after = new Set([
    ...[...eve.areas.keys()].filter((code) => !ended.includes(code)),
    ...openedAreas.map(({ code }) => code),
  ])
  const opened = new Set(openedAreas.map(({ code }) => code))
  return [
    ...areas.flatMap(({ from }) => (eve.areas.has(from) ? [] : [noArea(from)])),
    ...Object.values(overrides).flatMap((code) => (after.has(code) ? [] : [noArea(code)])),
    ...successions.flatMap(({ from, to }) =>
      after.has(to) ? [] : [said(from, `nhập vào ${to}, mà ${to} không có`, `goes into ${to}, which is not there`)],
    ),
    ...areas.flatMap(({ from }) =>
      eve.areas.has(from) && !successions.some((one) => one.from === from)
        ? [said(from, 'chưa nói nhập vào đâu', 'is not said to go anywhere')]
        : [],
    ),
    ...[...eve.areas.values()].flatMap(({ code, name, parent }) =>
      parent !== undefined && ended.includes(parent) && !ended.includes(code) && !opened.has(code)
        ? [said(code, `${name}: cấp trên ${parent} không còn`, `${name}: ${parent} above it is no more`)]
        : [],
    ),
  ]
}

/** What a plan places, by going round, below itself: nothing that goes up from it would ever end. */
function belowThemselves(
  given: ReadonlyMap<string, { readonly parent?: string }>,
  standing: ReadonlyMap<string, { readonly parent?: string }>,
): string[] {
  const parentOf = (code: string) => (given.get(code) ?? standing.get(code))?.parent
  return [...given.keys()].filter((code) => {
    const passed = new Set<string>()
    for (let at = parentOf(code); at !== undefined && !passed.has(at); at = parentOf(at)) passed.add(at)
    return passed.has(code)
  })
}

/** A competence that would go to a tier without bodies, or to a body or division that is not there. */
function nobodyCompetent(
  to: ReorganizationPlan['competence'][number]['to'],
  codes: readonly string[],
  tiers: ReadonlySet<string>,
): Blocker[] {
  const { division } = to
  if ('agency' in to && !codes.includes(to.agency)) return [unknownUnit(to.agency)]
  if ('tier' in to && !tiers.has(to.tier)) return [said(to.tier, 'không có cơ quan cấp này', 'no body has this tier')]
  const isThere = division === undefined || codes.some((code) => code.endsWith(`.${division}`))
  return isThere ? [] : [unknownUnit(division)]
}

/** Units that would hang below one that ends. */
function orphans(
  versions: readonly Unit[],
  eve: Eve,
  gone: ReadonlySet<string>,
  after: ReadonlySet<string>,
): Blocker[] {
  const placed = new Map([
    ...[...eve.units.values()].filter(({ code }) => !gone.has(code)).map((unit) => [unit.code, unit] as const),
    ...versions.map((unit) => [unit.code, unit] as const),
  ])
  return [...placed.values()].flatMap(({ code, name, parent }) =>
    parent !== undefined && !after.has(parent)
      ? [said(code, `${name}: đơn vị cấp trên ${parent} không còn`, `${name}: ${parent} above it is no more`)]
      : [],
  )
}

/** Something wrong with the thing that is named first. */
export const said = (about: string, vi: string, en: string): Blocker => ({
  about,
  words: { vi: `${about}: ${vi}`, en: `${about}: ${en}` },
  isDecision: false,
})

const noSuccessor = (unit: EveUnit) =>
  said(unit.code, `${unit.name} thôi hoạt động mà chưa có đơn vị nhận`, `${unit.name} ends and nobody takes over`)

const missing = (unit: EveUnit, code: string) =>
  said(
    unit.code,
    `${unit.name} giao cho ${code}, mà ${code} không có`,
    `${unit.name} goes to ${code}, which is not there`,
  )

const noArea = (code: string) => said(code, 'không có địa bàn này', 'no such area')

const unknownUnit = (code: string) => said(code, 'không có đơn vị này', 'no such unit')
