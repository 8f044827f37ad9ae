import { randomInt } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Fault, Setting } from './fault.ts'
import type { Scene } from './scene.ts'

/** Each kill meets clients that are at work, however busy the machine is. */
async function killUnderLoad(scene: Scene, kill: () => void, times: number) {
  for (let done = 0; done < times; done += 1) {
    await scene.load.goOn(1)
    await pause(randomInt(100, 900))
    // A server process may answer once more after the postmaster is gone.
    for (let waited = 0; scene.postgres().length < 2 && waited < 60_000; waited += 50) await pause(50)
    await scene.during(async () => kill())
  }
}

const kill = (pid: number) => process.kill(pid, 'SIGKILL')

const faults: readonly Fault[] = [
  {
    name: 'serve-killed',
    backWithin: 20,
    run: (scene) => killUnderLoad(scene, () => kill(scene.serve.pid), 2),
  },
  {
    name: 'work-killed',
    backWithin: 5,
    run: (scene) => killUnderLoad(scene, () => kill(scene.work.pid), 3),
  },
  {
    name: 'postmaster-killed',
    backWithin: 15,
    run: (scene) => killUnderLoad(scene, () => kill(scene.postgres()[0] as number), 2),
  },
  {
    name: 'backends-killed',
    backWithin: 15,
    run: (scene) =>
      killUnderLoad(
        scene,
        () => {
          const [, ...children] = scene.postgres()
          kill(children[randomInt(children.length)] as number)
        },
        3,
      ),
  },
  {
    name: 'everything-killed',
    backWithin: 20,
    run: (scene) => killUnderLoad(scene, () => [scene.serve.pid, scene.work.pid, ...scene.postgres()].forEach(kill), 2),
  },
]

/** `kill -9`, at random under load. */
export const kills: Setting = { faults }
