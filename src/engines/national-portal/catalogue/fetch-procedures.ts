import { createHash } from 'node:crypto'
import { find, json, rows, run, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import { handOverProcedures } from './hand-over.ts'
import { isClosed, noteAnswer, noteAway, readLink } from '../client/link-state.ts'
import { PortalAway } from '../client/portal-away.ts'
import { textIn } from '../client/text-in.ts'
import type { SendParts } from '../outgoing/send-deliveries.ts'

const dayMs = 86_400_000
const batch = 20

/**
 * Reads the national list of procedures once a day, then each procedure of it, and keeps them as they came; one that is listed no more
 * stays, marked. What changed goes to the catalogue, where people decide what of it is announced. Answers how many were read.
 */
export async function fetchProcedures(parts: SendParts): Promise<number> {
  const { runner, client, profile } = parts
  const { db, now } = runner
  const link = await readLink(db)
  if (isClosed(link, now())) return 0
  try {
    const asked = await find(db, sql<{ proceduresAt: Date | null }>`select procedures_at from national_portal.link`)
    const last = asked?.proceduresAt ?? null
    if (last === null || now().getTime() - last.getTime() > dayMs) await fetchList(parts)
    const due = await rows(
      db,
      sql<{ code: string }>`select p.code from national_portal.procedure_record p, national_portal.link l
        where p.is_listed and p.fetched_at < l.procedures_at order by p.code limit ${batch}`,
    )
    for (const { code } of due) {
      const answer = await client.ask(profile.services.procedure, undefined, { maTTHC: code })
      await noteAnswer(db, answer.tookMs, answer.tookMs > profile.slowSeconds * 1000, now())
      // What it gives may not say which it is; what says another is not this one.
      const given = answer.result.find((one) => ['', code].includes(codeIn(one)))
      await keepRecord(db, code, given, now())
    }
    if (due.length < batch) await handOverProcedures(runner)
    return due.length
  } catch (error) {
    if (!(error instanceof PortalAway)) throw error
    await noteAway(db, error.message, now())
    return 0
  }
}

const codeIn = (one: Readonly<Record<string, unknown>>): string => textIn(one, 'MATTHC')

async function fetchList({ runner: { db, now, log }, client, profile }: SendParts): Promise<void> {
  const answer = await client.ask(profile.services.procedures, undefined, {})
  // One that is listed twice is one.
  const byCode = new Map(answer.result.flatMap((one) => (codeIn(one) === '' ? [] : [[codeIn(one), one] as const])))
  const listed = [...byCode].map(([code, one]) => ({ code, one }))
  // An empty list is a mistake of theirs, not the end of all procedures.
  const isWhole = profile.answers.done.includes(answer.code) && listed.length > 0
  if (!isWhole) log.warn({ code: answer.code, words: answer.words }, 'the national list of procedures is not to be had')
  await db.transaction(async (tx) => {
    await run(tx, sql`update national_portal.link set procedures_at = ${now()}`)
    if (!isWhole) return
    await run(
      tx,
      sql`insert into national_portal.procedure_record as p (code, record, digest, fetched_at, changed_at)
        select code, one, '', 'epoch', ${now()}::timestamptz from jsonb_to_recordset(${json(listed)}) as g (code text, one jsonb)
        on conflict (code) do update set is_listed = true`,
    )
    await run(
      tx,
      sql`update national_portal.procedure_record set is_listed = false, changed_at = ${now()}
        where is_listed and code <> all(${listed.map(({ code }) => code)}::text[])`,
    )
  })
}

/** One that it lists and does not give stays as it was, and is asked for again tomorrow. */
function keepRecord(db: Queries, code: string, record: object | undefined, at: Date): Promise<number> {
  if (record === undefined)
    return run(db, sql`update national_portal.procedure_record set fetched_at = ${at} where code = ${code}`)
  const digest = createHash('sha256').update(JSON.stringify(record)).digest('hex')
  return run(
    db,
    sql`update national_portal.procedure_record p set record = ${json(record)}, digest = ${digest}, fetched_at = ${at},
      changed_at = case when p.digest = ${digest} then p.changed_at else ${at} end where code = ${code}`,
  )
}
