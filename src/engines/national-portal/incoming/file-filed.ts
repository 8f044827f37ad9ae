import { AddressRefused } from '#kernel/http/ask-outside.ts'
import { json, rows, run, sql, find } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import { runInBackground } from '#kernel/jobs/run-in-background.ts'
import { Problem } from '#values/errors.ts'
import { dateAt } from '#values/plain-date.ts'
import type { TakeOutsideFile } from '#engines/files/index.ts'
import { fileFromOutside, type LookupSource } from '#engines/services/index.ts'
import type { NationalForm } from '../declare.ts'
import { wantTold } from '../outgoing/delivery.ts'
import { retryAt } from '../outgoing/retry-at.ts'
import type { SendParts } from '../outgoing/send-deliveries.ts'
import { fetchFile, FileAway, type FileSource } from './fetch-file.ts'
import { readFiled, type FiledFile, type ReadFiling, type Unread } from './read-filed.ts'
import { soundFiling } from './sound-filing.ts'
import { codeOf, uncoded } from './write-filed.ts'

export interface FilingParts extends SendParts, FileSource {
  readonly forms: readonly NationalForm[]
  readonly lookups: LookupSource
  readonly takeFile: TakeOutsideFile
}

interface Fetched {
  readonly code: string
  readonly id: string
  readonly procedureCode: string
  readonly raw: Readonly<Record<string, unknown>>
  readonly tries: number
}

/** At once: one whose files do not come holds up no other. */
const batch = 4
/** Renewed while its files come; if a process dies on one, others take it up then. That two work on it at once does no harm. */
const leaseMs = 15_000
/** So often its files are asked for, in some forty minutes; then somebody must look. */
const mostTries = 8
const mostFiles = 50

/** Makes dossiers of what was fetched; each by itself, so that one that cannot be read holds up no other. Answers how many were taken up. */
export async function fileFiled(parts: FilingParts): Promise<number> {
  const { db, now } = parts.runner
  const due = await rows(
    db,
    sql<Fetched>`update national_portal.incoming i set tries = tries + 1, next_at = ${new Date(now().getTime() + leaseMs)}
      from (select code from national_portal.incoming where state = 'fetched' and next_at <= ${now()} order by next_at, code limit ${batch} for update skip locked) due
      where i.code = due.code returning i.code, i.id, i.procedure_code, i.raw, i.tries`,
  )
  await Promise.all(due.map((one) => takeUp(parts, one)))
  return due.length
}

async function takeUp(parts: FilingParts, fetched: Fetched): Promise<void> {
  const { db, now, log } = parts.runner
  const { code } = fetched
  const moved = (nextAt: Date, why: string | null) =>
    run(
      db,
      sql`update national_portal.incoming set next_at = ${nextAt}, error = ${why} where code = ${code} and state = 'fetched'`,
    )
  const renewing = setInterval(() => {
    moved(new Date(now().getTime() + leaseMs), null).catch((error: unknown) =>
      log.warn({ err: error, code }, 'lease not renewed'),
    )
  }, leaseMs / 3)
  try {
    await fileOne(parts, fetched)
  } catch (error) {
    clearInterval(renewing)
    if (error instanceof Problem && error.status < 500) return void (await mustBeLookedAt(db, code, whyOf(error)))
    log.warn({ err: error, code }, 'what was filed on the national portal waits')
    await moved(retryAt(now(), fetched.tries), String(error).slice(0, 300))
  } finally {
    clearInterval(renewing)
  }
}

const whyOf = ({ words, places }: Problem): string =>
  [words, ...places.map(({ message }) => message)].map(({ vi }) => vi).join(' ')

const mustBeLookedAt = (db: Queries, code: string, why: string): Promise<number> =>
  run(
    db,
    sql`update national_portal.incoming set state = 'needs-look', error = ${why.slice(0, 500)} where code = ${code} and state = 'fetched'`,
  )

async function fileOne(parts: FilingParts, { code, id, procedureCode, raw, tries }: Fetched): Promise<void> {
  const form = parts.forms.find(({ procedure }) => procedure === procedureCode)
  if (codeOf(raw) === undefined) throw new Problem('uncoded', uncoded)
  const read = readFiled(code, raw, form, parts.profile)
  const { papers, unread } = await fetchFiles(parts, read.files, tries)
  const turn = { requestId: `national-filing-${id}`, operation: 'nationalPortal.file' }
  await runInBackground(parts.runner, turn, async (ctx) => {
    // Filed by another process meanwhile, before this one was killed, or said otherwise by now: the row says so.
    const waiting = await find(
      ctx.tx,
      sql`select 1 from national_portal.incoming where code = ${code} and state = 'fetched' and raw = ${json(raw)} for update`,
    )
    if (waiting === undefined) return
    const filing = await soundFiling(ctx.tx, read, parts.profile, dateAt(ctx.now()))
    const { dossier, unread: unfit } = await fileFromOutside(ctx, parts.lookups, {
      ...filing,
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

const asUnread = ({ answers }: ReadFiling, path: string, why: string): Unread => {
  const value = path
    .split('.')
    .reduce<unknown>((level, key) => (level as Record<string, unknown> | undefined)?.[key], answers)
  return { field: path, value: value === undefined ? '' : JSON.stringify(value).slice(0, 500), why }
}

/**
 * Fetches the files and has each checked. One that the check refuses is told and left out: it can never be taken. One that cannot be had, or lies
 * where nobody may fetch, holds up its dossier: it was handed in there, and is not received here by half.
 */
async function fetchFiles(parts: FilingParts, files: readonly FiledFile[], tries: number) {
  const papers: { paper: string; fileId: string }[] = []
  const unread: Unread[] = []
  for (const [at, { id, name, paper, paperThere, address }] of files.entries()) {
    const leaveOut = (why: string) => unread.push({ field: paperThere, value: name, why })
    if (paper === undefined) leaveOut('Không có giấy tờ tương ứng ở tỉnh')
    else if (at >= mostFiles) leaveOut(`Quá ${mostFiles} tệp`)
    else {
      try {
        const bytes = await fetchFile(address, parts)
        await parts.takeFile({ id, name, bytes })
        papers.push({ paper, fileId: id })
      } catch (error) {
        if (error instanceof AddressRefused) throw new Problem('fileElsewhere', fileElsewhere(name))
        if (error instanceof FileAway && tries >= mostTries)
          throw new Problem('fileAway', fileAway(name, error.message))
        if (error instanceof RangeError) leaveOut('Tệp quá lớn')
        else if (error instanceof Problem && error.status < 500) leaveOut(error.words.vi)
        else throw error
      }
    }
  }
  return { papers, unread }
}

const fileElsewhere = (name: string) => ({
  status: 422,
  message: {
    vi: `Địa chỉ tệp ${name} không thuộc Cổng quốc gia.`,
    en: `The address of the file ${name} is not the national portal's.`,
  },
})

const fileAway = (name: string, why: string) => ({
  status: 422,
  message: {
    vi: `Chưa lấy được tệp ${name} từ Cổng quốc gia (${why}).`,
    en: `The file ${name} cannot be had from the national portal (${why}).`,
  },
})
