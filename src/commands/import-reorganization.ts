import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { declared } from '#values/declared.ts'
import { addDays, isPlainDate } from '#values/plain-date.ts'
import { WrongCall } from '#values/wrong-call.ts'
import type { Queries } from '#kernel/database/connect.ts'
import { system } from '#kernel/operations/actor.ts'
import { readAreaTable, ReorganizationPlan, type Unread } from '#engines/directory/contract.ts'
import { savePlan, searchAreas } from '#engines/directory/index.ts'

export interface BroughtPlan {
  readonly id: string
  readonly areas: number
  readonly unread: readonly Unread[]
}

/** Reads how it was called: a plan as JSON, or a table of areas with the title, document and day that it lacks. */
export function readPlanCall(args: readonly string[]): (tx: Queries) => Promise<BroughtPlan> {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { effective: { type: 'string' }, title: { type: 'string' }, document: { type: 'string' } },
  })
  const [file, ...more] = positionals
  const { effective, title, document } = values
  if (file === undefined || more.length > 0) throw new WrongCall('which file holds the plan? See --help')
  if (file.endsWith('.json'))
    return async (tx) =>
      save(tx, declared(ReorganizationPlan, JSON.parse(await readFile(file, 'utf8')) as unknown, file), [])
  if (effective === undefined || !isPlainDate(effective) || title === undefined || document === undefined)
    throw new WrongCall('a table needs --effective YYYY-MM-DD, --title and --document beside it')
  return async (tx) => {
    const known = await searchAreas(tx, {}, addDays(effective, -1))
    const table = readAreaTable(await readFile(file, 'utf8'), new Map(known.map((area) => [area.code, area])))
    const { areas, openedAreas } = table
    const plan = { title, document, effectiveOn: effective, areas, openedAreas }
    return save(tx, declared(ReorganizationPlan, plan, file), table.unread)
  }
}

/** A draft only: it is looked at and scheduled on screen. */
const save = async (tx: Queries, plan: ReorganizationPlan, unread: readonly Unread[]): Promise<BroughtPlan> => ({
  id: await savePlan(tx, { plan, by: system.account, at: new Date() }),
  areas: plan.areas.length,
  unread,
})
