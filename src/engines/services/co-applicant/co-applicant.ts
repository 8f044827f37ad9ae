import { randomUUIDv7 } from 'node:crypto'
import { rows, run, sql, type Fragment } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { Context } from '#kernel/operations/context.ts'
import type { ProblemPlace } from '#values/errors.ts'
import { fieldAt } from '#engines/forms/contract.ts'
import type { Form } from '#engines/forms/declare.ts'
import type { Procedure } from '../declare.ts'
import type { FiledTogether } from './dossier-co-applicant.ts'

/** `changed`: confirmed, but the application is no longer what was confirmed. */
export type CoApplicantState = 'waiting' | 'confirmed' | 'changed' | 'declined'

/** Somebody named in a draft (`services.draft_co_applicant`). */
export interface CoApplicant {
  readonly id: string
  readonly name: string
  readonly personalId: string
  readonly phone: string | null
  readonly email: string | null
  readonly page: string | null
  readonly state: CoApplicantState
  readonly answeredAt: Date | null
  readonly words: string | null
  /** What was confirmed, as a digest. */
  readonly digest: string | null
  /** Who it is, once a person of this number and name is known. */
  readonly personId: string | null
}

/**
 * What a confirmation stands for: answers, papers, place and names of a draft `d`, as SHA-256 in hex. jsonb writes its keys in one
 * order, so equal content has equal text.
 */
export const digestOfDraft: Fragment = sql`encode(sha256(convert_to(jsonb_build_array(d.answers, d.place,
    (select jsonb_agg(jsonb_build_array(p.paper, p.position, p.file_id) order by p.paper, p.position) from services.draft_paper p where p.draft_id = d.id),
    (select jsonb_agg(named.personal_id order by named.personal_id) from services.draft_co_applicant named where named.draft_id = d.id)
  )::text, 'UTF8')), 'hex')`

/** How a co-applicant `c` of a draft `d` stands to it. */
export const stateInDraft: Fragment = sql`case when c.answer is null then 'waiting' when c.answer = 'declined' then 'declined'
    when c.digest = ${digestOfDraft} then 'confirmed' else 'changed' end`

/** Those named in a draft, in the order of naming; none where the procedure knows no co-applicants. */
export async function coApplicantsOf(
  tx: Queries,
  procedure: Pick<Procedure, 'coApplicants'>,
  draftId: string,
): Promise<CoApplicant[]> {
  return procedure.coApplicants === undefined ? [] : namedIn(tx, draftId)
}

/** Those named in a draft, whatever its procedure says by now. */
export const namedIn = (tx: Queries, draftId: string): Promise<CoApplicant[]> =>
  rows(
    tx,
    sql<CoApplicant>`select c.id, c.name, c.personal_id, c.phone, c.email, c.page, ${stateInDraft} as state, c.answered_at, c.words, c.digest,
        me.id as person_id
      from services.draft_co_applicant c
      join services.draft d on d.id = c.draft_id
      left join directory.person me on me.personal_id = c.personal_id and me.folded = c.folded
      where c.draft_id = ${draftId} order by c.named_at, c.id`,
  )

export interface NewCoApplicant {
  readonly name: string
  readonly personalId: string
  readonly phone: string | null
  readonly email: string | null
  readonly page: string | null
}

/** Names somebody in a draft that the caller holds locked; answers the id of the invitation. */
export async function insertCoApplicant(ctx: Context, draftId: string, named: NewCoApplicant): Promise<string> {
  const id = randomUUIDv7()
  await run(
    ctx.tx,
    sql`insert into services.draft_co_applicant (id, draft_id, name, personal_id, phone, email, page, named_at)
      values (${id}, ${draftId}, ${named.name}, ${named.personalId}, ${named.phone}, ${named.email}, ${named.page}, ${ctx.now()})`,
  )
  return id
}

export const deleteCoApplicant = (tx: Queries, draftId: string, id: string): Promise<number> =>
  run(tx, sql`delete from services.draft_co_applicant where draft_id = ${draftId} and id = ${id}`)

/** Confirms exactly what was read: false when the application is another by now. */
export const confirmAsRead = async (ctx: Context, id: string, seen: string, words: string | null): Promise<boolean> =>
  (await run(
    ctx.tx,
    sql`update services.draft_co_applicant c set answer = 'confirmed', answered_at = ${ctx.now()}, words = ${words}, digest = ${seen}
      from services.draft d where d.id = c.draft_id and c.id = ${id} and ${digestOfDraft} = ${seen}`,
  )) > 0

export const decline = (ctx: Context, id: string, words: string): Promise<number> =>
  run(
    ctx.tx,
    sql`update services.draft_co_applicant set answer = 'declined', answered_at = ${ctx.now()}, words = ${words}, digest = null where id = ${id}`,
  )

/** Whether a page is somebody's to answer: then nobody else writes it, not even the writer of the rest. */
export const isGivenAway = (named: readonly CoApplicant[], page: string): boolean =>
  named.some((one) => one.page === page && one.state !== 'declined')

/** Somebody who has confirmed, as the dossier keeps them. */
export function asFiledTogether({ id, personId, name, answeredAt }: CoApplicant): FiledTogether {
  if (personId === null || answeredAt === null) throw new Error(`co-applicant ${id}: has not confirmed`)
  return { personId, name, confirmedAt: answeredAt, confirmed: 'online', recordedBy: null }
}

/**
 * What keeps an application of several from being sent: what it lacks, without the pages that others answer, and each who has not
 * confirmed as one place `co-applicants.<id>`.
 */
export function missingTogether(
  form: Form,
  places: readonly ProblemPlace[],
  named: readonly CoApplicant[],
): ProblemPlace[] {
  const open = named.filter(({ state }) => state !== 'confirmed')
  const givenAway = open.filter(({ page, state }) => page !== null && state !== 'declined')
  const answerer = ({ path }: ProblemPlace) => {
    const page = fieldAt(form, path)?.page.id
    return givenAway.find((one) => one.page === page)
  }
  const lacking = new Set(places.map(answerer))
  return [
    ...places.filter((place) => answerer(place) === undefined),
    ...open.map((one) => ({
      path: `co-applicants.${one.id}`,
      message: (lacking.has(one) ? notAnswered : openWords[one.state as keyof typeof openWords])(one.name),
    })),
  ]
}

const notAnswered = (name: string) => ({
  vi: `${name} chưa khai phần của mình và chưa xác nhận`,
  en: `${name} has neither answered their page nor confirmed`,
})

const openWords = {
  waiting: (name: string) => ({ vi: `${name} chưa xác nhận`, en: `${name} has not confirmed yet` }),
  changed: (name: string) => ({
    vi: `${name} phải xác nhận lại, vì hồ sơ đã sửa sau khi người đó xác nhận`,
    en: `${name} has to confirm again: it was changed afterwards`,
  }),
  declined: (name: string) => ({
    vi: `${name} không đồng ý. Hỏi lại người đó, hoặc bỏ tên khỏi hồ sơ`,
    en: `${name} declined. Ask them, or take the name out`,
  }),
} as const satisfies Record<Exclude<CoApplicantState, 'confirmed'>, unknown>
