import type { Context } from '#kernel/operations/context.ts'
import type { Words } from '#values/words.ts'
import { getPerson } from '#engines/directory/index.ts'
import { tell, tellAtWish, type Wished } from '#engines/notification/index.ts'
import { coApplicantsOf, type CoApplicant } from './co-applicant.ts'
import type { Procedure } from '../declare.ts'
import type { Draft } from '../draft/draft.ts'
import type { ServicesParts } from '../parts.ts'

type Named = Pick<Procedure, 'name' | 'everydayName' | 'coApplicants'>

const nameOf = (procedure: Named): Words => procedure.everydayName ?? procedure.name

const invitationLink = (id: string): string => `/trang-cua-toi/loi-moi/${id}`

/**
 * Tells somebody that they were named: on their page if they are known, and by e-mail; not when the caller has named too many
 * today. Nothing in the answer says whether the number is known here.
 */
export async function tellInvited(
  ctx: Context,
  parts: ServicesParts,
  procedure: Named,
  draft: Draft,
  named: Pick<CoApplicant, 'id' | 'personId' | 'email'>,
): Promise<Wished> {
  const what = nameOf(procedure)
  const writer = lettersOnly((await getPerson(ctx.tx, draft.personId)).fullName)
  return tellAtWish(
    ctx.tx,
    {
      askedBy: draft.personId,
      personId: named.personId ?? undefined,
      address: named.email ?? undefined,
      kind: 'co-applicant.named',
      words: {
        vi: `${writer} mời ông/bà cùng nộp hồ sơ: ${what.vi}. Xin đọc rồi xác nhận, hoặc từ chối.`,
        en: `${writer} asks you to file together: ${what.en}. Please read it, then confirm or decline.`,
      },
      link: invitationLink(named.id),
      dedupe: `named ${named.id}`,
      at: ctx.now(),
    },
    parts.publicUrl,
  )
}

const endWords = {
  discarded: (writer: string, what: Words) => ({
    vi: `${writer} đã bỏ hồ sơ mời ông/bà cùng nộp: ${what.vi}. Hồ sơ chưa gửi đi, ông/bà không phải làm gì nữa.`,
    en: `${writer} has discarded what you were asked to file together: ${what.en}. It was not sent; there is nothing left to do.`,
  }),
  'taken-out': (writer: string, what: Words) => ({
    vi: `${writer} đã bỏ tên ông/bà khỏi hồ sơ cùng nộp: ${what.vi}. Ông/bà không phải làm gì nữa.`,
    en: `${writer} has taken your name out of an application: ${what.en}. There is nothing left to do.`,
  }),
}

/** Tells somebody named that there is nothing left to confirm, wherever they were told of it. */
export async function tellOfEnd(
  ctx: Context,
  parts: ServicesParts,
  procedure: Named,
  draft: Pick<Draft, 'personId'>,
  named: Pick<CoApplicant, 'id' | 'personId' | 'email'>,
  how: keyof typeof endWords,
): Promise<void> {
  const writer = lettersOnly((await getPerson(ctx.tx, draft.personId)).fullName)
  await tellAtWish(
    ctx.tx,
    {
      askedBy: draft.personId,
      personId: named.personId ?? undefined,
      address: named.email ?? undefined,
      kind: `co-applicant.${how}`,
      words: endWords[how](writer, nameOf(procedure)),
      link: invitationLink(named.id),
      dedupe: `${how} ${named.id}`,
      at: ctx.now(),
    },
    parts.publicUrl,
  )
}

/** Tells those whose confirmation no longer holds, once for each confirmation, however often the draft is saved. */
export async function tellOfChange(
  ctx: Context,
  parts: ServicesParts,
  procedure: Named,
  draft: Pick<Draft, 'id'>,
): Promise<void> {
  const what = nameOf(procedure)
  for (const one of await coApplicantsOf(ctx.tx, procedure, draft.id)) {
    if (one.state !== 'changed' || one.personId === null || one.personId === ctx.actor.person) continue
    await tell(
      ctx.tx,
      {
        personId: one.personId,
        to: 'citizen',
        kind: 'co-applicant.asked-again',
        words: {
          vi: `Hồ sơ cùng nộp đã sửa sau khi ông/bà xác nhận: ${what.vi}. Xin đọc và xác nhận lại.`,
          en: `The application was changed after you confirmed: ${what.en}. Please read and confirm again.`,
        },
        link: invitationLink(one.id),
        dedupe: `asked again ${one.id} ${one.digest}`,
        byEmail: true,
        at: ctx.now(),
      },
      parts.publicUrl,
    )
  }
}

/** Tells whoever writes the application what one of those named has said. */
export async function tellWriter(
  ctx: Context,
  parts: ServicesParts,
  procedure: Named,
  draft: Draft,
  said: { readonly invitation: string; readonly answer: 'confirmed' | 'declined'; readonly digest: string },
): Promise<void> {
  const what = nameOf(procedure)
  const { name } = ctx.actor
  await tell(
    ctx.tx,
    {
      personId: draft.personId,
      to: 'citizen',
      kind: `co-applicant.${said.answer}`,
      words:
        said.answer === 'confirmed'
          ? { vi: `${name} đã xác nhận cùng nộp: ${what.vi}.`, en: `${name} confirmed: ${what.en}.` }
          : { vi: `${name} không đồng ý cùng nộp: ${what.vi}.`, en: `${name} declined: ${what.en}.` },
      link: `/nop/${draft.id}/kiem-tra`,
      dedupe: `${said.answer} ${said.invitation} ${said.digest}`,
      byEmail: true,
      at: ctx.now(),
    },
    parts.publicUrl,
  )
}

/** A name as it may stand in a letter to a stranger's address: nothing in it can be a link. */
const lettersOnly = (name: string): string => name.replaceAll(/[^\p{L}\p{M}' -]/gu, '')
