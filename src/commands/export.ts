import { parseArgs } from 'node:util'
import { WrongCall } from '#values/wrong-call.ts'
import { rows, sql } from '#kernel/database/query.ts'
import type { Command } from './command.ts'
import { withDatabase } from './with-database.ts'

/** What can be taken out, one JSON line a row. Personal data is not among it: dossiers leave through the operation that audits them. */
const exports = {
  procedures: sql<{
    line: unknown
  }>`select v.declaration as line from services.procedure p join services.procedure_version v on v.id = p.version_id
    where p.valid_from <= (now() at time zone 'Asia/Ho_Chi_Minh')::date and (p.valid_to is null or p.valid_to > (now() at time zone 'Asia/Ho_Chi_Minh')::date) order by p.code`,
  units: sql<{ line: unknown }>`select to_jsonb(v) - 'folded' || jsonb_build_object('code', u.code) as line
    from directory.unit u join directory.unit_version v on v.unit_id = u.id order by u.code, v.valid_from`,
  areas: sql<{
    line: unknown
  }>`select to_jsonb(a) - 'folded' as line from directory.area a order by a.code, a.valid_from`,
} as const

export const exportCommand: Command = {
  name: 'export',
  summary: 'Kết xuất khai báo thành JSON. Exports declarations as JSON lines.',
  usage: ['export procedures|units|areas [--json]'],
  async run(args, out) {
    const [what, ...more] = parseArgs({ args: [...args], allowPositionals: true }).positionals
    if (what === undefined || more.length > 0 || !Object.hasOwn(exports, what))
      throw new WrongCall('what to export? See --help')
    const lines = await withDatabase('export', (db) => rows(db, exports[what as keyof typeof exports]))
    const found = lines.map((row) => row.line)
    out.say(
      found,
      found.map((line) => JSON.stringify(line)),
    )
    return 0
  },
}
