import { setTimeout as pause } from 'node:timers/promises'
import type { Fault, Setting } from './fault.ts'
import type { PlaceName } from './places.ts'
import type { Scene } from './scene.ts'

const refusals = new Set([503, 507])

/** What was answered since then that says neither "full" nor "try again", and was not done. */
const dishonest = ({ load }: Scene, since: number): string[] => {
  const wrong = load.asked.filter(({ begun, status }) => begun >= since && status >= 500 && !refusals.has(status))
  return [...new Set(wrong.map(({ status }) => `answered ${status}`))]
}

/** Full to the last block for some seconds; the platform must say so, and go on by itself when there is room. */
const full = (place: PlaceName, backWithin: number, meanwhile?: (scene: Scene) => Promise<unknown>): Fault => ({
  name: `${place}-full`,
  backWithin,
  async run(scene) {
    const since = performance.now()
    await scene.during(async () => {
      scene.disk(place).fill()
      await meanwhile?.(scene).catch(() => {})
      await pause(8000)
      scene.disk(place).free()
    })
    const { asked } = scene.load
    const isSaid = asked.some(({ begun, status }) => begun >= since && (refusals.has(status) || status === 0))
    return [...dishonest(scene, since), ...(isSaid ? [] : ['nobody noticed the full disk'])]
  },
})

/** The disk answers EIO for some seconds, loses what was not synced, and is mounted again. */
const failing = (place: PlaceName, backWithin: number): Fault => ({
  name: `${place}-fails`,
  backWithin,
  async run(scene) {
    const since = performance.now()
    // From a disk that fails nobody reads who runs on it.
    const holding = place === 'files' || place === 'uploads' ? [] : scene.postgres()
    await scene.during(async () => {
      scene.disk(place).fail()
      await pause(4000)
      // Whoever repairs a disk stops PostgreSQL, if it has not ended itself.
      holding.forEach(killIfThere)
      await scene.disk(place).mend()
    })
    return dishonest(scene, since)
  },
})

function killIfThere(pid: number) {
  try {
    process.kill(pid, 'SIGKILL')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

/** Not mounted for some seconds: what is written then into the folder below must not be taken for kept. */
const away = (place: PlaceName, backWithin: number): Fault => ({
  name: `${place}-away`,
  backWithin,
  async run(scene) {
    const since = performance.now()
    await scene.during(async () => {
      const bringBack = await scene.disk(place).takeAway()
      await pause(4000)
      bringBack()
    })
    return dishonest(scene, since)
  },
})

/** Fills what is left of the log that was set aside. */
const writeMuch = async (scene: Scene) => {
  const client = await scene.connect()
  try {
    for (let times = 0; times < 12; times += 1) {
      await client.query('select pg_logical_emit_message(false, $1, $2)', ['faults', 'x'.repeat(100_000)])
      await client.query('select pg_switch_wal()')
    }
  } finally {
    await client.end()
  }
}

/** Tables filled beyond what was set aside for them. */
const growTables = async (scene: Scene) => {
  const client = await scene.connect()
  try {
    await client.query(`create table if not exists public.faults (text text)`)
    await client.query(`insert into public.faults select repeat('x', 1000) from generate_series(1, 200000)`)
  } finally {
    await client.end()
  }
}

/** Each place full, then failing; the files' own disk not there. */
export const disks: readonly Setting[] = [
  { disks: { files: 48 }, faults: [full('files', 10), failing('files', 10), away('files', 10)] },
  { disks: { uploads: 160 }, faults: [full('uploads', 10), failing('uploads', 10), away('uploads', 10)] },
  { disks: { log: 320 }, faults: [full('log', 30, writeMuch), failing('log', 30)] },
  { disks: { database: 640 }, faults: [full('database', 30, growTables), failing('database', 30)] },
  { disks: { data: 900 }, faults: [full('data', 30, growTables)] },
]
