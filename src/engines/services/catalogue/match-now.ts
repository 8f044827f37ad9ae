import type { Queries } from '#kernel/database/connect.ts'
import type { PlainDate } from '#values/plain-date.ts'
import type { RecordRow } from './catalogue-record.ts'
import { matchRecords, readKnown, type KnownProcedures, type Match } from './known-procedures.ts'

/** Records beside what each is matched with as procedures stand now. */
export interface MatchedNow {
  readonly matches: readonly Match[]
  readonly known: KnownProcedures
}

/**
 * Holds records against what is here now: since they came the same may have been published, by another import or on screen. What somebody
 * chose by hand stays; but a “new” one whose very code is known by now is new no more.
 */
export async function matchNow(tx: Queries, records: readonly RecordRow[], on: PlainDate): Promise<MatchedNow> {
  const found = await matchRecords(
    tx,
    records.map(({ said }) => said),
  )
  const matches = records.map((record, at): Match => {
    const now = found[at]!
    const isSure = now.by === 'code' || now.by === 'local-code'
    if (record.matchedBy !== 'chosen' || (record.matchedCode === null && isSure)) return now
    return { code: record.matchedCode, by: 'chosen', isAlike: false }
  })
  const codes = matches.flatMap(({ code }) => code ?? [])
  return { matches, known: await readKnown(tx, codes, on) }
}
