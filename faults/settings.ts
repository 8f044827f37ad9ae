import { commits, commitsThatLie, commitsWithoutKeys } from './commits.ts'
import { disks } from './disks.ts'
import type { Setting } from './fault.ts'
import { kills } from './kills.ts'
import { clocks, memory } from './machine.ts'
import { power } from './power.ts'
import { silence, stops } from './stops.ts'

/** Each is an installation of its own. */
export const settings: readonly Setting[] = [
  kills,
  commits,
  commitsWithoutKeys,
  commitsThatLie,
  ...disks,
  ...power,
  stops,
  silence,
  clocks,
  memory,
]

export const faultNames: readonly string[] = settings.flatMap(({ faults }) => faults.map(({ name }) => name))
