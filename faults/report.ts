import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { drawTimeline } from './timeline.ts'
import type { Tried } from './try-fault.ts'

const docs = join(import.meta.dirname, '..', 'docs')

/** Writes `docs/faults.md` with its picture: what was broken, and what came of it. */
export function writeReport(machine: string, tried: readonly Tried[]): void {
  mkdirSync(join(docs, 'pictures'), { recursive: true })
  writeFileSync(join(docs, 'pictures', 'faults.svg'), drawTimeline(tried))
  const commit = execFileSync('git', ['rev-parse', '--short=8', 'HEAD'], { cwd: docs, encoding: 'utf8' }).trim()
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const text = [
    '# Faults',
    '',
    '<!-- Written by `npm run faults -- --report`; not to be edited. -->',
    '',
    `${new Date().toISOString().slice(0, 10)}, commit ${commit}, on: ${machine}.`,
    '',
    'Citizens file dossiers with a file each, try again as browsers do, and keep their receipts; meanwhile something is broken. Then every receipt is held',
    'against the rows, the files, the messages and the audit trail: nothing acknowledged is missing, nothing was done twice, and the service came back by',
    'itself. Where a guard was taken away (`control`), the same look must find what is lost. What each fault is: `faults/`. To try again: `npm ci`, then',
    '`npm run faults -- --report` as root on Linux (small disks of their own are mounted; `faketime` moves clocks); one alone by its name.',
    '',
    line(['', 'fault', 'receipts', 'back after', 'at most', 'found']),
    line(Array.from({ length: 6 }, () => '---')),
    ...tried.map((one) =>
      line([
        one.passed ? '✓' : '✗',
        one.name,
        String(one.receipts),
        one.backSeconds === undefined ? 'never' : `${one.backSeconds.toFixed(1)} s`,
        `${one.backWithin} s`,
        foundBy(one),
      ]),
    ),
    '',
    '![Requests answered and refused while each fault lasts](pictures/faults.svg)',
    '',
  ]
  writeFileSync(join(docs, 'faults.md'), text.join('\n'))
}

function foundBy({ isControl, findings }: Tried): string {
  if (findings.length === 0) return 'nothing'
  const words = `${findings.length} ${findings.length === 1 ? 'finding' : 'findings'}`
  return isControl ? `${words}, as it must` : words
}
