import { setTimeout as pause } from 'node:timers/promises'
import type { Fault, Setting } from './fault.ts'

/** The machine loses its power: every process at once, and all that its disk was not told to keep. */
const losePower: Fault['run'] = async (scene) => {
  for (let times = 0; times < 2; times += 1) {
    await scene.load.goOn(2)
    await pause(500)
    await scene.during(async () => {
      // From a disk that is gone nobody reads who runs on it.
      const on = scene.powerOff()
      scene.disk('data').fail()
      await scene.disk('data').mend()
      on()
    })
  }
}

const disks = { data: 900 } as const

/** Power is lost under load. Whoever does not wait for the disk would lose receipts: then the same must find it. */
export const power: readonly Setting[] = [
  { disks, faults: [{ name: 'power-lost', backWithin: 30, run: losePower }] },
  {
    disks,
    isLasting: false,
    faults: [{ name: 'control-no-fsync-of-the-database', backWithin: 30, run: losePower, control: /is gone/ }],
  },
]
