import { find, get, rows, sql, write, type Fragment } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { Context } from '#kernel/operations/context.ts'
import { Problem, fail } from '#values/errors.ts'
import { InstantAndId, readCursor, toPage } from '#values/page.ts'
import { fold } from '#values/text.ts'
import { nameOfUnit } from '#engines/directory/index.ts'
import { publicAttachmentsOf, publishAttachments } from './attachments/attachment.ts'
import { petitionProblems } from './contract/problems.ts'
import { hasPersonalData } from './personal-data.ts'
import type { Petition } from './petition.ts'
import { senderOf } from './sender.ts'

interface Shown {
  readonly title: string
  readonly body: string
  readonly answer: string
  readonly files: readonly string[]
}

/** Puts an answered question where everybody reads it, once it names nobody; asked and answered again, it takes the place of before. */
export async function publish(ctx: Context, petition: Petition, shown: Shown): Promise<void> {
  const named = await senderOf(ctx.tx, petition.id)
  const fileNames = await publishAttachments(ctx.tx, petition.id, shown.files)
  if (fileNames.length < new Set(shown.files).size) fail('notFound')
  const read = { ...shown, files: fileNames.join(' ') }
  const left = (['title', 'body', 'answer', 'files'] as const).filter((field) => hasPersonalData(read[field], named))
  if (left.length > 0)
    throw new Problem('personalDataLeft', petitionProblems.personalDataLeft, {
      places: left.map((field) => ({ path: `act.${field}`, message: petitionProblems.personalDataLeft.message })),
    })
  const { merged } = await get(
    ctx.tx,
    sql<{ merged: number }>`select count(*)::int as merged from petitions.petition where merged_into = ${petition.id}`,
  )
  const [title, rest] = [fold(shown.title), fold(`${shown.body} ${shown.answer}`)]
  await write(
    ctx.tx,
    sql`insert into petitions.published (petition_id, title, body, answer, unit_id, procedure_code, answered_at, published_at, asked_count,
        folded, words)
      values (${petition.id}, ${shown.title}, ${shown.body}, ${shown.answer}, ${petition.unitId}, ${petition.procedureCode},
        ${petition.answeredAt}, ${ctx.now()}, ${merged + 1}, ${title},
        setweight(to_tsvector('simple', ${title}), 'A') || setweight(to_tsvector('simple', ${rest}), 'C'))
      on conflict (petition_id) do update set title = excluded.title, body = excluded.body, answer = excluded.answer,
        unit_id = excluded.unit_id, answered_at = excluded.answered_at, published_at = excluded.published_at,
        asked_count = excluded.asked_count, folded = excluded.folded, words = excluded.words`,
  )
}

/** Takes it away from everybody; it may be published again once what was wrong in it is mended. */
export const withdraw = (ctx: Context, petitionId: string): Promise<void> =>
  write(ctx.tx, sql`delete from petitions.published where petition_id = ${petitionId}`)

interface AnsweredRow {
  readonly id: string
  readonly code: string
  readonly title: string
  readonly unitName: string
  readonly answeredAt: Date
  readonly publishedAt: Date
  readonly askedCount: number
  readonly isUnderReview: boolean
}

const rowColumns = sql`a.petition_id as id, p.code, a.title, ${nameOfUnit(sql`a.unit_id`, sql`a.answered_at::date`)} as unit_name,
  a.answered_at, a.published_at, a.asked_count, coalesce(a.published_at < p.reopened_at, false) as is_under_review`
const from = sql`petitions.published a join petitions.petition p on p.id = a.petition_id`

const ofProcedure = (code: string | undefined): Fragment =>
  code === undefined ? sql`true` : sql`a.procedure_code = ${code}`

/** Answered questions, the latest first. */
export async function listAnswered(
  tx: Queries,
  { procedureCode, after, limit }: { procedureCode?: string | undefined; after?: string | undefined; limit: number },
) {
  const [at, id] = after === undefined ? [undefined, undefined] : readCursor(InstantAndId, after)
  const found = await rows(
    tx,
    sql<AnsweredRow>`select ${rowColumns} from ${from} where ${ofProcedure(procedureCode)}
        ${at === undefined ? sql`` : sql`and (a.published_at, a.petition_id) < (${at}::timestamptz, ${id}::uuid)`}
      order by a.published_at desc, a.petition_id desc limit ${limit + 1}`,
  )
  return toPage(found, limit, (row) => [row.publishedAt.toISOString(), row.id])
}

/**
 * Answered questions by words without tone marks, the best first; where none has all the words, those with many of them or spelt alike,
 * so that somebody who types a question finds one that is put differently.
 */
export async function findAnswered(
  tx: Queries,
  { text, procedureCode, limit }: { text: string; procedureCode?: string | undefined; limit: number },
) {
  const words = fold(text)
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
  if (words.length === 0) return { rows: [] }
  const all = `${words.map((word) => `'${word}'`).join(' & ')}:*`
  const exact = await rows(
    tx,
    sql<AnsweredRow>`select ${rowColumns} from ${from} where ${ofProcedure(procedureCode)} and a.words @@ to_tsquery('simple', ${all})
      order by ts_rank(a.words, to_tsquery('simple', ${all})) desc, a.asked_count desc, a.published_at desc, a.petition_id limit ${limit}`,
  )
  if (exact.length > 0) return { rows: exact.map((row) => ({ ...row, isAlike: false })) }
  const folded = words.join(' ')
  const alike = await rows(
    tx,
    sql<AnsweredRow>`select ${rowColumns} from ${from} where ${ofProcedure(procedureCode)}
        and (similarity(a.folded, ${folded}) > 0.25 or word_similarity(${folded}, a.folded) > 0.45)
      order by greatest(similarity(a.folded, ${folded}), word_similarity(${folded}, a.folded)) desc, a.petition_id limit ${limit}`,
  )
  return { rows: alike.map((row) => ({ ...row, isAlike: true })) }
}

/** One answered question with its answer. */
export async function getAnswered(tx: Queries, code: string) {
  const found = await find(
    tx,
    sql<
      AnsweredRow & { body: string; answer: string; procedureCode: string | null }
    >`select ${rowColumns}, a.body, a.answer, a.procedure_code
      from ${from} where p.code = ${code}`,
  )
  return found === undefined ? fail('notFound') : { ...found, files: await publicAttachmentsOf(tx, found.id) }
}
