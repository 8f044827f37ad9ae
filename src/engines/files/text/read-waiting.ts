import { createWriteStream } from 'node:fs'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { find, run, sql } from '#kernel/database/query.ts'
import type { RunnerParts } from '#kernel/operations/run-operation.ts'
import type { ContentStore } from '#kernel/storage/content-store.ts'
import { readText, type ReadText } from './read-text.ts'

export interface ReadingParts extends Pick<RunnerParts, 'db' | 'log' | 'now'> {
  readonly store: ContentStore
}

interface Waiting {
  readonly sha256: string
  readonly mediaType: string
}

/** A reader that has not said anything for so long has died. */
const deadAfterMs = 30 * 60_000
const mostTries = 3

/**
 * Reads what kept files hold, the newest first, until nothing waits. Each content is claimed and committed before it is opened, so that
 * several processes share the work and a file on which a reader dies is tried three times at most.
 */
export async function readWaiting(parts: ReadingParts, stop: AbortSignal): Promise<number> {
  for (let count = 0; ; count++) {
    const waiting = stop.aborted ? undefined : await claim(parts)
    if (waiting === undefined) return count
    const read = await readOne(parts, waiting).catch((error: unknown): ReadText => {
      parts.log.warn({ err: error, sha256: waiting.sha256 }, 'the text of a file could not be read')
      return { how: 'none', text: '' }
    })
    await run(
      parts.db,
      sql`update files.content_text set how = ${read.how}, text = ${read.text} where sha256 = ${waiting.sha256}`,
    )
  }
}

async function claim({ db, now }: ReadingParts): Promise<Waiting | undefined> {
  const dead = new Date(now().getTime() - deadAfterMs)
  return (
    (await find(
      db,
      sql<Waiting>`with dead as (
          select t.sha256 from files.content_text t where t.how is null and t.begun_at < ${dead} and t.tries < ${mostTries}
          limit 1 for update skip locked
        ), again as (
          update files.content_text t set begun_at = ${now()}, tries = t.tries + 1 from dead where t.sha256 = dead.sha256 returning t.sha256
        )
        select f.sha256, f.media_type from again join files.file f on f.sha256 = again.sha256 limit 1`,
    )) ??
    (await find(
      db,
      sql<Waiting>`with fresh as (
          select c.sha256 from files.content c
          where not c.is_read and exists (select from files.file f where f.sha256 = c.sha256 and f.kept_at is not null and f.state = 'accepted')
          order by c.seen_at desc limit 1 for update skip locked
        ), claimed as (
          update files.content c set is_read = true from fresh where c.sha256 = fresh.sha256 returning c.sha256
        ), begun as (
          insert into files.content_text (sha256, begun_at) select sha256, ${now()} from claimed on conflict do nothing
        )
        select f.sha256, f.media_type from claimed join files.file f on f.sha256 = claimed.sha256 and f.state = 'accepted' limit 1`,
    ))
  )
}

async function readOne({ store }: ReadingParts, { sha256, mediaType }: Waiting) {
  const folder = await mkdtemp(join(tmpdir(), 'lien-thong-text-'))
  try {
    const pages = join(folder, 'pages')
    await mkdir(pages)
    const path = join(folder, 'paper')
    await pipeline(await store.open(sha256), createWriteStream(path))
    return await readText(path, mediaType, pages)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
