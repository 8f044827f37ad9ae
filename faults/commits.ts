import { setTimeout as pause } from 'node:timers/promises'
import type { Fault, Setting } from './fault.ts'
import type { Cut } from './line.ts'

const longestMs = 60_000

/** The line breaks at the COMMIT of so many filings. */
const cutAt =
  (how: Cut, times: number): Fault['run'] =>
  async (scene) => {
    const cut = scene.line.cut(how, times)
    const isDone = await scene.during(() => Promise.race([cut.then(() => true), pause(longestMs, false)]))
    return isDone ? [] : ['nobody filed while the line was to break']
  }

const backWithin = 10

/** The connection to the database breaks before, in and after COMMIT. */
export const commits: Setting = {
  byLine: true,
  faults: [
    { name: 'cut-before-commit', backWithin, run: cutAt('before', 3) },
    { name: 'cut-in-commit', backWithin, run: cutAt('sent', 3) },
    { name: 'cut-before-its-answer', backWithin, run: cutAt('committed', 3) },
    { name: 'cut-after-its-answer', backWithin, run: cutAt('heard', 3) },
  ],
}

/** Without the key what was done is done again: the draft knows its dossier, so there is no second one, but a second entry in the trail. */
export const commitsWithoutKeys: Setting = {
  byLine: true,
  faults: [
    {
      name: 'control-no-idempotency-key',
      backWithin,
      keepsKeys: false,
      run: cutAt('committed', 3),
      control: /audited is 2/,
    },
  ],
}

/** As if the citizen were answered before COMMIT: the database forgets, and everybody is told that it is done. */
export const commitsThatLie: Setting = {
  byLine: true,
  faults: [
    {
      name: 'control-answered-before-commit',
      backWithin,
      run: cutAt('lied', 2),
      control: /was acknowledged and is gone/,
    },
  ],
}
