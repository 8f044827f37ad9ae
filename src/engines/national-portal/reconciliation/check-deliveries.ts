import { rows, run, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import { dateAt } from '#values/plain-date.ts'
import { isClosed, noteAnswer, noteAway, readLink } from '../client/link-state.ts'
import { PortalAway } from '../client/portal-away.ts'
import type { PortalAnswer } from '../client/portal-client.ts'
import { textIn } from '../client/text-in.ts'
import type { NationalProfile } from '../declare.ts'
import { buildRecords } from '../outgoing/build-records.ts'
import type { SendParts } from '../outgoing/send-deliveries.ts'
import { compareRecords } from './compare-records.ts'
import { keepCompared, keepUnsaid, type ToCheck } from './keep-compared.ts'

const batch = 20

/**
 * Marks everything that was acknowledged since it was last compared, by its record or its status, and what was refused: it may be there all
 * the same. Answers how many.
 */
export const wantChecked = (tx: Queries): Promise<number> =>
  run(
    tx,
    sql`update national_portal.delivery v set is_check_due = true
      where v.kind = 'record' and (v.state in ('differing', 'refused') or v.state = 'accepted' and (v.checked_at is null or v.checked_at < v.accepted_at
        or exists (select from national_portal.delivery s where s.dossier_id = v.dossier_id and s.kind = 'status' and s.accepted_at > v.checked_at)))`,
  )

/**
 * Asks the national portal for some of what it acknowledged and notes where it holds something else: it may have lost what it took. Two
 * processes that ask for the same learn the same. Answers how many were compared.
 */
export async function checkDeliveries(parts: SendParts): Promise<number> {
  const { runner, client, profile } = parts
  const { db, now, log } = runner
  if (isClosed(await readLink(db), now())) return 0
  const due = await rows(
    db,
    sql<ToCheck>`select v.dossier_id, coalesce(i.code, d.code) as code, v.wanted from national_portal.delivery v
      join services.dossier d on d.id = v.dossier_id left join national_portal.incoming i on i.dossier_id = d.id
      where v.is_check_due and v.kind = 'record' and (v.state in ('accepted', 'differing') and v.wanted = v.told or v.state = 'refused')
      order by v.accepted_at, v.dossier_id limit ${batch}`,
  )
  if (due.length === 0) return 0
  const ours = await buildRecords(
    db,
    due.map(({ dossierId }) => dossierId),
    parts,
    dateAt(now()),
  )
  try {
    for (const one of due) {
      const own = ours.get(one.dossierId)
      if (own === undefined) continue
      const answer = await client.ask(profile.services.lookUp, own.unit, { mahoso: one.code })
      await noteAnswer(db, answer.tookMs, answer.tookMs > profile.slowSeconds * 1000, now())
      const said = whatItSays(answer, one.code, profile)
      if (said.of === 'this')
        await db.transaction((tx) =>
          keepCompared(tx, one, { ...compareRecords(own.record, said.held), revision: own.facts.revision }, now()),
        )
      else {
        log.warn(
          { code: one.code, says: answer.code, words: answer.words },
          'it does not say what it holds of a dossier',
        )
        await keepUnsaid(db, one, said.of === 'another', now())
      }
    }
    return due.length
  } catch (error) {
    if (!(error instanceof PortalAway)) throw error
    await noteAway(db, error.message, now())
    return 0
  }
}

/** What an answer to the question for one dossier is about. A refusal and an answer about another are no proof that it is lost. */
function whatItSays(
  { code: says, result }: PortalAnswer,
  code: string,
  { answers }: NationalProfile,
):
  | { readonly of: 'this'; readonly held: PortalAnswer['result'][number] | undefined }
  | { readonly of: 'another' | 'nothing' } {
  const held = result.find((one) => textIn(one, 'MaHoSo') === code)
  if (held !== undefined || answers.isUnknown.includes(says)) return { of: 'this', held }
  if (!answers.done.includes(says)) return { of: 'nothing' }
  return result.length === 0 ? { of: 'this', held } : { of: 'another' }
}
