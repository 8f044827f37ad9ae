import { execFileSync } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Fault, Setting } from './fault.ts'

const library = ['/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu']
  .map((folder) => join(folder, 'faketime', 'libfaketime.so.1'))
  .find((path) => existsSync(path))

/** Told apart from the installation: it is written while the processes run. */
const clock = join(tmpdir(), `lien-thong-faults-clock-${process.pid}`)
const setClock = (shift: string) => writeFileSync(clock, `${shift}\n`)

const jump = (name: string, shift: string): Fault => ({
  name,
  backWithin: 5,
  async run(scene) {
    await scene.during(async () => {
      setClock(shift)
      await scene.load.goOn(3)
      await pause(1000)
      setClock('+0')
    })
  },
})

/** The clock of `serve` and `work` jumps while they run; that of the database stays. Needs the Debian package `faketime`. */
export const clocks: Setting = {
  ...(library !== undefined && {
    environment: {
      LD_PRELOAD: library,
      FAKETIME_TIMESTAMP_FILE: clock,
      FAKETIME_NO_CACHE: '1',
      FAKETIME_DONT_FAKE_MONOTONIC: '1',
    },
  }),
  lacks: library === undefined ? 'the Debian package faketime' : undefined,
  // A day ahead every session has ended: people sign in anew and go on.
  faults: [jump('clock-an-hour-back', '-1h'), jump('clock-a-day-ahead', '+1d')],
}

/** No memory is given to a process any more: it ends at once, in the middle of whatever it does. */
export const memory: Setting = {
  faults: [
    {
      name: 'memory-used-up',
      backWithin: 20,
      async run(scene) {
        const { starts } = scene.serve
        await scene.during(async () => {
          execFileSync('prlimit', ['--pid', String(scene.serve.pid), '--as=1000000'])
          for (let waited = 0; scene.serve.starts === starts && waited < 30_000; waited += 100) await pause(100)
        })
        return scene.serve.starts === starts ? ['the process did not end'] : []
      },
    },
  ],
}
