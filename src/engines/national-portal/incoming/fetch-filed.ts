import { randomUUIDv7 } from 'node:crypto'
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
    for (const raw of answer.result) {
      const code = raw['MaHoSo']
      if (typeof code !== 'string' || !codeShape.test(code)) continue
      fresh += await run(
        db,
        sql`insert into national_portal.incoming (code, id, procedure_code, raw, next_at, fetched_at)
          values (${code}, ${randomUUIDv7()}, ${textIn(raw, profile.filed.procedure).slice(0, 40)}, ${json(raw)}, ${now()}, ${now()})
          on conflict (code) do nothing`,
      )
    }
    return fresh
  } catch (error) {
    if (!(error instanceof PortalAway)) throw error
    await noteAway(db, error.message, now())
    return 0
  }
}
