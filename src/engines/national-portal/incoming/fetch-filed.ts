import type { Queries } from '#kernel/database/connect.ts'
import { run, sql } from '#kernel/database/query.ts'
import { isClosed, noteAnswer, noteAway, readLink } from '../client/link-state.ts'
import { PortalAway } from '../client/portal-away.ts'
import type { FilingParts } from './file-filed.ts'
import { noteChanged } from './note-changed.ts'
import { codeOf, writeFiled } from './write-filed.ts'

/**
 * Asks for what was filed there and not taken yet, and writes each down as it came, once by its code. That it was taken is told by its
 * status, when it has become a dossier here. Answers how many are new.
 */
export async function fetchFiled(parts: FilingParts): Promise<number> {
  const { runner, client, profile } = parts
  const { db, now, log } = runner
  if (isClosed(await readLink(db), now())) return 0
  try {
    const answer = await client.ask(profile.services.filed, undefined, {})
    await noteAnswer(db, answer.tookMs, answer.tookMs > profile.slowSeconds * 1000, now())
    if (!profile.answers.done.includes(answer.code)) {
      log.warn({ code: answer.code, words: answer.words }, 'the national portal does not say what was filed there')
      return 0
    }
    let fresh = 0
    for (const raw of answer.result) {
      const written = await writeFiled(db, raw, profile, now())
      if (written === 'changed') await noteChanged(parts, raw)
      if (written === 'new') fresh += 1
    }
    const given = answer.result.flatMap((raw) => codeOf(raw) ?? [])
    await noteLostStatuses(db, given, now())
    return fresh
  } catch (error) {
    if (!(error instanceof PortalAway)) throw error
    await noteAway(db, error.message, now())
    return 0
  }
}

/** So long what it gives may still be as it was before a status came. */
const settledMs = 10 * 60_000

/** What it still gives although it acknowledged a status of it: that status is not there. */
const noteLostStatuses = (db: Queries, given: readonly string[], at: Date): Promise<number> =>
  run(
    db,
    sql`update national_portal.delivery v set state = 'differing', cause = 'lost', checked_at = ${at}
      from national_portal.incoming i
      where i.code = any(${given}::text[]) and v.dossier_id = i.dossier_id and v.kind = 'status' and v.state = 'accepted'
        and v.accepted_at < ${new Date(at.getTime() - settledMs)}`,
  )
