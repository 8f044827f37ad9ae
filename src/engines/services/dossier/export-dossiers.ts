import type { Context } from '#kernel/operations/context.ts'
import { dateAt } from '#values/plain-date.ts'
import { dossierAccess } from './dossier-access.ts'
import { listDossiers } from './dossier-list.ts'

/** More rows than anyone reads in a spreadsheet; larger extracts are the reporting engine's. */
const mostRows = 10_000
const pageSize = 200

const heads = [
  'Mã hồ sơ',
  'Thủ tục',
  'Người nộp',
  'Tổ chức',
  'Hình thức',
  'Ngày nộp',
  'Hạn trả',
  'Trạng thái',
  'Đơn vị đang xử lý',
]

/** The dossiers one may see as CSV (RFC 4180) for a spreadsheet; a cell that could be read as a formula is made text. */
export async function exportDossiers(ctx: Context, view: 'open' | 'all'): Promise<Blob> {
  const lines = [heads.map(csvCell).join(',')]
  const access = dossierAccess(ctx.actor)
  for (let after: string | undefined, more = true; more && lines.length <= mostRows;) {
    const page: Awaited<ReturnType<typeof listDossiers>> = await listDossiers(
      ctx.tx,
      access,
      { view, after, limit: pageSize },
      dateAt(ctx.now()),
    )
    for (const row of page.rows) {
      const cells = [
        row.code,
        row.procedureName,
        row.applicantName,
        row.enterpriseName ?? '',
        row.channel,
        day(row.filedAt),
        day(row.deadline),
        row.status,
        row.unitName,
      ]
      lines.push(cells.map(csvCell).join(','))
    }
    after = page.next
    more = after !== undefined
  }
  ctx.note({ objectType: 'dossier-list', objectId: view, facts: { rows: lines.length - 1 } })
  // The mark tells spreadsheets that this is UTF-8.
  return new File(['\ufeff', lines.join('\r\n'), '\r\n'], `ho-so-${dateAt(ctx.now())}.csv`, {
    type: 'text/csv; charset=utf-8',
  })
}

/** One cell; `= + - @`, tab and return at the start, also behind spaces, would be run as a formula, so a quote mark stands before them (ASVS V1.2.10). */
export function csvCell(text: string): string {
  const safe = /^[\t\r]|^\s*[=+\-@＝＋－＠]/.test(text) ? `'${text}` : text
  return /[",\r\n']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

const day = (at: Date): string => dateAt(at).split('-').reverse().join('/')
