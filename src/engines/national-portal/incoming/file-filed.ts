import { readBounded } from '#kernel/http/read-bounded.ts'
import { json, rows, run, sql, find } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import { runInBackground } from '#kernel/jobs/run-in-background.ts'
import { Problem } from '#values/errors.ts'
import type { TakeOutsideFile } from '#engines/files/index.ts'
import { fileFromOutside, type LookupSource } from '#engines/services/index.ts'
import type { NationalForm } from '../declare.ts'
import { wantTold } from '../outgoing/delivery.ts'
import { retryAt } from '../outgoing/retry-at.ts'
import type { SendParts } from '../outgoing/send-deliveries.ts'
import { readFiled, type FiledFile, type ReadFiling, type Unread } from './read-filed.ts'

export interface FilingParts extends SendParts {
  /** Of the adapter: files are fetched from there, and from the origins that the profile names. */
  readonly url: string
  readonly forms: readonly NationalForm[]
  readonly lookups: LookupSource
  readonly takeFile: TakeOutsideFile
  /** The largest file, in bytes. */
  readonly uploadLimit: number
}

interface Fetched {
  readonly code: string
  readonly id: string
  readonly procedureCode: string
  readonly raw: Readonly<Record<string, unknown>>
  readonly tries: number
}

const batch = 10
/** If a process dies on one, others take it up then; that two work on it at once does no harm. */
const leaseMs = 15_000
const mostFiles = 50

/** Makes dossiers of what was fetched; each by itself, so that one that cannot be read holds up no other. Answers how many were taken up. */
export async function fileFiled(parts: FilingParts): Promise<number> {
  const { db, now, log } = parts.runner
  const due = await rows(
    db,
    sql<Fetched>`update national_portal.incoming i set tries = tries + 1, next_at = ${new Date(now().getTime() + leaseMs)}
      from (select code from national_portal.incoming where state = 'fetched' and next_at <= ${now()} order by next_at, code limit ${batch} for update skip locked) due
      where i.code = due.code returning i.code, i.id, i.procedure_code, i.raw, i.tries`,
  )
  for (const fetched of due) {
    try {
      await fileOne(parts, fetched)
    } catch (error) {
      if (error instanceof Problem && error.status < 500) await mustBeLookedAt(db, fetched.code, whyOf(error))
      else {
        log.warn({ err: error, code: fetched.code }, 'what was filed on the national portal waits')
        await run(
          db,
          sql`update national_portal.incoming set next_at = ${retryAt(now(), fetched.tries)}, error = ${String(error).slice(0, 300)}
            where code = ${fetched.code} and state = 'fetched'`,
        )
      }
    }
  }
  return due.length
}

const whyOf = ({ words, places }: Problem): string =>
  [words, ...places.map(({ message }) => message)].map(({ vi }) => vi).join(' ')

const mustBeLookedAt = (db: Queries, code: string, why: string): Promise<number> =>
  run(
    db,
    sql`update national_portal.incoming set state = 'needs-look', error = ${why.slice(0, 500)} where code = ${code} and state = 'fetched'`,
  )

async function fileOne(parts: FilingParts, { code, id, procedureCode, raw }: Fetched): Promise<void> {
  const form = parts.forms.find(({ procedure }) => procedure === procedureCode)
  const filing = readFiled(code, raw, form, parts.profile)
  const { papers, unread } = await fetchFiles(parts, filing.files.slice(0, mostFiles))
  const turn = { requestId: `national-filing-${id}`, operation: 'nationalPortal.file' }
  await runInBackground(parts.runner, turn, async (ctx) => {
    // Filed by another process meanwhile, or before this one was killed: the row says so.
    const waiting = await find(
      ctx.tx,
      sql`select 1 from national_portal.incoming where code = ${code} and state = 'fetched' for update`,
    )
    if (waiting === undefined) return
    const { dossier, unread: unfit } = await fileFromOutside(ctx, parts.lookups, {
      ...identified(filing),
      id,
      procedureCode,
      papers,
      filedAt: { vi: `Cổng Dịch vụ công quốc gia, mã ${code}`, en: `the national portal, code ${code}` },
    })
    const all = [...filing.unread, ...unread, ...unfit.map(({ path, message }) => asUnread(filing, path, message.vi))]
    await run(
      ctx.tx,
      sql`update national_portal.incoming set state = 'filed', dossier_id = ${dossier.id}, unread = ${json(all)}, error = null, filed_at = ${ctx.now()}
        where code = ${code}`,
    )
    await wantTold(ctx.tx, dossier.id, ctx.now(), ctx.now())
  })
}

const unidentified = {
  status: 422,
  message: {
    vi: 'Cổng quốc gia không gửi họ tên và số định danh 12 chữ số của người nộp.',
    en: 'The national portal did not send the name and personal number of the applicant.',
  },
} as const

function identified(filing: ReadFiling): ReadFiling {
  const { fullName, personalId } = filing.applicant
  if (fullName.length < 2 || !/^\d{12}$/.test(personalId)) throw new Problem('unidentified', unidentified)
  return filing
}

const asUnread = ({ answers }: ReadFiling, path: string, why: string): Unread => {
  const value = path
    .split('.')
    .reduce<unknown>((level, key) => (level as Record<string, unknown> | undefined)?.[key], answers)
  return { field: path, value: value === undefined ? '' : JSON.stringify(value).slice(0, 500), why }
}

/** Fetches the files and has each checked; one that is refused is told and left out, one that cannot be had now is tried again. */
async function fetchFiles(parts: FilingParts, files: readonly FiledFile[]) {
  const papers: { paper: string; fileId: string }[] = []
  const unread: Unread[] = []
  const origins = new Set([parts.url, ...parts.profile.filed.origins].map((one) => new URL(one).origin))
  for (const { id, name, paper, paperThere, address } of files) {
    const leaveOut = (why: string) => unread.push({ field: paperThere, value: name, why })
    const place = URL.parse(address, parts.url)
    if (paper === undefined) leaveOut('Không có giấy tờ tương ứng ở tỉnh')
    else if (place === null || !origins.has(place.origin)) leaveOut('Địa chỉ tệp không thuộc Cổng quốc gia')
    else {
      try {
        const bytes = await download(place, parts)
        await parts.takeFile({ id, name, bytes })
        papers.push({ paper, fileId: id })
      } catch (error) {
        if (error instanceof RangeError) leaveOut('Tệp quá lớn')
        else if (error instanceof Problem && error.status < 500) leaveOut(error.words.vi)
        else throw error
      }
    }
  }
  return { papers, unread }
}

async function download(place: URL, { profile, uploadLimit }: FilingParts): Promise<Uint8Array> {
  const answer = await fetch(place, { redirect: 'manual', signal: AbortSignal.timeout(profile.timeoutSeconds * 1000) })
  if (answer.status !== 200) throw new Error(`a file answered ${answer.status}`)
  return readBounded(answer, uploadLimit)
}
