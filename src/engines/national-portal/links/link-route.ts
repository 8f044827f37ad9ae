import type { StreamRoutes } from '#kernel/http/create-app.ts'
import { wrongMethod } from '#kernel/http/wrong-method.ts'
import { runInBackground } from '#kernel/jobs/run-in-background.ts'
import { nobody, type Actor } from '#kernel/operations/actor.ts'
import type { Call } from '#kernel/operations/context.ts'
import { keepTries } from '#kernel/operations/kept-tries.ts'
import type { RunnerParts } from '#kernel/operations/run-operation.ts'
import { Problem, fail } from '#values/errors.ts'
import { networkOf } from '#values/network.ts'
import { downloadHeaders, sendFile, type FileStore } from '#engines/files/index.ts'
import { printIssuedResult, type PrintParts } from '#engines/services/index.ts'
import { linkBrakes, linkProblems } from '../contract.ts'
import { linkPath, readLink, type LinkedFile, type LinkParts } from './file-links.ts'
import { findGiven, type GivenFile } from './given-file.ts'

export interface LinkRouteParts extends RunnerParts, Pick<LinkParts, 'secrets'> {
  readonly store: FileStore
  readonly print: PrintParts
}

/** Whoever opens such a link: it was given to nobody else. */
const nationalPortal: Actor = {
  ...nobody,
  kind: 'service',
  account: 'national-portal',
  name: 'Cổng Dịch vụ công quốc gia',
}

/** In this process alone: what a link gives is guarded by its signature. */
const opened = keepTries(linkBrakes)

/**
 * Gives the national portal one file of a dossier, or its result, by a link that stands in a record of ours. Who shows it is not asked;
 * a link that was altered, is over, or leads to what is given no more is answered as one that never was.
 */
export const linkRoute =
  (parts: LinkRouteParts): StreamRoutes =>
  (app, readCall) => {
    app.get(linkPath, async (c) => {
      const call = { ...(await readCall(c)), actor: nationalPortal }
      const { dossier, kind, id } = c.req.param()
      const asked = new URL(c.req.url).searchParams
      const file = readLink(parts, { dossier, kind, id }, asked, parts.now())
      slowDown(parts, call, file)
      const given = file && (await findGiven(parts.db, file))
      if (file === undefined || given === undefined) {
        countWrong(parts, call)
        // That it was signed, and by whom it may have been kept, is worth a line.
        if (file !== undefined) await keep(parts, call, file, undefined)
        return fail('notFound')
      }
      await keep(parts, call, file, given)
      // In one piece: who asks for many parts would write as many lines into the trail.
      if (given.file !== undefined)
        return sendFile(c.req.raw, parts.store, given.file, {
          headers: downloadHeaders(given.file.name),
          mayBePart: false,
        })
      return printed(c.req.raw.method, await printResult(parts, call, file.dossierId))
    })
    app.all(linkPath, (c) => wrongMethod(c, ['GET', 'HEAD']))
  }

const countedAt = ({ now }: RunnerParts) => ({ now, allow: () => {} })

/** Guessing waits by network; what is right by link, so that the portal itself is never slowed. */
function slowDown(parts: LinkRouteParts, { address = '' }: Call, file: LinkedFile | undefined): void {
  const subjects = file === undefined ? { network: networkOf(address) } : { link: `${file.dossierId} ${file.id}` }
  const wait = opened.wait(countedAt(parts), subjects)
  if (wait > 0) throw new Problem('linkWait', linkProblems.linkWait, { retryAfterSeconds: wait })
  if (file !== undefined) opened.count(countedAt(parts), subjects)
}

const countWrong = (parts: LinkRouteParts, { address = '' }: Call): void =>
  opened.count(countedAt(parts), { network: networkOf(address) })

/** Writes down who asked for which file of which dossier, before a byte leaves. */
function keep(parts: LinkRouteParts, call: Call, { dossierId, kind, id }: LinkedFile, given: GivenFile | undefined) {
  const note = {
    objectType: 'dossier',
    objectId: dossierId,
    subjects: given?.subjects ?? [],
    facts: { [kind === 'paper' ? 'file' : 'result']: id, ...(given && { code: given.dossierCode }) },
  }
  return parts.db.transaction((tx) =>
    parts.record(tx, {
      call,
      operation: 'nationalPortal.fetchFile',
      kind: 'read',
      outcome: given === undefined ? 'refused' : 'done',
      at: parts.now(),
      notes: [note],
    }),
  )
}

async function printResult(parts: LinkRouteParts, { requestId }: Call, dossierId: string): Promise<File> {
  let made: File | undefined
  await runInBackground(parts, { requestId }, async (ctx) => {
    made = await printIssuedResult(ctx, parts.print, dossierId)
  })
  return made ?? fail('notFound')
}

function printed(method: string, file: File): Response {
  const headers = {
    ...downloadHeaders(file.name),
    'Content-Type': file.type,
    'Content-Length': String(file.size),
    'Cache-Control': 'private, no-store',
    'Accept-Ranges': 'none',
  }
  return new Response(method === 'HEAD' ? null : file, { headers })
}
