import type { PlainDate } from '#values/plain-date.ts'
import type { Client } from '#engines/contract.ts'
import { drawShapes } from '#ui/map/draw-shapes.ts'

export type Unit = Awaited<ReturnType<Client['directory']['listUnits']>>[number]
export type UnitWithPosts = Awaited<ReturnType<Client['directory']['getUnit']>>
export type Post = UnitWithPosts['posts'][number]

export interface Branch {
  readonly unit: Unit
  readonly level: number
  readonly open: boolean
}

/** Deeper than this no organisation of a province goes; it also ends a loop in wrong data. */
const deepest = 8

/** The rows of the tree that show: the roots, the way down to the chosen unit, and what is directly below it. */
export async function treeTo(
  client: Client,
  chosen: string | undefined,
  asOf: PlainDate,
): Promise<{ rows: Branch[]; unit: UnitWithPosts | undefined }> {
  const roots = await client.directory.listUnits({ asOf })
  const [only] = roots
  const wanted = chosen ?? only?.id
  const unit = wanted === undefined ? undefined : await client.directory.getUnit({ id: wanted, asOf })
  const way: string[] = []
  for (let at: Unit | undefined = unit; at !== undefined && way.length < deepest;) {
    way.unshift(at.id)
    at = at.parentId === null ? undefined : await client.directory.getUnit({ id: at.parentId, asOf })
  }
  const below = new Map(
    await Promise.all(way.map(async (id) => [id, await client.directory.listUnits({ parentId: id, asOf })] as const)),
  )
  const rows: Branch[] = []
  const put = (units: readonly Unit[], level: number) => {
    for (const one of units) {
      const children = below.get(one.id)
      rows.push({ unit: one, level, open: children !== undefined && children.length > 0 })
      if (children !== undefined) put(children, level + 1)
    }
  }
  put(roots, 0)
  return { rows, unit }
}

/** Of the rows of a day ahead: which are not there today, and which are called otherwise then. */
export async function decidedAhead(
  client: Client,
  rows: readonly Branch[],
  today: PlainDate,
): Promise<Record<string, 'new' | 'renamed'>> {
  const parents = [undefined, ...rows.flatMap(({ unit, open }) => (open ? [unit.id] : []))]
  const now = await Promise.all(
    parents.map((parentId) => client.directory.listUnits({ ...(parentId && { parentId }), asOf: today })),
  )
  const names = new Map(now.flat().map(({ id, name }) => [id, name]))
  return Object.fromEntries(
    rows.flatMap(({ unit: { id, name } }) =>
      names.get(id) === name ? [] : [[id, names.has(id) ? ('renamed' as const) : ('new' as const)]],
    ),
  )
}

/** What was decided of a unit: its quotas as of a day, and what it was and will be called. */
export async function standingOf(client: Client, unitId: string, asOf: PlainDate) {
  const [quotas, versions] = await Promise.all([
    client.directory.listQuotas({ unitId, asOf }),
    client.directory.listUnitVersions({ id: unitId }),
  ])
  return { quotas, versions }
}

/** Where the area of a unit lies among those beside it; undefined of a unit without an area. */
export async function groundOf({ directory }: Client, { areaCode }: Unit, asOf: PlainDate) {
  if (areaCode === null) return undefined
  const { features } = await directory.getBoundaries({ around: areaCode, asOf })
  const own = features.find(({ id }) => id === areaCode)
  return {
    known: own?.properties,
    drawn: drawShapes(own === undefined ? [] : features, { width: 640, height: 360 }),
    shapes: features.map(({ id, properties: { name } }) => ({ id, name })),
  }
}

export type Ground = NonNullable<Awaited<ReturnType<typeof groundOf>>>
