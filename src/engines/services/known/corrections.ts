import { isDeepStrictEqual } from 'node:util'
import type { Queries } from '#kernel/database/connect.ts'
import { json, rows, run, sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import { showDate } from '#values/show-time.ts'
import type { PlainDate } from '#values/plain-date.ts'
import type { Form } from '#engines/forms/declare.ts'
import type { Draft } from '../draft/draft.ts'
import { writeHistory } from '../dossier/history.ts'
import { registerNames, type Known, type KnownFrom, type RegisterFrom } from './known.ts'
import { mergeAnswer } from './merge-answer.ts'

/** What was taken from a national register and is written otherwise since, with the reason where one was given. */
export interface Correction {
  readonly field: string
  readonly from: RegisterFrom
  readonly asOf: PlainDate | null
  readonly said: unknown
  readonly reason: string | null
}

/** What one source said for one question. */
interface Said extends Pick<Known, 'asOf'> {
  readonly field: string
  readonly value: unknown
  readonly from: KnownFrom
}

const isRegister = (from: KnownFrom): from is RegisterFrom => from in registerNames

/** Keeps beside the draft what a register said, until the draft is filed or goes. */
export async function keepSaid(ctx: Context, draftId: string, { field, value, from, asOf }: Said): Promise<void> {
  if (!isRegister(from)) return
  await run(
    ctx.tx,
    sql`insert into services.draft_known (draft_id, field, known_from, as_of, said) values (${draftId}, ${field}, ${from}, ${asOf}, ${json(value)})
      on conflict (draft_id, field) do update set known_from = excluded.known_from, as_of = excluded.as_of, said = excluded.said, reason = null`,
  )
}

/** What was taken from registers for a draft, with the reason where the answer was changed since and one was given. */
export const takenFor = (tx: Queries, draftId: string): Promise<Correction[]> =>
  rows(
    tx,
    sql<Correction>`select field, known_from as "from", as_of, said, reason from services.draft_known where draft_id = ${draftId} order by field`,
  )

/** Of what was taken for a draft that which its answers do not say any longer. */
export const correctionsOf = ({ answers }: Pick<Draft, 'answers'>, taken: readonly Correction[]): Correction[] =>
  taken.filter(({ field, said }) => !isDeepStrictEqual(mergeAnswer(answers[field], said), answers[field]))

/** Says why an answer is not what the register says; 0 where nothing was taken for it. */
export const explainCorrection = (ctx: Context, draftId: string, field: string, reason: string): Promise<number> =>
  run(ctx.tx, sql`update services.draft_known set reason = ${reason} where draft_id = ${draftId} and field = ${field}`)

/** Tells in the history of what was filed, to its applicant too, what is not as a register says it, and why. */
export const tellCorrections = (
  ctx: Context,
  dossierId: string,
  form: Form,
  corrections: readonly Correction[],
): Promise<void> =>
  writeHistory(
    ctx,
    corrections.map(({ field, from, asOf, reason }) => {
      const label = form.pages.flatMap(({ fields }) => fields).find(({ id }) => id === field)?.label
      const day = asOf === null ? { vi: '', en: '' } : { vi: `, ngày ${showDate(asOf)}`, en: `, ${showDate(asOf)}` }
      const { vi, en } = registerNames[from]
      return {
        dossierId,
        kind: 'corrected',
        isPublic: true,
        words: {
          vi: `${label?.vi ?? field}: người nộp khai khác ${vi}${day.vi}. Lý do: ${reason ?? 'không nói'}`,
          en: `${label?.en ?? field}: declared otherwise than ${en} says${day.en}. Reason: ${reason ?? 'none given'}`,
        },
        detail: { field, from, asOf, reason },
      }
    }),
  )
