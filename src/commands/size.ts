import { WrongCall } from '#values/wrong-call.ts'
import { readConfig } from '#kernel/config.ts'
import { readSize } from '#engines/operations/index.ts'
import type { Command } from './command.ts'
import { withDatabase } from './with-database.ts'

/** So many tables are shown to people; JSON has all. */
const shown = 25

export const sizeCommand: Command = {
  name: 'size',
  summary: 'Dung lượng theo bảng, theo hồ sơ, còn đủ mấy năm. What the database weighs, by table and by dossier.',
  usage: ['size [--json]', '', 'Sizes are in bytes, with indexes. Files that people sent lie outside of the database.'],
  async run(args, out) {
    if (args.length > 0) throw new WrongCall('see --help')
    const { dataDirectory } = readConfig(process.env)
    const size = await withDatabase('size', (db) => readSize(db, dataDirectory, new Date()))
    out.say(size, [
      ...size.tables
        .slice(0, shown)
        .map(
          ({ table, rows, dataBytes, indexBytes, bytes }) =>
            `${table.padEnd(36)} ${String(rows).padStart(10)} dòng ${mib(dataBytes)} + chỉ mục ${mib(indexBytes)} = ${mib(bytes)}`,
        ),
      '',
      `Tất cả ${mib(size.bytes)}, ${size.dossiers} hồ sơ: ${size.bytesPerDossier ?? '-'} byte một hồ sơ. All, per dossier.`,
      `Một năm ${size.dossiersAYear} hồ sơ, ${mib(size.bytesAYear)}; còn đủ ${size.yearsLeft?.toFixed(1) ?? '-'} năm. Years left.`,
    ])
    return 0
  },
}

const mib = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(1).padStart(9)} MiB`
