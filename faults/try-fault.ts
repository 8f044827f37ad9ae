import { cpSync, existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Asked } from '#commands/testing/filing-load.ts'
import { findLosses } from '#commands/testing/find-losses.ts'
import { verifyTrail } from '#engines/audit/verify-trail.ts'
import { connect } from '#kernel/database/connect.ts'
import type { Fault, Setting } from './fault.ts'
import { openScene, type Scene } from './scene.ts'
import { makeFolder, type Template } from './template.ts'

/** What came of one fault. Times are milliseconds since clients began. */
export interface Tried {
  readonly name: string
  readonly isControl: boolean
  readonly passed: boolean
  readonly receipts: number
  /** From the end of the last break to the next dossier filed, in seconds; absent = never. */
  readonly backSeconds?: number
  readonly backWithin: number
  readonly findings: readonly string[]
  readonly broken: readonly { readonly from: number; readonly to: number }[]
  readonly asked: readonly Pick<Asked, 'begun' | 'ended' | 'status'>[]
}

/** Tries what is broken in one installation, one after the other. Logs of one that fails are left in `keep`. */
export async function trySetting(
  { faults, ...setting }: Setting,
  template: Template,
  keep: string | undefined,
  tell: (tried: Tried) => void,
): Promise<void> {
  const folder = makeFolder('run')
  const scene = await openScene({ faults, ...setting }, template, folder)
  const keepLogs = (name: string) => {
    if (keep !== undefined) copyLogs(folder, join(keep, name))
  }
  try {
    for (const fault of faults) {
      scene.startLoad(fault)
      const tried = await tryFault(fault, scene).catch((error: unknown) => {
        keepLogs(fault.name)
        throw error
      })
      if (!tried.passed) keepLogs(fault.name)
      tell(tried)
    }
  } finally {
    await scene.close()
  }
}

/** Breaks it under load and looks at everything that was promised. */
async function tryFault(fault: Fault, scene: Scene): Promise<Tried> {
  const { load, began } = scene
  await load.goOn(3)
  const findings = [...((await fault.run(scene)) ?? [])]
  const mended = scene.broken.at(-1)?.to ?? began
  const back = await load.filedAfter(mended, fault.backWithin * 3000)
  const backSeconds = back === undefined ? undefined : (back - mended) / 1000
  if (backSeconds === undefined) findings.push('the service did not come back')
  else if (backSeconds > fault.backWithin) findings.push(`back after ${backSeconds.toFixed(1)} s only`)
  // Recovered is not enough: work goes on.
  if (backSeconds !== undefined) await load.goOn(4)
  await load.stop()
  findings.push(...load.refusals.map((one) => `refused: ${one}`), ...(await look(scene, fault)))
  const { control } = fault
  return {
    name: fault.name,
    isControl: control !== undefined,
    passed: control === undefined ? findings.length === 0 : findings.some((one) => control.test(one)),
    receipts: load.receipts.length,
    ...(backSeconds !== undefined && { backSeconds }),
    backWithin: fault.backWithin,
    findings,
    broken: scene.broken.map(({ from, to }) => ({ from: from - began, to: to - began })),
    asked: load.asked.map(({ begun, ended, status }) => ({ begun: begun - began, ended: ended - began, status })),
  }
}

async function look(scene: Scene, { control }: Fault): Promise<string[]> {
  const { load, since, url, dataDirectory } = scene
  const client = await scene.connect()
  const trail = connect(scene.databaseUrl(), { size: 1, name: 'faults' })
  try {
    const losses = await findLosses({
      client,
      receipts: load.receipts,
      since,
      url,
      files: join(dataDirectory, 'files'),
      ...(control && { settleMs: 3000 }),
    })
    const { ok, findings } = await verifyTrail(trail.db)
    return ok ? losses : [...losses, ...findings.map((one) => `the audit trail: ${JSON.stringify(one)}`)]
  } finally {
    await client.end()
    await trail.close()
  }
}

function copyLogs(folder: string, kept: string) {
  mkdirSync(kept, { recursive: true })
  for (const name of ['serve.log', 'work.log', 'data/postgres/postgres.log'])
    if (existsSync(join(folder, name))) cpSync(join(folder, name), join(kept, name.replaceAll('/', '-')))
}
