import { WrongDeclaration } from '#values/declared.ts'
import { lowerFirst } from '#values/text.ts'
import type { Period } from '#values/plain-date.ts'
import type { Area, OrganCodes, Organization, Unit, UnitPattern } from './declare.ts'

/**
 * Writes out the patterns of an organisation: for every version of an area one version of each unit, valid as long as both
 * are, in the order of the declaration. A unit that a renamed area leaves as it was stays one version. Given identifiers are
 * put on units that declare none. Throws a `WrongDeclaration` naming every unit and area at fault. Expanding twice changes nothing.
 */
export function expandOrganization(organization: Organization, organCodes?: OrganCodes): Organization {
  const { patterns = [], ...rest } = organization
  const made = patterns.flatMap(({ eachArea, units }) =>
    organization.areas
      .filter(
        ({ code, tier }) =>
          tier === eachArea.tier && (eachArea.only?.includes(code) ?? true) && !eachArea.except?.includes(code),
      )
      .flatMap((area) => units.flatMap((pattern) => unitFor(pattern, area) ?? [])),
  )
  const units = [...organization.units, ...joined(made)].map((unit) => withOrganCode(unit, organCodes))
  const faults = [
    ...faultsOf(organization.areas),
    ...faultsOf(units, organization.areas),
    ...strayCodes(units, organCodes),
  ]
  if (faults.length > 0) throw new WrongDeclaration(`organisation ${organization.id}: ${faults.join('; ')}`)
  return { ...rest, units }
}

/** The unit that a pattern makes for an area; none where the two are never there together. */
export function unitFor(pattern: UnitPattern, area: Omit<Area, 'into'>): Unit | undefined {
  const from = [pattern.from, area.from]
    .filter((date) => date !== undefined)
    .sort()
    .at(-1)
  const to = [pattern.to, area.to].filter((date) => date !== undefined).sort()[0]
  if (from !== undefined && to !== undefined && from >= to) return undefined
  const put = (text: string) =>
    text
      .replaceAll('{area}', area.code)
      .replaceAll('{parent}', area.parent ?? '')
      .replaceAll('{name}', lowerFirst(area.name))
  const unit = {
    code: put(pattern.code),
    kind: pattern.kind,
    name: put(pattern.name),
    ...(pattern.shortName !== undefined && { shortName: put(pattern.shortName) }),
    tier: area.tier,
    ...(pattern.parent !== undefined && { parent: put(pattern.parent) }),
    area: area.code,
  }
  return withPeriod(unit, from, to)
}

/** The versions of each code in order of time; two that touch and differ in nothing but their dates become one. */
const joined = (units: readonly Unit[]): Unit[] =>
  [...Map.groupBy(units, ({ code }) => code).values()].flatMap(joinVersions)

function joinVersions(versions: readonly Unit[]): Unit[] {
  const kept: Unit[] = []
  for (const unit of versions.toSorted((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1))) {
    const last = kept.at(-1)
    const goesOn = last?.to !== undefined && last.to === unit.from && contentOf(last) === contentOf(unit)
    if (goesOn) kept[kept.length - 1] = withPeriod(last, last.from, unit.to)
    else kept.push(unit)
  }
  return kept
}

const withPeriod = ({ from: _from, to: _to, ...content }: Unit, from: Unit['from'], to: Unit['to']): Unit => ({
  ...content,
  ...(from !== undefined && { from }),
  ...(to !== undefined && { to }),
})

const contentOf = ({ from: _from, to: _to, ...content }: Unit): string => JSON.stringify(content)

const withOrganCode = (unit: Unit, organCodes: OrganCodes | undefined): Unit => {
  const organCode = unit.organCode ?? organCodes?.codes[unit.code]
  return organCode === undefined ? unit : { ...unit, organCode }
}

type Version = Period & {
  readonly code: string
  readonly parent?: string | undefined
  readonly area?: string | undefined
}

/** Versions of a code that hold at the same time, and parents or areas that are never there while their part is. */
function faultsOf(versions: readonly Version[], areas: readonly Area[] = []): string[] {
  const byCode = Map.groupBy(versions, ({ code }) => code)
  const areaByCode = Map.groupBy(areas, ({ code }) => code)
  return versions.flatMap((version) => {
    const known = (others: readonly Version[] | undefined) => others?.some((other) => overlaps(other, version)) ?? false
    const faults: string[] = []
    if (byCode.get(version.code)!.some((other) => other !== version && overlaps(other, version)))
      faults.push(`${version.code} is there twice`)
    if (version.parent !== undefined && !known(byCode.get(version.parent)))
      faults.push(`${version.code} is part of ${version.parent}, which is not there`)
    if (version.area !== undefined && !known(areaByCode.get(version.area)))
      faults.push(`${version.code} serves ${version.area}, which is not there`)
    return faults
  })
}

function strayCodes(units: readonly Unit[], organCodes: OrganCodes | undefined): string[] {
  const codes = new Set(units.map(({ code }) => code))
  return Object.keys(organCodes?.codes ?? {})
    .filter((code) => !codes.has(code))
    .map((code) => `${code} has an identifier, but is not there`)
}

const overlaps = (a: Period, b: Period): boolean =>
  (a.from === undefined || b.to === undefined || a.from < b.to) &&
  (b.from === undefined || a.to === undefined || b.from < a.to)
