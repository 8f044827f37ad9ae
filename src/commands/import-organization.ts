import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { WrongCall } from '#values/wrong-call.ts'
import type { Database } from '#kernel/database/connect.ts'
import type { Context } from '#kernel/operations/context.ts'
import { carryOut } from '#engines/directory/import/carry-out.ts'
import { countStates } from '#engines/directory/import/compare.ts'
import { getImport, keepImport, outcomesOf, type KeptOutcome } from '#engines/directory/import/organization-import.ts'
import { readImportFile } from '#engines/directory/import/read-file.ts'
import { takeBack } from '#engines/directory/import/take-back.ts'
import { importedAccounts } from '#engines/identity/index.ts'
import { followers } from '#engines/index.ts'
import { asPlatform } from './as-platform.ts'

const later = { followers, accounts: importedAccounts }

export interface BroughtOrganization {
  readonly id: string
  readonly status: string
  readonly counts: Readonly<Record<string, number>>
  readonly aside: readonly KeptOutcome[]
}

/** Whether a call means a spreadsheet, or an import of one, and not a declaration in JSON. */
export const isSpreadsheetCall = (args: readonly string[]): boolean =>
  args.some((arg) => arg === '--undo' || /\.(xlsx|csv|txt)$/i.test(arg))

/** Reads how it was called: a file to preview, or to carry out at once, or an import to take back. */
export function readSpreadsheetCall(args: readonly string[]): (db: Database) => Promise<BroughtOrganization> {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { execute: { type: 'boolean' }, undo: { type: 'string' } },
  })
  const [file, ...more] = positionals
  const { execute = false, undo } = values
  if (more.length > 0 || (file === undefined) === (undo === undefined) || (undo !== undefined && execute))
    throw new WrongCall('which spreadsheet, or which import to take back? See --help')
  return (db) =>
    asPlatform(db, 'import', 'import.organization', async (ctx) => {
      if (undo !== undefined) await takeBack(ctx, undo, later)
      const id = undo ?? (await keep(ctx, file as string))
      if (execute) await carryOut(ctx, id, (await look(ctx, id)).seen, later)
      const { outcomes, status } = await look(ctx, id)
      return { id, status, counts: countStates(outcomes), aside: outcomes.filter(({ state }) => state === 'aside') }
    })
}

async function keep(ctx: Context, file: string): Promise<string> {
  const content = readImportFile(file, await readFile(file))
  return keepImport(ctx, basename(file), content, later)
}

async function look(ctx: Context, id: string) {
  const whole = await getImport(ctx, id)
  return { status: whole.status, ...(await outcomesOf(ctx, whole, later)) }
}
