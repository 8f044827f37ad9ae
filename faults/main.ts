import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { buildPages, isBuilt } from '#commands/load-pages.ts'
import type { Fault } from './fault.ts'
import { faultNames, settings } from './settings.ts'
import { writeReport } from './report.ts'
import { drawTimeline } from './timeline.ts'
import { makeTemplate } from './template.ts'
import { trySetting, type Tried } from './try-fault.ts'

const { values, positionals } = parseArgs({
  options: { out: { type: 'string' }, report: { type: 'boolean' } },
  allowPositionals: true,
})
const isAsked = ({ name }: Fault) => positionals.length === 0 || positionals.some((asked) => name.startsWith(asked))
const unknown = positionals.filter((asked) => !faultNames.some((name) => name.startsWith(asked)))
if (unknown.length > 0) {
  console.error(`no such fault: ${unknown.join(', ')}; there are ${faultNames.join(', ')}`)
  process.exit(2)
}
const { out } = values
if (out !== undefined) mkdirSync(out, { recursive: true })
if (!isBuilt()) await buildPages()
const template = await makeTemplate()
const tried: Tried[] = []
const machine = `${cpus()[0]?.model ?? 'unknown'}, ${availableParallelism()} cores`
const tell = (one: Tried) => {
  tried.push(one)
  const back = one.backSeconds === undefined ? 'never back' : `back in ${one.backSeconds.toFixed(1)} s`
  console.log(
    `${one.passed ? 'ok  ' : 'FAIL'} ${one.name.padEnd(34)} ${one.receipts} receipts, ${back} (at most ${one.backWithin})`,
  )
  if (one.isControl || !one.passed) for (const finding of one.findings.slice(0, 5)) console.log(`     ${finding}`)
  // After each: what was seen stays when a later one ends the run.
  if (out === undefined) return
  writeFileSync(join(out, 'faults.json'), `${JSON.stringify({ machine, tried }, undefined, 1)}\n`)
  writeFileSync(join(out, 'faults.svg'), drawTimeline(tried))
}
try {
  for (const setting of settings) {
    const faults = setting.faults.filter(isAsked)
    if (faults.length > 0 && setting.lacks !== undefined)
      console.log(`not tried, for want of ${setting.lacks}: ${faults.map(({ name }) => name).join(', ')}`)
    else if (faults.length > 0) await trySetting({ ...setting, faults }, template, out, tell)
  }
  if (values.report) writeReport(machine, tried)
} finally {
  rmSync(template.directory, { recursive: true, force: true })
}
process.exit(tried.every(({ passed }) => passed) ? 0 : 1)
