import { rows, sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import { dateAt } from '#values/plain-date.ts'
import { csvFile } from '#values/csv.ts'
import { say, type Words } from '#values/words.ts'
import { dossierAccess, maySee } from '../dossier/dossier-access.ts'
import type { Dossier } from '../dossier/dossier.ts'
import { wayWords } from './access-words.ts'
import { getDossierInReach } from './in-reach.ts'
import { whoSees } from './who-sees.ts'

interface Asked {
  readonly dossier: string
  readonly at?: string | undefined
}

/** Who sees a dossier at a moment by every way there is: officials by post, delegation and request, and who filed it. */
export async function listReaders(ctx: Context, { dossier: code, at }: Asked) {
  const dossier = await getDossierInReach(ctx, code)
  const asOf = at === undefined ? undefined : new Date(at)
  const found = await whoSees(ctx.tx, dossier.id, asOf ?? ctx.now(), { everyone: true, ...(asOf && { asOf }) })
  ctx.note({ objectType: 'dossier', objectId: dossier.id, facts: { code, at, readers: found.length } })
  return {
    code,
    readers: found.map((one) => ({ ...one, words: wayWords[one.by] })),
    applicants: await applicantsOf(ctx, dossier),
  }
}

/** Whoever explains rights learns how many filed it; their names only if they may open the dossier themselves. */
const applicantsOf = (ctx: Context, dossier: Dossier) =>
  rows(
    ctx.tx,
    sql<{ name: string | null; words: Words }>`
      select case when ${maySee(dossierAccess(ctx))} then filed.name end as name, filed.words
      from services.dossier d cross join lateral (
        select d.applicant_name as name, 0 as place, '{"vi":"Người nộp","en":"Applicant"}'::jsonb as words
        union all
        select person.full_name, 1, '{"vi":"Người nộp thay","en":"Filed for the applicant"}' from directory.person
        where person.id = d.submitter_id and d.submitter_id <> d.applicant_id
        union all
        select co.name, 2, '{"vi":"Cùng đứng tên","en":"Filed together"}' from services.dossier_co_applicant co where co.dossier_id = d.id
      ) filed
      where d.id = ${dossier.id} order by filed.place, filed.name`,
  )

const heads: readonly Words[] = [
  { vi: 'Họ tên', en: 'Name' },
  { vi: 'Vị trí', en: 'Post' },
  { vi: 'Đơn vị', en: 'Unit' },
  { vi: 'Vì sao', en: 'Why' },
  { vi: 'Thay ai', en: 'For whom' },
  { vi: 'Đến khi', en: 'Until' },
  { vi: 'Đang xử lý', en: 'Works on it' },
]

const working: Words = { vi: 'có', en: 'yes' }

/** The same as CSV (RFC 4180), in the words of who reads it. */
export async function exportReaders(ctx: Context, asked: Asked): Promise<Blob> {
  const t = (words: Words) => say(words, ctx.language)
  const { code, readers, applicants } = await listReaders(ctx, asked)
  const lines = [
    heads.map(t),
    ...readers.map((one) => [
      one.name,
      one.title,
      one.unitName,
      t(one.words),
      one.fromName ?? '',
      one.until ?? '',
      one.works ? t(working) : '',
    ]),
    ...applicants.map((one) => [one.name ?? '', '', '', t(one.words), '', '', '']),
  ]
  const day = dateAt(asked.at === undefined ? ctx.now() : new Date(asked.at))
  return csvFile(`nguoi-xem-${code}-${day}.csv`, lines)
}
