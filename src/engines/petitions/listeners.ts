import { find, run, sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import type { Listener } from '#kernel/operations/engine.ts'
import { dateAt } from '#values/plain-date.ts'
import { showDate } from '#values/show-time.ts'
import type { Words } from '#values/words.ts'
import { holdersOfRight } from '#engines/directory/index.ts'
import { TemplateKind } from '#engines/notification/contract.ts'
import { tell, tellStranger } from '#engines/notification/index.ts'
import { inGroups } from './contract/show-code.ts'
import { digestOfCode, makeLookUpCode } from './look-up-code.ts'
import { findPetition, type Petition } from './petition.ts'
import { approveRight, workRight } from './rights.ts'

interface Told {
  readonly petitionId: string
}

const on = (at: Date | null): string => (at === null ? '' : showDate(dateAt(at)))

/** What a sender is told of each change: never what is in it, since messages stay when rights change. */
const toSenders: Readonly<Record<string, (petition: Petition) => Words>> = {
  'petition.sent': (p) => said(p, `đã gửi, được trả lời là nhận hay không trước ${on(p.acceptDue)}`, 'was sent'),
  'petition.accepted': (p) =>
    said(
      p,
      `đã được nhận giải quyết, trả lời trước ${on(p.answerDue)}`,
      `was accepted, answered by ${on(p.answerDue)}`,
    ),
  'petition.refused': (p) => said(p, 'không được giải quyết, xin xem lý do', 'was refused; see why'),
  'petition.asked-more': (p) => said(p, 'cần ông/bà trả lời thêm', 'needs an answer from you'),
  'petition.extended': (p) => said(p, `được gia hạn đến ${on(p.answerDue)}`, `was put off until ${on(p.answerDue)}`),
  'petition.answered': (p) => said(p, 'đã có trả lời', 'was answered'),
}

/** Of what officials are told: those who work on it, or those who may answer. */
const toOfficials: Readonly<Record<string, { readonly right: typeof workRight; readonly words: Words }>> = {
  'petition.sent': { right: workRight, words: { vi: 'Mới gửi đến', en: 'New' } },
  'petition.assigned': { right: workRight, words: { vi: 'Được giao', en: 'Given to your unit' } },
  'petition.supplied': { right: workRight, words: { vi: 'Người gửi đã trả lời thêm', en: 'Its sender has answered' } },
  'petition.attached': { right: workRight, words: { vi: 'Người gửi gửi thêm tệp', en: 'Its sender gave a file' } },
  'petition.returned': { right: workRight, words: { vi: 'Câu trả lời bị trả lại', en: 'The answer came back' } },
  'petition.reopened': { right: workRight, words: { vi: 'Người gửi mở lại', en: 'Opened again by its sender' } },
  'petition.proposed': { right: approveRight, words: { vi: 'Câu trả lời chờ duyệt', en: 'An answer to approve' } },
}

/** Senders and officials are told of what happens; a denouncer by nothing but what their code shows. */
export const petitionListeners = (publicUrl: string): readonly Listener[] => [
  ...Object.entries(toSenders).map(([event, words]) => tellSender(event, words, publicUrl)),
  followMerged,
  ...Object.entries(toOfficials).map(([event, { right, words }]) => tellOfficials(event, right, words, publicUrl)),
]

/** What one account of a person asked is the other's when the two become one. */
const followMerged: Listener = {
  event: 'identity.merged',
  name: 'give-petitions-of-merged',
  async run({ tx }: Context, { personId }: { personId: string }) {
    await run(
      tx,
      sql`update petitions.sender set person_id = ${personId}
        where person_id in (select id from directory.person where merged_into = ${personId})`,
    )
  },
}

const tellSender = (event: string, words: (petition: Petition) => Words, publicUrl: string): Listener => ({
  event,
  name: `tell-sender-${event}`,
  async run(ctx: Context, { petitionId }: Told, eventId: string) {
    const petition = await findPetition(ctx.tx, petitionId)
    const sender = await find(
      ctx.tx,
      sql<{
        personId: string | null
        phone: string
        email: string | null
      }>`select person_id, phone, email from petitions.sender where petition_id = ${petitionId}`,
    )
    if (petition === undefined || sender === undefined) return
    const at = ctx.now()
    const line = words(petition)
    const dedupe = eventId
    if (sender.personId !== null) {
      const link = `/trang-cua-toi/hoi-dap/${petitionId}`
      await tell(
        ctx.tx,
        { personId: sender.personId, to: 'citizen', kind: event, words: line, link, dedupe, byEmail: true, at },
        publicUrl,
      )
    } else await tellByTemplate(ctx, petition, sender, { event, line, dedupe }, publicUrl)
  },
})

/** What a sender without an account needs their code for: the first may be lost, or was only read out. */
const withCode: ReadonlySet<string> = new Set(['petition.refused', 'petition.asked-more', 'petition.answered'])

/**
 * By phone and e-mail, as they gave them. What it is about they read with a code; one that is told takes the place of the one told before, and the one
 * that they were given when they sent it goes on.
 */
async function tellByTemplate(
  ctx: Context,
  petition: Petition,
  { phone, email }: { readonly phone: string; readonly email: string | null },
  { event, line, dedupe }: { readonly event: string; readonly line: Words; readonly dedupe: string },
  publicUrl: string,
): Promise<void> {
  const lookUpCode = withCode.has(event) ? makeLookUpCode() : undefined
  if (lookUpCode !== undefined)
    await run(
      ctx.tx,
      sql`update petitions.petition set told_digest = ${digestOfCode(lookUpCode)} where id = ${petition.id}`,
    )
  const lookup = lookUpCode && inGroups(lookUpCode)
  const due = event === 'petition.sent' ? petition.acceptDue : petition.answerDue
  await tellStranger(
    ctx.tx,
    {
      kind: event,
      words: lookup ? { vi: `${line.vi} Mã tra cứu: ${lookup}`, en: `${line.en} Look-up code: ${lookup}` } : line,
      link: '/hoi-dap/tra-cuu',
      dedupe,
      about: petition.id,
      address: email,
      at: ctx.now(),
      outside: {
        template: TemplateKind.parse(event),
        procedureCode: petition.procedureCode ?? '',
        facts: { code: petition.code, due: on(due), site: new URL(publicUrl).host, ...(lookup && { lookup }) },
        phone,
        unitId: petition.unitId,
      },
    },
    publicUrl,
  )
}

const tellOfficials = (event: string, right: typeof workRight, words: Words, publicUrl: string): Listener => ({
  event,
  name: `tell-officials-${event}`,
  async run(ctx: Context, { petitionId }: Told, eventId: string) {
    const petition = await findPetition(ctx.tx, petitionId)
    if (petition === undefined) return
    const holders = await holdersOfRight(ctx.tx, petition.unitId, right(petition.kind), dateAt(ctx.now()))
    for (const personId of new Set(holders.map((holder) => holder.personId)))
      await tell(
        ctx.tx,
        {
          personId,
          to: 'staff',
          kind: event,
          words: { vi: `${words.vi}: ${petition.code}`, en: `${words.en}: ${petition.code}` },
          link: `/can-bo/hoi-dap/${petitionId}`,
          dedupe: eventId,
          at: ctx.now(),
        },
        publicUrl,
      )
  },
})

const said = ({ code }: Petition, vi: string, en: string): Words => ({ vi: `${code} ${vi}.`, en: `${code} ${en}.` })
