import { holdsOn, type Period, type PlainDate } from '#values/plain-date.ts'
import type { Words } from '#values/words.ts'
import { sayTier, sayUnitKind } from '#engines/directory/contract.ts'
import type { Area, Organization, Unit } from '#engines/directory/declare.ts'
import { fieldAt } from '#engines/forms/contract.ts'
import { finding, type Division, type Finding, type Place } from '#engines/workflow/declare.ts'
import type { Procedure } from './procedure-shape.ts'

/**
 * Whether every place that a procedure names has its unit, wherever it can be filed: at each counter of its tiers, and online
 * in each area that has none below. Follows the same rules as `place.ts`, on what is declared instead of on the database.
 */
export function checkPlaces(procedure: Procedure, organization: Organization, on?: PlainDate): Finding[] {
  const world = worldOf(organization, on)
  const faults = new Map<string, { fault: Fault; areas: string[] }>()
  for (const area of filingAreas(procedure, world)) {
    for (const fault of faultsIn(procedure, world, area)) {
      const key = JSON.stringify(fault)
      const seen = faults.get(key) ?? { fault, areas: [] }
      seen.areas.push(area?.name ?? '')
      faults.set(key, seen)
    }
  }
  return [...faults.values()].map(({ fault: { path, missing }, areas }) =>
    finding(
      path,
      `không tìm thấy ${missing.vi} khi nộp ở ${areas.length} nơi, ví dụ ${areas[0] || 'cấp tỉnh'}; xem lại mã trong cơ cấu tổ chức`,
      `no ${missing.en} when filed in ${areas.length} places, such as ${areas[0] || 'the province'}; check the codes of the organisation`,
    ),
  )
}

interface Fault {
  readonly path: string
  readonly missing: Words
}

interface World {
  readonly units: ReadonlyMap<string, Unit>
  readonly areas: ReadonlyMap<string, Area>
  /** By kind and area: `one-stop 217`. */
  readonly serving: ReadonlyMap<string, Unit>
  /** What a body has below it, by the last part of its code: `SGTVT QLVT`. */
  readonly divisions: ReadonlySet<string>
}

function worldOf({ units, areas }: Organization, on?: PlainDate): World {
  const there = (one: Period) => (on === undefined ? one.to === undefined : holdsOn(one, on))
  const held = units.filter(there)
  return {
    units: new Map(held.map((unit) => [unit.code, unit])),
    areas: new Map(areas.filter(there).map((area) => [area.code, area])),
    serving: new Map(held.filter(({ area }) => area !== undefined).map((unit) => [`${unit.kind} ${unit.area}`, unit])),
    divisions: new Set(held.map(({ code, parent }) => `${parent} ${code.slice(code.lastIndexOf('.') + 1)}`)),
  }
}

/** Counters serve the area of their tier; online an area is chosen that is not divided further, or none for the province. */
function filingAreas({ receivedAt, owner }: Procedure, { areas }: World): (Area | undefined)[] {
  const all = [...areas.values()]
  const divided = new Set(all.map(({ parent }) => parent))
  const needsPlace = 'tier' in owner || !receivedAt.includes('province')
  return [
    ...all.filter((area) => receivedAt.includes(area.tier) || (needsPlace && !divided.has(area.code))),
    ...(needsPlace ? [] : [undefined]),
  ]
}

function faultsIn(procedure: Procedure, world: World, area: Area | undefined): Fault[] {
  const { owner, receivedAt, process, form } = procedure
  const top = [...world.areas.values()].find(({ parent }) => parent === undefined)
  const tier = area !== undefined && receivedAt.includes(area.tier) ? area.tier : (receivedAt[0] ?? '')
  const counterArea = above(world, area ?? top, tier)
  const receiver = counterArea && world.serving.get(`one-stop ${counterArea.code}`)
  const body = 'agency' in owner ? world.units.get(owner.agency) : committee(world, above(world, area, owner.tier))
  const faults: Fault[] = []
  if (receiver === undefined) faults.push({ path: 'receivedAt', missing: counterOf(tier) })
  if (body === undefined) return [...faults, { path: 'owner', missing: ownerOf(owner) }]

  const bodyOf = (place: Place): Unit | undefined => {
    if (place.unit === 'receiver') return receiver
    if (place.unit === 'owner') return body
    if (place.unit === 'agency') return world.units.get(place.key)
    if (place.unit === 'above') return committee(world, above(world, area, place.tier))
    // Which commune is answered cannot be known: the one it is filed in stands for all.
    const asked =
      form && place.field.startsWith('answers.') ? fieldAt(form, place.field.slice(8))?.field.type : undefined
    return asked === 'commune' ? (committee(world, anyCommune(world, area)) ?? body) : undefined
  }
  const check = (place: Place, path: string): void => {
    const found = bodyOf(place)
    if (found === undefined) faults.push({ path, missing: describe(place) })
    else if ('division' in place && place.division !== undefined && !hasDivision(world, found, place.division)) {
      faults.push({
        path: `${path}.division`,
        missing: divisionOf(found, place.division),
      })
    }
  }
  for (const [id, step] of Object.entries(process?.steps ?? {})) {
    check(step.by.at, `process.steps.${id}.by.at`)
    step.consult.forEach((one, index) => check(one.by.at, `process.steps.${id}.consult.${index}.by.at`))
  }
  return faults
}

const counterOf = (tier: string): Words => ({
  vi: `Bộ phận Một cửa (${sayTier(tier).vi})`,
  en: `one-stop (${tier})`,
})

const ownerOf = (owner: Procedure['owner']): Words => {
  const named = 'agency' in owner ? { vi: owner.agency, en: owner.agency } : { ...sayTier(owner.tier), en: owner.tier }
  return { vi: `cơ quan giải quyết (${named.vi})`, en: named.en }
}

const divisionOf = ({ kind, tier }: Unit, division: Division): Words => {
  const codes = [division].flat()
  return {
    vi: `phòng, bộ phận mã ${codes.join(' hoặc ')} của ${sayUnitKind(kind).vi} (${sayTier(tier).vi})`,
    en: `${kind} ${tier}: ${codes.join(' | ')}`,
  }
}

function describe(place: Place): Words {
  if (place.unit === 'agency') return { vi: `cơ quan mã ${place.key}`, en: place.key }
  if (place.unit === 'above') return { vi: `UBND ${sayTier(place.tier).vi}`, en: place.tier }
  if (place.unit === 'area') return { vi: `nơi chọn ở câu hỏi ${place.field}`, en: place.field }
  return { vi: place.unit, en: place.unit }
}

function above(world: World, area: Area | undefined, tier: string): Area | undefined {
  for (let at = area; at !== undefined; at = at.parent === undefined ? undefined : world.areas.get(at.parent)) {
    if (at.tier === tier) return at
  }
  return undefined
}

const committee = ({ serving }: World, area: Area | undefined): Unit | undefined =>
  area && serving.get(`peoples-committee ${area.code}`)

/** The area itself if it has no parts, else the first of its parts that has none. */
function anyCommune(world: World, area: Area | undefined): Area | undefined {
  const parts = [...world.areas.values()].filter(({ parent }) => parent === area?.code)
  return parts.length === 0 ? area : anyCommune(world, parts[0])
}

const hasDivision = ({ units, divisions }: World, body: Unit, keys: Division): boolean =>
  [keys].flat().some((key) => divisions.has(`${body.code} ${key}`) || units.has(`${body.area}.${key}`))
