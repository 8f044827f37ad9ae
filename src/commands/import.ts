import { readFile } from 'node:fs/promises'
import { userInfo } from 'node:os'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { declared } from '#values/declared.ts'
import { WrongCall } from '#values/wrong-call.ts'
import type { Queries } from '#kernel/database/connect.ts'
import { system } from '#kernel/operations/actor.ts'
import { recordAudit } from '#engines/audit/index.ts'
import { loadAreas, loadUnits, readOrganization } from '#engines/directory/index.ts'
import { Login } from '#engines/identity/contract.ts'
import { Organization } from '#engines/directory/declare.ts'
import { expandOrganization } from '#engines/directory/expand-organization.ts'
import { Procedure } from '#engines/services/declare.ts'
import { publishProcedures } from '#engines/services/index.ts'
import { checkProcedure } from '#engines/services/procedure/check-procedure.ts'
import { systems } from '#systems/index.ts'
import type { Command, Output } from './command.ts'
import { readBoundariesCall } from './import-boundaries.ts'
import { bringCatalogue, isCatalogueFile } from './import-catalogue.ts'
import { isSpreadsheetCall, readSpreadsheetCall } from './import-organization.ts'
import { readPlanCall } from './import-reorganization.ts'
import { makeAdministrator } from './make-administrator.ts'
import { withDatabase } from './with-database.ts'

export const importCommand: Command = {
  name: 'import',
  summary: 'Nhập khai báo từ tệp JSON. Imports declarations from a JSON file.',
  usage: [
    'import procedures FILE [--json]     procedures in the platform’s own grammar, an array or one a line; changed ones become new versions, each from its day',
    'import procedures FILE [--json]     a catalogue of the national database or of the province: kept, compared, quarantined; decided on screen',
    'import organization FILE [--json]   areas and units; what is there already stays as it is',
    'import organization FILE.xlsx|FILE.csv [--execute] [--json]   units, posts and officials from a spreadsheet: says what it would do, and does it',
    'import organization --undo ID [--json]   takes such an import back',
    'import reorganization FILE.json [--json]   the plan of a reorganisation, as a draft',
    'import reorganization FILE.csv --effective YYYY-MM-DD --title TITLE --document NUMBER [--json]   from a table: code2020, code2025, fullName2025, geometryShare',
    'import boundaries FILE.geojson --on YYYY-MM-DD --source TEXT [--licence TEXT] [--execute] [--json]   where areas lie from that day on: says what it would do, and does it',
    'import boundaries --undo ID [--json]   takes such an import back',
    'import administrator LOGIN "NAME" UNIT [--json]   the first administrator; says a password for one use',
  ],
  async run(args, out) {
    if (args[0] === 'reorganization') return importReorganization(args.slice(1), out)
    if (args[0] === 'boundaries') return importBoundaries(args.slice(1), out)
    if (args[0] === 'organization' && isSpreadsheetCall(args)) return importSpreadsheet(args.slice(1), out)
    const [what, file, ...more] = parseArgs({ args: [...args], allowPositionals: true }).positionals
    if (what === 'administrator') return importAdministrator([file, ...more], out)
    if ((what !== 'procedures' && what !== 'organization') || file === undefined || more.length > 0)
      throw new WrongCall('what to import, and from which file? See --help')
    const content = await readFile(file)
    if (what === 'procedures' && isCatalogueFile(content)) return importCatalogue(file, content, out)
    const given = readJson(content.toString())
    const done = await withDatabase('import', (db) =>
      db.transaction(async (tx) => {
        const brought =
          what === 'procedures'
            ? await importProcedures(tx, declared(z.array(Procedure), given.flat(), file))
            : await importUnits(tx, declared(z.tuple([Organization]), given, file)[0])
        await recordImport(tx, what, brought)
        return brought
      }),
    )
    out.say(done, [JSON.stringify(done)])
    return 0
  },
}

async function importSpreadsheet(args: readonly string[], out: Output): Promise<number> {
  const bring = readSpreadsheetCall(args)
  const brought = await withDatabase('import', bring)
  const { id, status, counts, aside } = brought
  out.say(brought, [
    `/quan-tri/to-chuc/nhap/${id} ${status}: ${JSON.stringify(counts)}`,
    ...aside.map(({ sheet, line, says }) => `${sheet} ${line}: ${says.vi} · ${says.en}`),
  ])
  return 0
}

