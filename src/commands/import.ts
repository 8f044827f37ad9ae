import { readFile } from 'node:fs/promises'
import { userInfo } from 'node:os'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { WrongCall } from '#values/wrong-call.ts'
import { connect, workingRole, type Queries } from '#kernel/database/connect.ts'
import { readConfig } from '#kernel/config.ts'
import { createLog } from '#kernel/log.ts'
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
import { makeAdministrator } from './make-administrator.ts'
import { openDatabase } from './open-database.ts'

export const importCommand: Command = {
  name: 'import',
  summary: 'Nhập khai báo từ tệp JSON. Imports declarations from a JSON file.',
  usage: [
    'import procedures FILE [--json]     procedures in the platform’s own grammar, an array or one a line; changed ones become new versions, each from its day',
    'import organization FILE [--json]   areas and units; what is there already stays as it is',
    'import administrator LOGIN "NAME" UNIT [--json]   the first administrator; says a password for one use',
  ],
  async run(args, out) {
    const [what, file, ...more] = parseArgs({ args: [...args], allowPositionals: true }).positionals
    if (what === 'administrator') return importAdministrator([file, ...more], out)
    if ((what !== 'procedures' && what !== 'organization') || file === undefined || more.length > 0)
      throw new WrongCall('what to import, and from which file? See --help')
    const given = readJson(await readFile(file, 'utf8'))
    const database = await openDatabase(readConfig(process.env), createLog('silent'))
    const connection = connect(database.url, { size: 1, role: workingRole, name: 'lien-thong import' })
    try {
      const done = await connection.db.transaction(async (tx) => {
        const brought = what === 'procedures' ? await importProcedures(tx, given.flat()) : await importUnits(tx, given)
        await recordImport(tx, what, brought)
        return brought
      })
      out.say(done, [JSON.stringify(done)])
      return 0
    } finally {
      await connection.close()
      await database.close()
    }
  },
}

const Administrator = z.tuple([Login, z.string().min(1), z.string().min(1)])

async function importAdministrator(args: readonly (string | undefined)[], out: Output): Promise<number> {
  const given = Administrator.safeParse(args)
  if (!given.success) throw new WrongCall('called as: import administrator LOGIN "NAME" UNIT')
  const [login, name, unit] = given.data
  const database = await openDatabase(readConfig(process.env), createLog('silent'))
  const connection = connect(database.url, { size: 1, role: workingRole, name: 'lien-thong import' })
  try {
    const made = await makeAdministrator(connection.db, { login, name, unit }, new Date())
    out.say(made, [
      `${made.login}: ${made.password}`,
      'Đổi mật khẩu này ở lần đăng nhập đầu. Change it at the first sign-in.',
    ])
    return 0
  } finally {
    await connection.close()
    await database.close()
  }
}

/** What could not be carried to an end is not published: nobody would hear of it before applications stand still. */
async function importProcedures(tx: Queries, given: unknown[]): Promise<{ published: string[] }> {
  const procedures = parsed(z.array(Procedure), given)
  const declared = { ...systems, organization: await readOrganization(tx, systems.organization) }
  const findings = procedures.flatMap((procedure) =>
    checkProcedure(procedure, declared).map(({ path, words }) => `${procedure.code} ${path}: ${words.vi}`),
  )
  if (findings.length > 0) throw new Error(['nothing was brought in', ...findings].join('\n'))
  return { published: await publishProcedures(tx, procedures, new Date(), 'imported') }
}

async function importUnits(tx: Queries, given: unknown[]): Promise<{ areas: number; units: number }> {
  const organization = expandOrganization(parsed(z.tuple([Organization]), given)[0])
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
    if (lines.length < 2 || !lines[0]!.trimEnd().endsWith('}')) throw error
    return lines.map((line) => JSON.parse(line) as unknown)
  }
}

function parsed<Schema extends z.ZodType>(schema: Schema, given: unknown): z.output<Schema> {
  const read = schema.safeParse(given)
  if (!read.success) throw new Error(z.prettifyError(read.error))
  return read.data
}
