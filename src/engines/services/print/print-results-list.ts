import type { Context } from '#kernel/operations/context.ts'
import { Problem } from '#values/errors.ts'
import { dateAt, type PlainDate } from '#values/plain-date.ts'
import { servicesProblems } from '../contract/problems.ts'
import { listDue, type DueResult } from '../counter/results-due.ts'
import type { ServicesParts } from '../parts.ts'
import { printForm } from './print-form.ts'
import { letterheadOf, pdfFile } from './sheet.ts'

const mostRows = 1000

/** The list of a day that lies at the counter where results are handed out, as PDF. */
export async function printResultsDue(
  ctx: Context,
  parts: ServicesParts,
  { day, counterId }: { readonly day: PlainDate; readonly counterId?: string | undefined },
): Promise<File> {
  const { counter, page } = await listDue(ctx, { day, counterId, limit: mostRows })
  if (page.next !== undefined) throw new Problem('bookTooLong', servicesProblems.bookTooLong)
  const now = ctx.now()
  const bytes = await printForm(parts.printer, 'results-list', {
    letterhead: await letterheadOf(ctx, parts, counter.id, dateAt(now)),
    counter: counter.name,
    day,
    rows: page.rows.map((row) => ({
      dossierCode: row.code,
      applicant: row.applicantName,
      procedure: row.procedureName,
      promisedAt: row.promised,
      state: stateOf(row),
      isLate: !row.isReady && row.promised < now,
    })),
    recorder: { name: ctx.actor.name },
  })
  return pdfFile(bytes, `tra-ket-qua-${day}.pdf`)
}

function stateOf({ isReady, status, step, unitName }: DueResult): string {
  if (isReady) return 'Có kết quả'
  if (status === 'waiting-applicant') return 'Chờ người nộp bổ sung'
  return [step?.vi, unitName].filter(Boolean).join(', ') || 'Đang giải quyết'
}
