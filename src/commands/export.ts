import { parseArgs } from 'node:util'
import { WrongCall } from '#values/wrong-call.ts'
import type { Queries } from '#kernel/database/connect.ts'
import { rows, sql } from '#kernel/database/query.ts'
import { readOrganization } from '#engines/directory/index.ts'
import { systems } from '#systems/index.ts'
import type { Command } from './command.ts'
import { withDatabase } from './with-database.ts'

/**
 * What can be taken out, one JSON line a row, each as `import` takes it back. Personal data is not among it: dossiers leave through the
 * operation that audits them.
 */
const exports = {
  // Announced ones too: whoever brought today's back alone would take back what was announced.
  procedures: (tx: Queries) =>
    rows(
      tx,
      sql<{
        line: unknown
      }>`select v.declaration as line from services.procedure p join services.procedure_version v on v.id = p.version_id
        where p.valid_to is null or p.valid_to > (now() at time zone 'Asia/Ho_Chi_Minh')::date order by p.code, p.valid_from`,
    ).then((found) => found.map(({ line }) => line)),
  organization: async (tx: Queries) => [await readOrganization(tx, systems.organization)],
} as const

export const exportCommand: Command = {
  name: 'export',
  summary: 'Kết xuất khai báo thành JSON. Exports declarations as JSON lines.',
  usage: ['export procedures|organization [--json]'],
  async run(args, out) {
    const [what, ...more] = parseArgs({ args: [...args], allowPositionals: true }).positionals
    if (what === undefined || more.length > 0 || !Object.hasOwn(exports, what))
      throw new WrongCall('what to export? See --help')
    const found: unknown[] = await withDatabase('export', exports[what as keyof typeof exports])
    out.say(
      found,
      found.map((line) => JSON.stringify(line)),
    )
    return 0
  },
}
