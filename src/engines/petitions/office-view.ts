import { find, rows, sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import { dateAt } from '#values/plain-date.ts'
import { fold } from '#values/text.ts'
import { officesNow } from '#engines/calendar/index.ts'
import { findArea, unitName } from '#engines/directory/index.ts'
import { procedureName } from '#engines/services/index.ts'
import { allowedActs } from './allowed-acts.ts'
import { attachmentsOf, takesAnswerFiles } from './attachments/attachment.ts'
import { answersItself, candidatesFor } from './competence.ts'
import { historyOf } from './history.ts'
import { isPublishedKind } from './kinds.ts'
import { leftOf, ruleOf } from './limits.ts'
import { rowColumns, type ListedPetition } from './office-list.ts'
import type { PetitionsParts } from './parts.ts'
import { withoutPersonalData } from './personal-data.ts'
import { getSeen, isUnderReview, subjectsOf, type Petition } from './petition.ts'
import { nextOf } from './after-complaint.ts'
import { isSeen, mayApprove, mayUnseal } from './rights.ts'
import { senderOf, type Sender } from './sender.ts'

/** One that the caller sees, with what may be done, who is competent and what is like it. */
export async function viewPetition(ctx: Context, parts: PetitionsParts, id: string) {
  const petition = await getSeen(ctx, id)
  const { tx } = ctx
  const today = dateAt(ctx.now())
  const sender = await senderOf(tx, id)
  const rule = ruleOf(parts.rules, petition)
  const approves = mayApprove(ctx.actor, petition)
  const mayAttach = takesAnswerFiles(petition)
  ctx.note({ objectType: 'petition', objectId: id, subjects: await subjectsOf(tx, id), facts: { code: petition.code } })
  return {
    ...petition,
    isProposed: petition.proposedAt !== null,
    left: leftOf(parts.rules, await officesNow(ctx), ctx.now(), petition),
    unitName: await unitName(tx, petition.unitId, today),
    procedure:
      petition.procedureCode === null
        ? null
        : { code: petition.procedureCode, name: await procedureName(tx, petition.procedureCode, today) },
    placeName: petition.place === null ? null : ((await findArea(tx, petition.place, today))?.name ?? null),
    aboutName: petition.aboutUnitId === null ? null : await unitName(tx, petition.aboutUnitId, today),
    sender: sender ?? null,
    cases: rule.answer.map((one) => one.case),
    law: rule.law,
    asked: petition.askedMore,
    isSecond: petition.firstDecision !== null,
    isUnderReview: isUnderReview(petition),
    previous: await codeOf(ctx, petition.previousId),
    next: await codeOf(ctx, (await nextOf(ctx, id))?.id ?? null),
    mergedInto: await codeOf(ctx, petition.mergedInto),
    merged: await mergedOf(ctx, id),
    acts: allowedActs(petition, { now: ctx.now(), extensions: rule.extensions.length, approves }),
    mayOpenIdentity: mayUnseal(ctx.actor, petition),
    bodies: await bodiesFor(ctx, parts, petition),
    alike: await alikeOf(ctx, petition),
    proposal: proposalOf(petition, sender),
    files: (await attachmentsOf(tx, id)).map((file) => ({
      ...file,
      mayRemove:
        mayAttach && file.part === 'answer' && !(petition.answeredAt && file.attachedAt <= petition.answeredAt),
    })),
    mayAttach,
    history: await historyOf(tx, id, 'official'),
  }
}

const codeOf = async (ctx: Context, id: string | null) =>
  id === null
    ? null
    : ((await find(
        ctx.tx,
        sql<{
          id: string
          code: string
        }>`select p.id, p.code from petitions.petition p where p.id = ${id} and ${isSeen(ctx.actor)}`,
      )) ?? null)

const mergedOf = (ctx: Context, id: string) =>
  rows(
    ctx.tx,
    sql<{ id: string; code: string; title: string }>`select p.id, p.code, p.title from petitions.petition p
      where p.merged_into = ${id} and ${isSeen(ctx.actor)} order by p.asked_at, p.id`,
  )

const shownBodies = 4

/** Who may have it, the nearest first, and last the body that it is about, which may not. */
async function bodiesFor(ctx: Context, { rules }: PetitionsParts, petition: Petition) {
  const today = dateAt(ctx.now())
  const nearest = (await candidatesFor(ctx.tx, petition, rules.receivers, today)).slice(0, shownBodies)
  const found = nearest.map(({ unit, why }) => ({
    unitId: unit.id,
    name: unit.name,
    why,
    isRefused: false,
  }))
  if (petition.aboutUnitId === null || answersItself(petition)) return found
  const refused = {
    unitId: petition.aboutUnitId,
    name: await unitName(ctx.tx, petition.aboutUnitId, today),
    why: { vi: 'Không giao: là bên được nói tới', en: 'Not given: it is about them' },
    isRefused: true,
  }
  return [...found, refused]
}

const alikeDays = 90

/** Of the last days what the caller sees and what is put in like words; never a complaint or denunciation. */
async function alikeOf(ctx: Context, { id, kind, title, body }: Petition) {
  if (!isPublishedKind(kind)) return []
  const folded = fold(`${title} ${body}`)
  const since = new Date(ctx.now().getTime() - alikeDays * 86_400_000)
  return rows(
    ctx.tx,
    sql<
      ListedPetition & { likeness: number }
    >`select ${rowColumns(ctx)}, round(similarity(p.folded, ${folded}) * 100)::int as likeness
      from petitions.petition p
      where p.folded % ${folded} and p.kind in ('question', 'reflection') and p.id <> ${id} and p.asked_at > ${since} and ${isSeen(ctx.actor)}
      order by similarity(p.folded, ${folded}) desc, p.asked_at desc, p.id desc limit 5`,
  )
}

function proposalOf({ kind, mayPublish, answer, title, body }: Petition, sender: Sender | undefined) {
  if (!isPublishedKind(kind) || !mayPublish || answer === null) return null
  const clean = (text: string) => withoutPersonalData(text, sender)
  return { title: clean(title), body: clean(body), answer: clean(answer) }
}
