import { rows, sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import type { Listener } from '#kernel/operations/engine.ts'
import { showClock, showDate } from '#values/show-time.ts'
import { dateAt, type PlainDate } from '#values/plain-date.ts'
import type { Words } from '#values/words.ts'
import { getPerson, representedBy, validOn } from '#engines/directory/index.ts'
import { TemplateKind } from '#engines/notification/contract.ts'
import { ownLine, tell, type Outside } from '#engines/notification/index.ts'
import type { Milestone } from './work/apply-action.ts'
import { contactOf } from './dossier/contact.ts'
import { findDossier, type Dossier } from './dossier/dossier.ts'
import { ownerOf } from './dossier/represented.ts'
import { isDoneOnline } from './dossier/dossier-access.ts'
import { calledWords } from './meeting/meeting-handlers.ts'
import { procedureOf } from './procedure/procedure.ts'
import { makeRatingLink } from './satisfaction/rating-link.ts'
import { letSeeHandedWork } from './dossier/handed-work.ts'

interface DossierEvent extends Milestone {
  readonly dossierId: string
  /** Of a date that moved: the day that counts now; of papers to be collected: when the post comes. */
  readonly to?: PlainDate
  /** Where an officer acted for the applicant. */
  readonly counter?: string
  /** Of a council or an inspection: what it is, when and where. */
  readonly meets?: 'council' | 'inspection'
  readonly at?: string
  readonly place?: string
  /** Of what the post carries: where it is. */
  readonly words?: Words
}

/** What the applicant and those who filed together are told at each change, and what officials are told of work that is new to them. */
export function servicesListeners(publicUrl: string): readonly Listener[] {
  const toApplicant = (
    event: string,
    say: (dossier: Dossier, told: DossierEvent, isCoApplicant: boolean) => Words | undefined,
  ): Listener => ({
    event,
    name: `tell-applicant-${event}`,
    async run(ctx: Context, told: DossierEvent, eventId: string) {
      const dossier = await findDossier(ctx.tx, told.dossierId)
      if (dossier === undefined) return
      for (const personId of new Set([dossier.applicantId, dossier.submitterId, ...dossier.coApplicantIds])) {
        const usual = say(dossier, told, dossier.coApplicantIds.includes(personId))
        if (usual === undefined) return
        if (!(await isConcerned(ctx, dossier, personId))) continue
        // A dossier that only ended, rejected or lapsed, is rated by nobody.
        const rating = event === 'dossier.moved' ? await ratingLink(ctx, dossier, told, personId) : undefined
        const link = rating ?? `/trang-cua-toi/ho-so/${dossier.id}`
        const outside = await outsideOf(ctx, dossier, personId, told, event, { publicUrl, link })
        const words = (outside.own && ownLine(outside.own, outside.facts)) ?? usual
        await tell(
          ctx.tx,
          {
            personId,
            to: 'citizen',
            kind: event,
            words,
            link,
            dedupe: eventId,
            outside,
            about: dossier.id,
            isGuarded: !(await isDoneOnline(ctx.tx, dossier.id, personId)),
            at: ctx.now(),
          },
          publicUrl,
        )
      }
    },
  })
  // What is no longer so by the time it would be told is not told.
  const toAssignee = (event: string, isTheirs: boolean, said: Words): Listener => ({
    event,
    name: `tell-${event}`,
    async run(ctx: Context, { taskId, key }: { taskId: string; key: number }, eventId: string) {
      const [task] = await rows(
        ctx.tx,
        sql<{ code: string; subjectId: string; line: string }>`
          select code, subject_id, line from workflow.task where id = ${taskId} and (assignee = ${key}) = ${isTheirs}`,
      )
      for (const { personId } of task ? await holdersOfPost(ctx, key) : []) {
        const words = {
          vi: `${said.vi}: ${task?.line} (${task?.code})`,
          en: `${said.en}: ${task?.line} (${task?.code})`,
        }
        const link = `/can-bo/ho-so/${task?.subjectId}`
        await tell(
          ctx.tx,
          { personId, to: 'staff', kind: event, words, link, dedupe: eventId, at: ctx.now() },
          publicUrl,
        )
      }
    },
  })
  return [
    toApplicant('dossier.filed', (d) => said(d, 'đã gửi, đang chờ kiểm tra', 'was sent and waits to be checked')),
    // Of the many steps inside, the applicant hears of three.
    { ...toApplicant('dossier.moved', movedWords), concerns: ({ milestone }: DossierEvent) => milestone !== undefined },
    toApplicant('dossier.supplement-asked', (d) =>
      said(d, 'cần bổ sung, xin mở để xem từng chỗ', 'needs something more from you; open it to see each place'),
    ),
    toApplicant('dossier.supplied-at-counter', (d, { counter }) =>
      said(d, `đã được bổ sung tại ${counter}`, `was supplemented at ${counter}`),
    ),
    toApplicant('dossier.withdrawn-at-counter', (d, { counter }) =>
      said(d, `đã được rút tại ${counter}`, `was withdrawn at ${counter}`),
    ),
    toApplicant('dossier.rejected', (d) =>
      said(d, 'không được tiếp nhận, xin xem lý do', 'was not accepted; see the reason'),
    ),
    toApplicant('dossier.apologised', (d) =>
      said(d, `bị chậm, hẹn lại ngày ${date(d.promised)}`, `is late; the new date is ${date(d.promised)}`),
    ),
    toApplicant('dossier.rescheduled', (d) =>
      said(
        d,
        `được hẹn trả trước ${clock(d.promised)} ngày ${date(d.promised)}, vì lịch làm việc thay đổi`,
        `is due before ${clock(d.promised)} on ${date(d.promised)} now, for the working calendar changed`,
      ),
    ),
    toApplicant('supplement.rescheduled', (d, { to }) =>
      d.status !== 'waiting-applicant' || to === undefined
        ? undefined
        : said(
            d,
            `được nộp bổ sung đến hết ${showDate(to)}, vì lịch làm việc thay đổi`,
            `may be supplemented until ${showDate(to)} now, for the working calendar changed`,
          ),
    ),
    toApplicant('dossier.paused', (d) =>
      said(d, 'tạm dừng, xin xem việc cần làm', 'is paused; see what has to be done'),
    ),
    toApplicant('dossier.meeting-called', (d, { meets, at, place }) => {
      if (meets === undefined || at === undefined || place === undefined) return undefined
      const called = calledWords(meets, new Date(at), place)
      return said(d, `có hẹn: ${called.vi}`, `has an appointment: ${called.en}`)
    }),
    toApplicant('postal.delivery-with-post', postalWords),
    toApplicant('postal.delivery-done', postalWords),
    toApplicant('postal.delivery-returned', postalWords),
    toApplicant('postal.pick-up-with-post', postalWords),
    toApplicant('postal.pick-up-done', postalWords),
    toApplicant('postal.pick-up-returned', postalWords),
    toApplicant('dossier.result-revoked', (d) =>
      said(d, 'có kết quả bị thu hồi, xin mở để xem lý do', 'has a result that was revoked; open it to see why'),
    ),
    toApplicant('dossier.lapsed', (d) =>
      said(d, 'đã kết thúc vì hết hạn bổ sung', 'ended: nothing came within the time given'),
    ),
    letSeeHandedWork,
    toAssignee('task.assigned', true, { vi: 'Việc mới giao cho bạn', en: 'Work assigned to you' }),
    toAssignee('task.assignment-undone', false, {
      vi: 'Việc vừa giao cho bạn đã được rút lại',
      en: 'Taken back from you',
    }),
  ]
}

/** With the result in hand whoever it is for rates it by the link that they are told of, signed in or not. */
const ratingLink = async (ctx: Context, dossier: Dossier, { milestone }: DossierEvent, personId: string) =>
  milestone === 'delivered' && personId === dossier.applicantId ? makeRatingLink(ctx, dossier.id) : undefined

/**
 * What is told outside the platform: code, state, days and where it leads alone. The applicant is told at the phone that this dossier declares, others at
 * their own.
 */
async function outsideOf(
  ctx: Context,
  dossier: Dossier,
  personId: string,
  told: DossierEvent,
  event: string,
  { publicUrl, link }: { readonly publicUrl: string; readonly link: string },
): Promise<Outside> {
  const person = await getPerson(ctx.tx, personId)
  const version = await procedureOf(ctx.tx, dossier)
  const isApplicant = personId === dossier.applicantId
  const { phone } = isApplicant ? contactOf(version, dossier.answers, person) : person
  const template = TemplateKind.parse(event === 'dossier.moved' ? `dossier.${told.milestone}` : event)
  return {
    template,
    procedureCode: dossier.procedureCode,
    own: version.messages?.find((one) => one.event === template),
    facts: {
      code: dossier.code,
      due: date(dossier.promised),
      until: told.to === undefined ? '' : showDate(told.to),
      place: told.counter ?? '',
      site: new URL(publicUrl).host,
      link: `${publicUrl}${link}`,
    },
    phone,
    unitId: dossier.receiverId,
  }
}

/** Whoever filed for another hears of it as long as they act for them. */
const isConcerned = async (ctx: Context, dossier: Dossier, personId: string): Promise<boolean> =>
  personId === ownerOf(dossier) ||
  dossier.coApplicantIds.includes(personId) ||
  (await representedBy(ctx.tx, personId, dateAt(ctx.now()))).some(({ id }) => id === ownerOf(dossier))

const said = (dossier: Dossier, vi: string, en: string): Words => ({
  vi: `Hồ sơ ${dossier.code} (${dossier.procedureName}) ${vi}.`,
  en: `Dossier ${dossier.code} ${en}.`,
})

/** Where the post is, as the dossier's history says it. */
const postalWords = ({ code, procedureName }: Dossier, { words }: DossierEvent): Words | undefined =>
  words && { vi: `Hồ sơ ${code} (${procedureName}): ${words.vi}.`, en: `Dossier ${code}: ${words.en}.` }

const date = (at: Date | null): string => (at === null ? '' : showDate(dateAt(at)))
const clock = (at: Date | null): string => (at === null ? '' : showClock(at))

/** What has happened is told by the event, not by how things stand by now. */
function movedWords(dossier: Dossier, { milestone, step }: DossierEvent, isCo: boolean): Words | undefined {
  const due = date(dossier.promised)
  if (milestone === 'received') return said(dossier, `đã được tiếp nhận, hẹn trả ${due}`, `was received, due ${due}`)
  if (milestone === 'ready')
    return step === undefined
      ? said(dossier, 'đã có kết quả', 'has a result')
      : said(dossier, `đã có kết quả: ${step.vi}`, `has a result: ${step.en}`)
  if (milestone === 'delivered' && isCo) return said(dossier, 'đã trả kết quả', 'is finished')
  if (milestone === 'delivered')
    return said(
      dossier,
      'đã trả kết quả. Xin cho biết ông/bà có hài lòng không',
      'is finished. Please tell us how it went',
    )
  return undefined
}

const holdersOfPost = (ctx: Context, key: number): Promise<{ personId: string }[]> =>
  rows(
    ctx.tx,
    sql<{ personId: string }>`select a.person_id from directory.principal q
      join directory.appointment a on a.post_id = q.post_id and ${validOn('a', dateAt(ctx.now()))} where q.key = ${key}`,
  )
