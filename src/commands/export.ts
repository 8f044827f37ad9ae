import { parseArgs } from 'node:util'
import { WrongCall } from '#values/wrong-call.ts'
import { connect, workingRole } from '#kernel/database/connect.ts'
import { rows, sql } from '#kernel/database/query.ts'
import { readConfig } from '#kernel/config.ts'
import { createLog } from '#kernel/log.ts'
import { longAgo } from '#engines/directory/index.ts'
import { systems } from '#systems/index.ts'
import type { Command } from './command.ts'
import { openDatabase } from './open-database.ts'

type Line = { line: unknown }

/**
 * What can be taken out, one JSON line a row, each as `import` takes it back. Personal data is not among it: dossiers leave through the
 * operation that audits them.
 */
const exports = {
  // Announced ones too: whoever brought today's back alone would take back what was announced.
  procedures: sql<Line>`select v.declaration as line from services.procedure p join services.procedure_version v on v.id = p.version_id
    where p.valid_to is null or p.valid_to > (now() at time zone 'Asia/Ho_Chi_Minh')::date order by p.code, p.valid_from`,
  organization: sql<Line>`select json_build_object('id', ${systems.organization.id}::text, 'name', ${systems.organization.name}::text,
      'areas', (select json_agg(json_strip_nulls(json_build_object('code', a.code, 'tier', a.tier, 'name', a.name, 'parent', a.parent_code,
          'from', nullif(a.valid_from, ${longAgo}), 'to', a.valid_to)) order by a.code, a.valid_from) from directory.area a),
      'units', (select json_agg(json_strip_nulls(json_build_object('code', u.code, 'kind', v.kind, 'name', v.name, 'shortName', v.short_name,
          'tier', v.tier, 'parent', parent.code, 'area', v.area_code, 'organCode', v.organ_code, 'address', v.address, 'phone', v.phone,
          'from', nullif(v.valid_from, ${longAgo}), 'to', v.valid_to)) order by u.code, v.valid_from)
        from directory.unit_version v join directory.unit u on u.id = v.unit_id left join directory.unit parent on parent.id = v.parent_id)
    ) as line`,
} as const

export const exportCommand: Command = {
  name: 'export',
  summary: 'Kết xuất khai báo thành JSON. Exports declarations as JSON lines.',
  usage: ['export procedures|organization [--json]'],
  async run(args, out) {
    const [what, ...more] = parseArgs({ args: [...args], allowPositionals: true }).positionals
    if (what === undefined || more.length > 0 || !Object.hasOwn(exports, what))
      throw new WrongCall('what to export? See --help')
    const database = await openDatabase(readConfig(process.env), createLog('silent'))
    const connection = connect(database.url, { size: 1, role: workingRole, name: 'lien-thong export' })
    try {
      const found = (await rows(connection.db, exports[what as keyof typeof exports])).map((row) => row.line)
      out.say(
        found,
        found.map((line) => JSON.stringify(line)),
      )
      return 0
    } finally {
      await connection.close()
      await database.close()
    }
  },
}
