import { setTimeout as pause } from 'node:timers/promises'
import type { Fault, Setting } from './fault.ts'
import type { Scene } from './scene.ts'

/** Stands still (SIGSTOP) for so long, and goes on as if nothing had been. */
const stand = async (scene: Scene, pids: readonly number[], seconds: number) => {
  await scene.during(async () => {
    for (const pid of pids) process.kill(pid, 'SIGSTOP')
    await pause(seconds * 1000)
    for (const pid of pids) process.kill(pid, 'SIGCONT')
  })
}

/** Nobody waits longer than this for an answer that does not come, in milliseconds: 35 s of silence, and the pool before it. */
const longestWaitMs = 45_000

const waitedTooLong = (scene: Scene): string[] =>
  scene.load.asked.some(({ begun, ended }) => ended - begun > longestWaitMs) ? ['somebody waited for ever'] : []

const faults: readonly Fault[] = [
  { name: 'serve-stands', backWithin: 10, run: (scene) => stand(scene, [scene.serve.pid], 40) },
  { name: 'work-stands', backWithin: 5, run: (scene) => stand(scene, [scene.work.pid], 40) },
  {
    // Longer than a statement and a silence may last.
    name: 'postgres-stands',
    backWithin: 15,
    async run(scene) {
      await stand(scene, scene.postgres(), 40)
      return waitedTooLong(scene)
    },
  },
]

/** Processes that stand still for longer than anybody waits. */
export const stops: Setting = { faults }

/** The line to the database goes silent: nobody is told, and nobody may wait for ever. Later lines are whole. */
export const silence: Setting = {
  byLine: true,
  faults: [
    {
      name: 'line-silent',
      backWithin: 45,
      async run(scene) {
        await scene.during(async () => {
          scene.line.silence()
          await pause(2000)
          scene.line.resume()
        })
        return waitedTooLong(scene)
      },
    },
  ],
}
