import type { UnitTree } from '#engines/directory/index.ts'
import type { Calendar } from './declare.ts'
import { calendarOfOffice, type OwnHours } from './office-hours.ts'
import { workingTimeOf, type WorkingTime } from './working-time.ts'

/** The working time of each unit: by its own office hours, or by those of the nearest body above that has its own. */
export interface Offices {
  readonly workingTimeOf: (unitId: string) => WorkingTime
  readonly calendarOf: (unitId: string) => Calendar
}

export interface Office {
  readonly calendar: Calendar
  readonly workingTime: WorkingTime
}

/** Makes the offices of a calendar in a tree of units; units that share all their hours share one counter, whatever the tree. */
export function officesOf(general: Office, declared: readonly OwnHours[]): (tree: UnitTree) => Offices {
  const byUnit = Map.groupBy(declared, ({ unitId }) => unitId)
  const made = new Map<string, Office>([['', general]])
  const inTree = new WeakMap<UnitTree, Offices>()

  function make(upwards: readonly string[]): Office {
    const key = upwards.join(' ')
    const same = made.get(key)
    if (same !== undefined) return same
    const calendar = calendarOfOffice(
      general.calendar,
      upwards.map((unit) => byUnit.get(unit) ?? []),
    )
    const office = { calendar, workingTime: workingTimeOf(calendar) }
    made.set(key, office)
    return office
  }

  function place(tree: UnitTree): Offices {
    const known = new Map<string, Office>()
    function officeOf(unitId: string): Office {
      const found = known.get(unitId) ?? make(upwardsFrom(tree, unitId).filter((unit) => byUnit.has(unit)))
      known.set(unitId, found)
      return found
    }
    return {
      workingTimeOf: (unitId) => officeOf(unitId).workingTime,
      calendarOf: (unitId) => officeOf(unitId).calendar,
    }
  }

  return (tree) => {
    const known = inTree.get(tree)
    if (known !== undefined) return known
    const offices = place(tree)
    inTree.set(tree, offices)
    return offices
  }
}

/** A unit and all above it, nearest first. */
function upwardsFrom(tree: UnitTree, unitId: string): string[] {
  const upwards: string[] = []
  for (let at: string | null | undefined = unitId; at; at = tree.get(at)?.parentId) upwards.push(at)
  return upwards
}
