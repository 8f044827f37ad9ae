import type { Context } from '#kernel/operations/context.ts'
import { dateAt } from '#values/plain-date.ts'
import { dossierAccess } from './dossier-access.ts'
import { csvFile } from '#values/csv.ts'
import { say, type Words } from '#values/words.ts'
import type { Outcome } from '#engines/workflow/index.ts'
import { procedureNameFor } from '../procedure/procedure.ts'
import type { Channel, DossierStatus } from './dossier.ts'
import { listDossiers, type ListedDossier } from './dossier-list.ts'

/** More rows than anyone reads in a spreadsheet; larger extracts are the reporting engine's. */
const mostRows = 10_000
const pageSize = 200

const heads: readonly Words[] = [
  { vi: 'Mã hồ sơ', en: 'Code' },
  { vi: 'Thủ tục', en: 'Procedure' },
  { vi: 'Người nộp', en: 'Applicant' },
  { vi: 'Tổ chức', en: 'Organisation' },
  { vi: 'Hình thức', en: 'Filed' },
  { vi: 'Ngày nộp', en: 'Filed on' },
  { vi: 'Hạn trả', en: 'Due' },
  { vi: 'Trạng thái', en: 'State' },
  { vi: 'Đơn vị đang xử lý', en: 'Unit at work' },
]

const cutWords: Words = {
  vi: `Chỉ ghi ${mostRows} hồ sơ đầu; còn nữa`,
  en: `The first ${mostRows} only; there are more`,
}

const channels: Readonly<Record<Channel, Words>> = {
  online: { vi: 'Trực tuyến', en: 'Online' },
  counter: { vi: 'Tại quầy', en: 'At the counter' },
  post: { vi: 'Bưu điện', en: 'By post' },
}

const states: Readonly<Record<Exclude<DossierStatus, 'ended'> | Outcome, Words>> = {
  open: { vi: 'Đang giải quyết', en: 'In progress' },
  'waiting-applicant': { vi: 'Chờ bổ sung', en: 'Waiting for the applicant' },
  paused: { vi: 'Tạm dừng', en: 'Paused' },
  granted: { vi: 'Đã trả kết quả', en: 'Granted' },
  refused: { vi: 'Không được giải quyết', en: 'Refused' },
  rejected: { vi: 'Không tiếp nhận', en: 'Not accepted' },
  withdrawn: { vi: 'Đã rút', en: 'Withdrawn' },
  lapsed: { vi: 'Quá hạn bổ sung', en: 'Not supplemented in time' },
}

const stateOf = ({ status, outcome }: Pick<ListedDossier, 'status' | 'outcome'>): Words =>
  states[status === 'ended' ? (outcome ?? 'granted') : status]

/** The dossiers one may see as CSV (RFC 4180) for a spreadsheet, in the words of who reads it; a cell that could be read as a formula is made text. */
export async function exportDossiers(ctx: Context, view: 'open' | 'all'): Promise<Blob> {
  const t = (words: Words) => say(words, ctx.language)
  const lines = [heads.map(t)]
  const access = dossierAccess(ctx)
  let more = true
  for (let after: string | undefined; more && lines.length <= mostRows;) {
    const page: Awaited<ReturnType<typeof listDossiers>> = await listDossiers(
      ctx.tx,
      access,
      { view, after, limit: pageSize },
      dateAt(ctx.now()),
    )
    for (const row of page.rows) {
      const cells = [
        row.code,
        ctx.language === 'vi' ? row.procedureName : await procedureNameFor(ctx, row.versionId),
        row.applicantName,
        row.enterpriseName ?? '',
        t(channels[row.channel]),
        day(row.filedAt),
        day(row.deadline),
        t(stateOf(row)),
        row.unitName,
      ]
      lines.push(cells)
    }
    after = page.next
    more = after !== undefined
  }
  ctx.note({ objectType: 'dossier-list', objectId: view, facts: { rows: lines.length - 1 } })
  if (more) lines.push([t(cutWords)])
  return csvFile(`ho-so-${dateAt(ctx.now())}.csv`, lines)
}

const day = (at: Date): string => dateAt(at).split('-').reverse().join('/')
