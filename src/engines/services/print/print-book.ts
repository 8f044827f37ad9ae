import { rows, sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import { Problem } from '#values/errors.ts'
import { addDays, dateAt, instantOf, type PlainDate } from '#values/plain-date.ts'
import { nameOfUnit, type Address } from '#engines/directory/index.ts'
import { isResultSent } from '#engines/forms/contract.ts'
import { oneCounterOf } from '../counter/counter.ts'
import { servicesProblems } from '../contract/problems.ts'
import { volumeOf } from '../dossier/book-entry.ts'
import { contactOf } from '../dossier/contact.ts'
import { notUndone } from '../dossier/history.ts'
import { dossierAccess, maySee } from '../dossier/dossier-access.ts'
import type { Procedure } from '../declare.ts'
import type { ServicesParts } from '../parts.ts'
import { procedureVersion } from '../procedure/procedure.ts'
import { printForm } from './print-form.ts'
import { addressLine, letterheadOf, pdfFile } from './sheet.ts'

const mostBookRows = 1000

interface BookRow {
  readonly code: string
  readonly applicantName: string
  readonly versionId: string
  readonly answers: Record<string, unknown>
  readonly personalId: string | null
  readonly phone: string | null
  readonly residence: Address | null
  readonly unitName: string
  readonly receivedAt: Date
  readonly promised: Date | null
  readonly deadline: Date
  readonly finishedAt: Date | null
  readonly deliveredAt: Date | null
  /** What happened to it that the book says, in the order of happening. */
  readonly happened: readonly { readonly kind: string; readonly on: PlainDate }[]
  /** Its number in the book; none of what was received before books were kept here, or at another counter. */
  readonly number: number | null
}

const happenings: Readonly<Record<string, string>> = {
  'supplement-asked': 'Yêu cầu bổ sung',
  apologised: 'Xin lỗi, hẹn lại',
  rejected: 'Từ chối tiếp nhận',
  withdrawn: 'Người nộp rút hồ sơ',
  lapsed: 'Hết hạn bổ sung, dừng giải quyết',
}

const happened = sql`coalesce((select jsonb_agg(jsonb_build_object('kind', e.kind, 'on', (e.at at time zone 'Asia/Ho_Chi_Minh')::date) order by e.at, e.id)
  from services.dossier_event e where e.dossier_id = d.id and e.kind = any(${Object.keys(happenings)}::text[]) and ${notUndone}), '[]')`

/** Ghi chú: what stopped or moved a dossier and when, and whether it was settled too late. */
function noteOf({ happened, finishedAt, deadline }: BookRow): { note?: string } {
  const said = happened.map(({ kind, on }) => `${happenings[kind]} ${on.split('-').reverse().join('/')}`)
  const all = finishedAt !== null && finishedAt > deadline ? [...said, 'Giải quyết quá hạn'] : said
  return all.length === 0 ? {} : { note: all.join('; ').slice(0, 500) }
}

/** The dossier book (Mẫu 06) of the officer's counter for a period, as PDF; at most a thousand rows at once. */
export async function printDossierBook(
  ctx: Context,
  parts: ServicesParts,
  period: { from: PlainDate; to: PlainDate },
  counterId?: string,
): Promise<File> {
  const { id: unitId } = await oneCounterOf(ctx, counterId)
  const found = await rows(
    ctx.tx,
    sql<BookRow>`select d.code, coalesce(d.enterprise_name, d.applicant_name) as applicant_name, d.version_id, d.answers, p.personal_id, p.phone, p.residence, ${nameOfUnit(sql`d.owner_id`, period.to)} as unit_name,
        d.received_at, d.promised, d.deadline, d.finished_at, d.delivered_at, b.number, ${happened} as happened
      from services.dossier d join directory.person p on p.id = d.applicant_id
      left join services.book_entry b on b.dossier_id = d.id and b.unit_id = d.receiver_id
      where d.receiver_id = ${unitId} and d.received_at >= ${instantOf(period.from)} and d.received_at < ${instantOf(addDays(period.to, 1))} and ${maySee(dossierAccess(ctx))}
      order by d.received_at, d.id limit ${mostBookRows + 1}`,
  )
  if (found.length > mostBookRows) throw new Problem('bookTooLong', servicesProblems.bookTooLong)
  ctx.note({ objectType: 'dossier-book', objectId: unitId, facts: { ...period, rows: found.length } })
  const lookups = await parts.lookups.on(ctx.tx, period.to)
  const procedures = await Promise.all(found.map((row) => procedureVersion(ctx.tx, row.versionId)))
  const bytes = await printForm(parts.printer, 'dossier-book', {
    letterhead: await letterheadOf(ctx, parts, unitId, dateAt(ctx.now())),
    volume: volumeOf(period.from.slice(0, 4)),
    from: period.from,
    to: period.to,
    rows: found.map((row, index) => {
      const procedure = procedures[index] as Procedure
      const contact = contactOf(procedure, row.answers, row)
      const address = addressLine(contact, lookups)
      const isSent = procedure.form !== undefined && isResultSent(procedure.form, row.answers)
      return {
        order: row.number === null ? '–' : String(row.number),
        dossierCode: row.code,
        procedure: procedure.name.vi,
        sets: procedure.sets ?? 1,
        applicant: row.applicantName,
        ...(address === '' ? {} : { address }),
        ...(contact.phone === null ? {} : { phone: contact.phone }),
        agency: row.unitName,
        receivedAt: row.receivedAt,
        promisedAt: row.promised ?? row.deadline,
        ...(row.deliveredAt ? { returnedAt: row.deliveredAt } : {}),
        channel: isSent ? 'Bưu điện' : 'Tại quầy',
        ...noteOf(row),
      }
    }),
    recorder: { name: ctx.actor.name },
  })
  return pdfFile(bytes, `so-theo-doi-${period.from}.pdf`)
}
