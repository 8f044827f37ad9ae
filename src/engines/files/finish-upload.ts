import { createReadStream } from 'node:fs'
import { find, run, sql } from '#kernel/database/query.ts'
import type { Database } from '#kernel/database/connect.ts'
import type { Log } from '#kernel/log.ts'
import { fail } from '#values/errors.ts'
import type { ContentStore } from '#kernel/storage/content-store.ts'
import type { Check } from './check/checker.ts'
import { Refused } from './check/refused.ts'
import type { Approved, Verdict } from './check/verdict.ts'
import type { RefusalCode } from './contract.ts'
import { nameFor } from './file-name.ts'
import { refusalProblem } from './file.ts'
import type { Scanner, ScanVerdict } from './scan/scanner.ts'
import { keepClean } from './scan/verdict.ts'
import { expectContent } from './store-file.ts'
import { endUpload, type Upload } from './upload.ts'
import type { UploadFolder } from './upload-folder.ts'

export interface FinishParts {
  readonly db: Database
  readonly log: Log
  readonly now: () => Date
  readonly store: ContentStore
  readonly folder: UploadFolder
  readonly check: Check
  /** Absent = no file is scanned for viruses. */
  readonly scanner?: Scanner | undefined
}

/**
 * Turns an upload that came whole into a file: received → checked → scanned → stored → accepted, or refused. Can be called again after it
 * was interrupted anywhere, and after it was done. Throws the refusal (422); `busy`, `scanWaits` and `storageFull` leave the file
 * received, until the sender asks again or the background does. `requestId` is of whoever waits for it, for the log.
 */
export async function finishUpload(parts: FinishParts, upload: Upload, requestId: string): Promise<void> {
  const { db, folder, now } = parts
  if (await isAccepted(db, upload)) return
  await run(
    db,
    sql`insert into files.file (id, owner_account, name, size, state, created_at)
      values (${upload.id}, ${upload.ownerAccount}, ${upload.name}, ${upload.length}, 'received', ${now()}) on conflict (id) do nothing`,
  )
  const paths = { path: folder.pathOf(upload.id), cleanedPath: folder.newCleanedPathOf(upload.id) }
  try {
    const checked = await parts.check({ account: upload.ownerAccount, size: upload.length, ...paths })
    const verdict = await scanned(parts, judge(upload, paths, checked))
    if ('refused' in verdict) await refuseFile(parts, upload, verdict, requestId)
    else await acceptFile(parts, upload, verdict)
    await folder.remove(upload.id)
    if ('refused' in verdict) throw refusalProblem(verdict.refused)
  } catch (error) {
    // The background may have done it meanwhile and taken the bytes away: what stands in the row counts.
    if (!(await isAccepted(db, upload))) throw error
  }
}

/** Whether it became a file; throws its refusal (422). One that was given up and left no file is not found (404). */
export async function isAccepted(db: Database, { id, endedAt }: Upload): Promise<boolean> {
  const file = await find(
    db,
    sql<{ state: string; refusal: RefusalCode | null }>`select state, refusal from files.file where id = ${id}`,
  )
  if (file === undefined && endedAt !== null) fail('notFound')
  if (file?.refusal) throw refusalProblem(file.refusal)
  return file?.state === 'accepted'
}

export interface Judged extends Approved {
  readonly name?: string
  /** What will be stored: of a photograph the bytes without its metadata. */
  readonly storedPath: string
  readonly scan?: ScanVerdict
}

type Refusal = Extract<Verdict, { refused: unknown }>

/** What the check cannot know: the digest that the sender gave, the name, and where the bytes lie. */
export function judge(
  upload: Pick<Upload, 'name' | 'sentSha256'>,
  { path, cleanedPath }: { readonly path: string; readonly cleanedPath: string },
  verdict: Verdict,
): Judged | Refusal {
  if ('refused' in verdict) return verdict
  if (upload.sentSha256 !== null && upload.sentSha256 !== verdict.sentSha256)
    return { refused: 'wrongChecksum', detail: 'whole file' }
  try {
    const storedPath = verdict.isCleaned ? cleanedPath : path
    return { ...verdict, storedPath, name: nameFor(upload.name, verdict.mediaType) }
  } catch (error) {
    if (error instanceof Refused) return { refused: error.code, detail: error.message }
    throw error
  }
}

export async function scanned(
  { scanner }: Pick<FinishParts, 'scanner'>,
  verdict: Judged | Refusal,
): Promise<Judged | Refusal> {
  if ('refused' in verdict || scanner === undefined) return verdict
  const scan = await scanner.scan(() => createReadStream(verdict.storedPath), verdict.sha256)
  return scan.malware === null ? { ...verdict, scan } : { refused: 'malware', detail: scan.malware }
}

async function acceptFile(parts: FinishParts, { id, name: given }: Upload, approved: Judged): Promise<void> {
  const { db, store, now } = parts
  const { name = given, mediaType, sha256, sentSha256, size, pages, width, height } = approved
  await expectContent(db, sha256, size, now())
  const stored = await store.put(approved.storedPath)
  // What is stored must be what was looked at.
  if (stored.sha256 !== sha256) throw new Error(`upload ${id} changed while it was checked`)
  await db.transaction(async (tx) => {
    await run(
      tx,
      sql`update files.file set state = 'accepted', name = ${name}, size = ${size}, media_type = ${mediaType}, sha256 = ${sha256},
        sent_sha256 = ${sentSha256}, pages = ${pages ?? null}, width = ${width ?? null}, height = ${height ?? null}
        where id = ${id} and state = 'received'`,
    )
    if (approved.scan) await keepClean(tx, sha256, approved.scan, now())
    await endUpload(tx, id, now())
  })
}

async function refuseFile(
  { db, log, now }: FinishParts,
  { id }: Upload,
  { refused, detail }: { refused: RefusalCode; detail: string },
  requestId: string,
): Promise<void> {
  await db.transaction(async (tx) => {
    const changed = await run(
      tx,
      sql`update files.file set state = 'refused', refusal = ${refused} where id = ${id} and state = 'received'`,
    )
    if (changed > 0) log.info({ file: id, refused, detail, requestId }, 'file refused')
    await endUpload(tx, id, now())
  })
}
