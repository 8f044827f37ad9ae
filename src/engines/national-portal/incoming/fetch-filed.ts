import { randomUUIDv7 } from 'node:crypto'
import type { Queries } from '#kernel/database/connect.ts'
import { json, run, sql } from '#kernel/database/query.ts'
import { isClosed, noteAnswer, noteAway, readLink } from '../client/link-state.ts'
import { PortalAway } from '../client/portal-away.ts'
import { textIn } from '../client/text-in.ts'
import type { SendParts } from '../outgoing/send-deliveries.ts'

/** As codes are written there; anything else is no code. */
const codeShape = /^[\w.-]{1,60}$/

/**
 * Asks for what was filed there and not taken yet, and writes each down as it came, once by its code. That it was taken is told by its
 * status, when it has become a dossier here. Answers how many are new.
 */
export async function fetchFiled({ runner, client, profile }: SendParts): Promise<number> {
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
    const given: string[] = []
    for (const raw of answer.result) {
      const code = raw['MaHoSo']
      if (typeof code !== 'string' || !codeShape.test(code)) continue
      given.push(code)
      fresh += await run(
        db,
        sql`insert into national_portal.incoming (code, id, procedure_code, raw, next_at, fetched_at)
          values (${code}, ${randomUUIDv7()}, ${textIn(raw, profile.filed.procedure).slice(0, 40)}, ${json(raw)}, ${now()}, ${now()})
          on conflict (code) do nothing`,
      )
    }
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