async function importBoundaries(args: readonly string[], out: Output): Promise<number> {
  const bring = readBoundariesCall(args)
  const brought = await withDatabase('import', bring)
  const { id, status, counts, aside } = brought
  out.say(brought, [
    `/quan-tri/to-chuc/ranh-gioi/${id} ${status}: ${JSON.stringify(counts)}`,
    ...aside.map(({ number, code, name, why }) => `${number + 1} ${code ?? ''} ${name ?? ''}: ${why?.vi} · ${why?.en}`),
  ])
  return 0
}

async function importCatalogue(file: string, content: Uint8Array, out: Output): Promise<number> {
  const brought = await withDatabase('import', bringCatalogue(file, content))
  const { id, counts, aside } = brought
  out.say(brought, [
    `/quan-tri/thu-tuc/danh-muc/${id}: ${JSON.stringify(counts)}`,
    ...aside.map(({ number, name, reasons }) => {
      const why = reasons.map(({ vi, en }) => `${vi} · ${en}`).join('; ')
      return `${number} ${name ?? ''}: ${why}`
    }),
  ])
  return 0
}

async function importReorganization(args: readonly string[], out: Output): Promise<number> {
  const bring = readPlanCall(args)
  const brought = await withDatabase('import', (db) =>
    db.transaction(async (tx) => {
      const plan = await bring(tx)
      await recordImport(tx, 'reorganization', { id: plan.id, areas: plan.areas, unread: plan.unread.length })
      return plan
    }),
  )
  out.say(brought, [
    `/quan-tri/sap-xep/${brought.id}: ${brought.areas}`,
    ...brought.unread.map(({ line, text, reason }) => `${line}: ${text}: ${reason.vi} · ${reason.en}`),
  ])
  return 0
}

const Administrator = z.tuple([Login, z.string().min(1), z.string().min(1)])

async function importAdministrator(args: readonly (string | undefined)[], out: Output): Promise<number> {
  const given = Administrator.safeParse(args)
  if (!given.success) throw new WrongCall('called as: import administrator LOGIN "NAME" UNIT')
  const [login, name, unit] = given.data
  const made = await withDatabase('import', (db) => makeAdministrator(db, { login, name, unit }, new Date()))
  out.say(made, [
    `${made.login}: ${made.password}`,
    'Đổi mật khẩu này ở lần đăng nhập đầu. Change it at the first sign-in.',
  ])
  return 0
}

/** What could not be carried to an end is not published: nobody would hear of it before applications stand still. */
async function importProcedures(tx: Queries, procedures: Procedure[]): Promise<{ published: string[] }> {
  const installed = { ...systems, organization: await readOrganization(tx, systems.organization) }
  const findings = procedures.flatMap((procedure) =>
    checkProcedure(procedure, installed).map(({ path, words }) => `${procedure.code} ${path}: ${words.vi}`),
  )
  if (findings.length > 0) throw new Error(['nothing was brought in', ...findings].join('\n'))
  return { published: await publishProcedures(tx, procedures, new Date(), 'imported') }
}

async function importUnits(tx: Queries, given: Organization): Promise<{ areas: number; units: number }> {
  const organization = expandOrganization(given)
  return { areas: await loadAreas(tx, organization.areas), units: await loadUnits(tx, organization.units) }
}

/** What holds for the whole province was changed from a shell: the trail says by whom there. */
const recordImport = (tx: Queries, what: string, brought: object) =>
  recordAudit(tx, {
    call: { actor: system, language: 'vi', requestId: `command:${process.pid}` },
    operation: `import.${what}`,
    kind: 'write',
    outcome: 'done',
    at: new Date(),
    notes: [{ objectType: 'import', objectId: what, facts: { ...brought, operator: userInfo().username } }],
  })

/** One document, or as `export` writes them: one a line. */
function readJson(text: string): unknown[] {
  try {
    return [JSON.parse(text)]
  } catch (error) {
    const lines = text.split('\n').filter((line) => line.trim() !== '')
    if (lines.length < 2 || !lines[0]!.trimEnd().endsWith('}')) throw unreadable(error)
    return lines.map((line, at) => {
      try {
        return JSON.parse(line) as unknown
      } catch (wrong) {
        throw unreadable(wrong, at + 1)
      }
    })
  }
}

/** What is neither of these is empty, cut off in the middle, or no JSON at all. */
const unreadable = (error: unknown, line?: number): Error =>
  new Error(
    `không đọc được: tệp trống, bị cắt giữa chừng hoặc không phải JSON · it is empty, cut off or no JSON${line === undefined ? '' : ` (dòng · line ${line})`}: ${String(error)}`,
  )
