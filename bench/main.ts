import { execFileSync } from 'node:child_process'
import { availableParallelism, cpus, loadavg } from 'node:os'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { measureAdvance } from './advance.ts'
import { measureAuditVerify } from './audit-verify.ts'
import { measureCompletions } from './completions.ts'
import { measureEarlyWarning } from './early-warning.ts'
import { measureExplain } from './explain.ts'
import { measureFirstLoad } from './first-load.ts'
import { measureFormSix } from './form-six.ts'
import { measureInbox } from './inbox.ts'
import { removeDataDirectories } from './installation.ts'
import { showTable, type Row } from './measure.ts'
import { measureMonday } from './monday.ts'
import { measureNationalKilled } from './national-killed.ts'
import { measureNational } from './national.ts'
import { measureOperation } from './operation.ts'
import { measureOverload } from './overload.ts'
import { measurePdf } from './pdf.ts'
import { measureProcedures } from './procedures.ts'
import { measurePortal } from './portal.ts'
import { measureQueueBoard } from './queue-board.ts'
import { measureReorganization } from './reorganization.ts'
import { writeReport, type Measured, type Results } from './report.ts'
import { measureRightsChange } from './rights-change.ts'
import { measureRights } from './rights.ts'
import { measureSearch } from './search.ts'
import { measureSignIn } from './sign-in.ts'
import { isUsualSize, many, showCount } from './size.ts'
import { measureSms } from './sms.ts'
import { measureStart } from './start.ts'
import { measureSubmit } from './submit.ts'

/** The rows, in this order: what needs an empty machine first, what fills the shared database last. */
const families: Readonly<Record<string, () => Row[] | Promise<Row[]>>> = {
  start: measureStart,
  advance: measureAdvance,
  pdf: measurePdf,
  operation: measureOperation,
  'audit-verify': measureAuditVerify,
  portal: measurePortal,
  submit: measureSubmit,
  completions: measureCompletions,
  national: measureNational,
  'national-killed': measureNationalKilled,
  'rights-change': measureRightsChange,
  'sign-in': measureSignIn,
  inbox: measureInbox,
  search: measureSearch,
  monday: measureMonday,
  'first-load': measureFirstLoad,
  procedures: measureProcedures,
  'queue-board': measureQueueBoard,
  reorganization: measureReorganization,
  explain: measureExplain,
  rights: measureRights,
  'form-six': measureFormSix,
  'early-warning': measureEarlyWarning,
  sms: measureSms,
  overload: measureOverload,
}

/** What is measured on a province grown for ten years; on one of another size it stands beside that of the usual one. */
const onGrown: ReadonlySet<string> = new Set(['inbox', 'search', 'monday', 'rights'])
const betweenNameAndSize = ' at '
const keptAs = (name: string): string =>
  onGrown.has(name) && !isUsualSize ? `${name}${betweenNameAndSize}${showCount(many)}` : name

/** As the rows stand in the table of all. */
const inOrder = (found: Readonly<Record<string, Measured>>): Record<string, Measured> =>
  Object.fromEntries(
    Object.keys(families).flatMap((name) =>
      Object.entries(found).filter(([kept]) => kept.split(betweenNameAndSize)[0] === name),
    ),
  )

const file = join(import.meta.dirname, 'results.json')
const asked = process.argv.slice(2).filter((argument) => !argument.startsWith('--'))
const unknown = asked.filter((name) => !Object.hasOwn(families, name))
if (unknown.length > 0) {
  console.error(`no such row: ${unknown.join(', ')}; there are ${Object.keys(families).join(', ')}`)
  process.exit(2)
}

const machine = `${cpus()[0]?.model ?? 'unknown'}, ${availableParallelism()} cores, Node ${process.versions.node}`
const before: Results | undefined = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Results) : undefined
const measured: Record<string, Measured> = { ...before?.families }
const commit = execFileSync('git', ['describe', '--always', '--dirty'], { encoding: 'utf8' }).trim()

process.once('SIGINT', () => void removeDataDirectories().finally(() => process.exit(130)))
try {
  for (const name of asked.length > 0 ? asked : Object.keys(families)) {
    const load = Number((loadavg()[0] ?? 0).toFixed(2))
    console.error(`${name}… (load ${load})`)
    const rows = await (families[name] as () => Promise<Row[]>)()
    measured[keptAs(name)] = { at: new Date().toISOString(), commit, load, rows }
    const results: Results = { machine, families: inOrder(measured) }
    // After each: what was measured stays when a later one fails.
    writeFileSync(file, `${JSON.stringify(results, undefined, 2)}\n`)
    if (process.argv.includes('--report')) writeReport(results)
  }
} finally {
  await removeDataDirectories()
}
const shown = Object.keys(families).flatMap((name) =>
  asked.length > 0 && !asked.includes(name) ? [] : (measured[keptAs(name)]?.rows ?? []),
)
console.log(
  process.argv.includes('--json') ? JSON.stringify(shown, undefined, 2) : `\n${machine}\n\n${showTable(shown)}`,
)
// A figure that is missed is for people to judge; the run itself went well.
process.exit(0)
