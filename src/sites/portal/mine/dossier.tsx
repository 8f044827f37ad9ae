import {
  data,
  redirect,
  useActionData,
  useLoaderData,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from 'react-router'
import { Problem } from '#values/errors.ts'
import { showDong } from '#values/money.ts'
import { dateAt, type PlainDate } from '#values/plain-date.ts'
import { showDate, showFullDate, showInstant } from '#values/show-time.ts'
import { fill, say, type Language, type Words } from '#values/words.ts'
import { FormSummary } from '#engines/forms/web/index.ts'
import { BackLink } from '#ui/portal/Breadcrumbs.tsx'
import { Button, ButtonLink, ButtonRow } from '#ui/portal/Button.tsx'
import { ActionCard } from '#ui/portal/Cards.tsx'
import { ChoiceCards } from '#ui/portal/ChoiceCards.tsx'
import { Columns, PageTitle, Section } from '#ui/portal/Columns.tsx'
import { ErrorSummary } from '#ui/portal/ErrorSummary.tsx'
import { Notice } from '#ui/portal/Notice.tsx'
import { LinkList } from '#ui/portal/SearchBox.tsx'
import { TextArea } from '#ui/portal/TextField.tsx'
import { Timeline, type TimelineItem } from '#ui/portal/Timeline.tsx'
import { SendOnce } from '../../SendOnce.tsx'
import { mustBe, pageOf } from '../../client.ts'
import type { Client } from '#engines/contract.ts'
import { RevokedNotice } from './RevokedNotice.tsx'
import { PaperFiles } from '../PaperFiles.tsx'
import { PortalPage } from '../PortalPage.tsx'
import { Exemptions } from './Exemptions.tsx'
import { DossierBadge } from './dossier-badge.tsx'
import { ToldOutside } from './ToldOutside.tsx'
import { textOf } from '../../form-text.ts'
import { titled } from '../title.tsx'
import { Named } from '#ui/Named.tsx'
import { marks } from '../../marks.ts'
import { FormToken } from '../../FormToken.tsx'

/** How somebody stands to a dossier that is not their own. */
const standingWords = {
  together: {
    vi: 'Ông/bà cùng nộp hồ sơ này với {name}, nên xem được mọi thứ và được báo mỗi khi có thay đổi. Bổ sung, rút hồ sơ và chấm điểm do {name} làm.',
    en: 'You filed this together with {name}: you see all of it and hear of every change. {name} corrects, withdraws and rates it.',
  },
  acts: {
    vi: 'Ông/bà làm thay {name}. Việc làm ở đây ghi cả hai tên; {name} thấy cả những lần ông/bà xem.',
    en: 'You act for {name}. What you do here bears both names; {name} sees each time you read it.',
  },
  follows: {
    vi: 'Đây là hồ sơ của {name}. Ông/bà được xem, không làm thay; {name} thấy những lần ông/bà xem.',
    en: 'This is a dossier of {name}. You may read it, not act; {name} sees each time you do.',
  },
} as const satisfies Record<string, Words>

type Followed = Awaited<ReturnType<Client['services']['getMyDossier']>>

/** Supplements and withdraws it. */
const mayAct = ({ standing }: Pick<Followed, 'standing'>): boolean => standing === 'own' || standing === 'acts'

/** The post had something to do with it. */
const hasPost = ({ history }: Pick<Followed, 'history'>): boolean =>
  history.some(({ kind }) => kind.startsWith('postal-'))

const words = {
  mine: { vi: 'Trang của tôi', en: 'My page' },
  code: { vi: 'Hồ sơ {code}', en: 'Dossier {code}' },
  where: { vi: 'Hồ sơ đi đến đâu', en: 'Where the dossier goes' },
  who: { vi: 'Ai phải làm', en: 'Who acts' },
  you: { vi: 'Ông/bà', en: 'You' },
  before: { vi: 'Trước', en: 'Before' },
  due: { vi: 'Hẹn trả', en: 'Due' },
  answerBy: { vi: 'Trả lời trước', en: 'Answers by' },
  sentTo: { vi: 'Bưu điện gửi đến', en: 'Sent by post to' },
  needs: { vi: 'Cần bổ sung {count} chỗ', en: 'Things to put right: {count}' },
  toPay: { vi: 'Cần trả {amount}', en: 'To pay: {amount}' },
  pay: { vi: 'Trả phí', en: 'Pay' },
  doIt: { vi: 'Bổ sung ngay', en: 'Put it right now' },
  askedBy: { vi: 'Người yêu cầu: {by}.', en: 'Asked by: {by}.' },
  rejectedFor: { vi: 'Lý do', en: 'Reason' },
  answered: { vi: 'Người trả lời', en: 'Answered by' },
  rejection: { vi: 'Phiếu từ chối tiếp nhận (PDF)', en: 'Notice of rejection (PDF)' },
  sent: { vi: 'Xem mọi thứ đã gửi', en: 'Everything that was sent' },
  papers: { vi: 'Giấy tờ đã gửi', en: 'Papers sent' },
  yourTurn: { vi: 'Chờ ông/bà bổ sung', en: 'Waiting for your corrections' },
  turnOf: { vi: 'Chờ {name} bổ sung', en: 'Waiting for the corrections of {name}' },
  application: { vi: 'Đơn, tờ khai đã gửi (PDF)', en: 'Application as sent (PDF)' },
  receipt: { vi: 'Giấy tiếp nhận và hẹn trả (PDF)', en: 'Receipt slip (PDF)' },
  request: { vi: 'Phiếu yêu cầu bổ sung (PDF)', en: 'Request for corrections (PDF)' },
  result: { vi: 'Kết quả', en: 'Result' },
  download: { vi: 'Tải kết quả (PDF)', en: 'Download the result (PDF)' },
  verify: { vi: 'Trang kiểm tra giấy này', en: 'Verification page' },
  resultText: { vi: '{title} số {number}, ngày {day}', en: '{title} no. {number}, {day}' },
  sorry: { vi: 'Xin lỗi ông/bà vì hồ sơ bị chậm', en: 'We apologise for the delay' },
  sorryText: {
    vi: 'Lý do: {reason}. Hẹn lại {day}. Người chịu trách nhiệm trả lời: {by}.',
    en: 'Reason: {reason}. New date {day}. Answering for it: {by}.',
  },
  late: { vi: 'Hồ sơ đã quá ngày hẹn', en: 'The dossier is overdue' },
  lateText: {
    vi: 'Cơ quan phải xin lỗi bằng văn bản và hẹn lại. Ông/bà có thể gọi đường dây hỗ trợ.',
    en: 'The authority must apologise in writing and give a new date. You may call the help line.',
  },
  post: { vi: 'Bưu điện: nhờ đến nhận giấy tờ, theo dõi bưu gửi', en: 'Post: have papers collected, follow an item' },
  withdraw: { vi: 'Rút hồ sơ', en: 'Withdraw' },
  withdrawAsk: {
    vi: 'Rút rồi thì hồ sơ dừng ở đây; muốn làm lại phải nộp mới.',
    en: 'Withdrawing ends the dossier; to try again, file anew.',
  },
  withdrawYes: { vi: 'Tôi muốn rút hồ sơ', en: 'Withdraw it' },
  reason: { vi: 'Lý do (không bắt buộc)', en: 'Reason (optional)' },
  rate: { vi: 'Ông/bà có hài lòng không?', en: 'Were you satisfied?' },
  mark: { vi: 'Mức hài lòng', en: 'How satisfied' },
  rateIt: { vi: 'Gửi đánh giá', en: 'Send' },
  rated: { vi: 'Cảm ơn ông/bà đã chấm {mark}/5.', en: 'Thank you. You gave {mark} of 5.' },
  ratingAnswer: { vi: 'Đơn vị trả lời về điểm đã chấm', en: 'What you were answered about it' },
  comment: { vi: 'Góp ý thêm (không bắt buộc)', en: 'Comment (optional)' },
  together: {
    vi: 'Người nộp: {applicant}. Cùng nộp: {others}.',
    en: 'Applicant: {applicant}. Filed together: {others}.',
  },
  atOnce: { vi: 'Nộp cùng một lần', en: 'Filed in one go' },
  atOnceDone: { vi: '{name}, mã {code}: đã xong', en: '{name}, code {code}: finished' },
  atOnceOpen: { vi: '{name}, mã {code}: đang giải quyết', en: '{name}, code {code}: in progress' },
  todo: { vi: 'khoảng {hours} giờ làm việc', en: 'about {hours} working hours' },
  wrong: { vi: 'Chưa làm được', en: 'Not done' },
} as const satisfies Record<string, Words>

export async function loader(args: LoaderFunctionArgs) {
  const page = pageOf(args)
  mustBe(page, 'citizen', args.url)
  return {
    language: page.language,
    now: new Date(),
    dossier: await page.client.services.getMyDossier({ id: args.params['id'] ?? '' }),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { client, language } = pageOf(args)
  const id = args.params['id'] ?? ''
  const form = await args.request.formData()
  const text = (name: string) => textOf(form, name)
  try {
    if (form.has('withdraw'))
      await client.services.withdraw({ id, ...(text('reason') ? { reason: text('reason') } : {}) })
    else
      await client.services.rate({ id, mark: text('mark'), ...(text('comment') ? { comment: text('comment') } : {}) })
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return data({ error: say(error.words, language) }, { status: error.status })
  }
  return redirect(`/trang-cua-toi/ho-so/${id}`)
}

export const meta: MetaFunction<typeof loader> = ({ matches, loaderData }) =>
  titled(matches, loaderData?.dossier.procedureName)

export default function FollowPage() {
  const { language, now, dossier } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const t = (one: Words, values: Record<string, string | number> = {}) => say(fill(one, values), language)
  const print = (form: string) => `/api/services/dossiers/${dossier.id}/print/${form}`
  return (
    <PortalPage>
      <BackLink href="/trang-cua-toi" text={t(words.mine)} />
      <Columns
        shape="facts"
        asideLabel={t(words.where)}
        aside={
          <>
            <Section title={t(words.where)}>
              <Timeline language={language} items={timelineOf(dossier, language)} />
            </Section>
            <ToldOutside told={dossier.told} language={language} />
          </>
        }
      >
        {failed && <ErrorSummary title={t(words.wrong)} errors={[{ fieldId: 'content', text: failed.error }]} />}
        <PageTitle title={dossier.procedureName} note={t(words.code, { code: dossier.code })} />
        <Turn dossier={dossier} language={language} now={now} />
        {dossier.toPay.total > 0 && mayAct(dossier) && (
          <ActionCard
            tone="waiting"
            title={t(words.toPay, { amount: showDong(dossier.toPay.total) })}
            actions={<ButtonLink href={`/trang-cua-toi/ho-so/${dossier.id}/tra-phi`}>{t(words.pay)}</ButtonLink>}
          />
        )}
        <Exemptions exemptions={dossier.exemptions} language={language} />
        {dossier.standing !== 'own' ? (
          <Notice>{t(standingWords[dossier.standing], { name: dossier.applicantName })}</Notice>
        ) : (
          dossier.coApplicants.length > 0 && (
            <p className="note">
              {t(words.together, { applicant: dossier.applicantName, others: dossier.coApplicants.join(', ') })}
            </p>
          )
        )}
        {dossier.filedAtOnce.length > 0 && (
          <Section title={t(words.atOnce)}>
            <LinkList
              links={dossier.filedAtOnce.map((other) => ({
                href: `/trang-cua-toi/ho-so/${other.id}`,
                text: t(other.isFinished ? words.atOnceDone : words.atOnceOpen, {
                  name: other.procedureName,
                  code: other.code,
                }),
                icon: 'file-text',
              }))}
            />
          </Section>
        )}
        {dossier.apology && (
          <Notice tone="late" title={t(words.sorry)}>
            {t(words.sorryText, {
              reason: dossier.apology.reason,
              day: showFullDate(dossier.apology.newDate as PlainDate, language),
              by: dossier.apology.by,
            })}
          </Notice>
        )}
        {dossier.isLate && !dossier.apology && dossier.finishedAt === null && (
          <Notice tone="late" title={t(words.late)}>
            {t(words.lateText)}
          </Notice>
        )}
        {dossier.result && <RevokedNotice result={dossier.result} language={language} />}
        {dossier.result && dossier.result.revokedAt === null && (
          <ActionCard
            tone={dossier.outcome === 'refused' ? 'paused' : 'good'}
            title={t(words.result)}
            actions={
              <ButtonRow>
                <ButtonLink href={print('result')} icon="download">
                  {t(words.download)}
                </ButtonLink>
                <ButtonLink href={`/kiem-tra/${dossier.result.verificationCode}`} kind="secondary">
                  {t(words.verify)}
                </ButtonLink>
              </ButtonRow>
            }
          >
            <p>
              {t(words.resultText, {
                title: dossier.result.title,
                number: dossier.result.number ?? '',
                day: dossier.result.issuedOn ? showDate(dossier.result.issuedOn as PlainDate) : '',
              })}
            </p>
          </ActionCard>
        )}
        {dossier.canRate && <Rate language={language} />}
        {dossier.rating !== null && <Notice tone="good">{t(words.rated, { mark: dossier.rating })}</Notice>}
        {dossier.ratingAnswer !== null && <Notice title={t(words.ratingAnswer)}>{dossier.ratingAnswer}</Notice>}
        <details>
          <summary>{t(words.sent)}</summary>
          <FormSummary language={language} pages={dossier.summary} />
          <PaperFiles language={language} title={t(words.papers)} papers={dossier.papers} />
        </details>
        <LinkList
          links={[
            { href: print('application'), text: t(words.application), icon: 'file-text' },
            ...(dossier.rejection
              ? [{ href: print('rejection-slip'), text: t(words.rejection), icon: 'file-text' } as const]
              : []),
            ...((mayAct(dossier) && dossier.finishedAt === null) || hasPost(dossier)
              ? [{ href: `/trang-cua-toi/ho-so/${dossier.id}/buu-dien`, text: t(words.post), icon: 'mail' } as const]
              : []),
            ...(dossier.isReceived
              ? [{ href: print('receipt-slip'), text: t(words.receipt), icon: 'file-text' } as const]
              : []),
          ]}
        />
        {dossier.canWithdraw && (
          <details>
            <summary>{t(words.withdraw)}</summary>
            <form method="post" className="stack">
              <FormToken />
              <SendOnce />
              <p>{t(words.withdrawAsk)}</p>
              <TextArea language={language} name="reason" label={t(words.reason)} rows={2} maxLength={1000} />
              <Button kind="warn" name="withdraw" value="yes">
                {t(words.withdrawYes)}
              </Button>
            </form>
          </details>
        )}
      </Columns>
    </PortalPage>
  )
}

/** Whose turn it is, what for, by when: the first thing on the page. */
function Turn({ dossier, language, now }: { dossier: Followed; language: Language; now: Date }) {
  const t = (one: Words, values: Record<string, string | number> = {}) => say(fill(one, values), language)
  const badge = <DossierBadge dossier={dossier} language={language} now={now} />
  if (dossier.supplement) {
    const { pins, due, askedBy } = dossier.supplement
    return (
      <ActionCard
        tone="waiting"
        edge="side"
        badge={badge}
        title={t(words.needs, { count: pins.length })}
        facts={[
          { term: t(words.who), value: mayAct(dossier) ? t(words.you) : dossier.applicantName },
          { term: t(words.before), value: showInstant(due, language) },
        ]}
        actions={
          mayAct(dossier) ? (
            <ButtonLink href={`/trang-cua-toi/ho-so/${dossier.id}/bo-sung`}>{t(words.doIt)}</ButtonLink>
          ) : undefined
        }
      >
        <ul>
          {pins.map((pin) => (
            <li key={pin.path}>
              <b>{pin.label}</b>: {pin.reason}
            </li>
          ))}
        </ul>
        <p className="note">
          {t(words.askedBy, { by: askedBy })}{' '}
          <a href={`/api/services/dossiers/${dossier.id}/print/supplement-request`}>{t(words.request)}</a>
        </p>
      </ActionCard>
    )
  }
  const due = dossier.promised ?? dossier.deadline
  return (
    <ActionCard
      tone={dossier.status === 'ended' || dossier.outcome === 'refused' ? 'paused' : dossier.isLate ? 'late' : 'good'}
      edge="side"
      badge={badge}
      title={t(dossier.nextWords)}
      facts={
        dossier.rejection
          ? [
              { term: t(words.rejectedFor), value: <Named>{dossier.rejection.reason}</Named> },
              { term: t(words.answered), value: <Named>{dossier.rejection.by}</Named> },
            ]
          : dossier.status === 'ended'
            ? []
            : [
                { term: t(words.who), value: <Named>{dossier.whoActs}</Named> },
                {
                  term: t(dossier.isReceived ? words.due : words.answerBy),
                  value: showFullDate(dateAt(due), language),
                },
                ...(dossier.resultAddress === null ? [] : [{ term: t(words.sentTo), value: dossier.resultAddress }]),
              ]
      }
    />
  )
}

function Rate({ language }: { language: Language }) {
  const t = (one: Words) => say(one, language)
  return (
    <Section title={t(words.rate)} id="cham-diem">
      <form method="post" className="stack">
        <FormToken />
        <SendOnce />
        <ChoiceCards
          language={language}
          kind="one"
          name="mark"
          label={t(words.mark)}
          choices={marks.map(({ value, label }) => ({ value, label: t(label) }))}
        />
        <TextArea language={language} name="comment" label={t(words.comment)} rows={2} maxLength={1000} />
        <Button>{t(words.rateIt)}</Button>
      </form>
    </Section>
  )
}

/** What happened as it is public, and what is still planned. */
function timelineOf(dossier: Followed, language: Language): TimelineItem[] {
  const past = dossier.history.map((line) => ({
    state: 'done' as const,
    title: say(line.words, language),
    text: showInstant(line.at, language),
  }))
  if (dossier.status === 'ended') return past
  const isWaiting = dossier.status === 'waiting-applicant'
  const planned = dossier.planned.map((step) => ({
    state: step.isOpen && !isWaiting ? ('now' as const) : ('todo' as const),
    title: say(step.name, language),
    text: <Named>{step.unitName}</Named>,
  }))
  if (!isWaiting) return [...past, ...planned]
  const turn = mayAct(dossier) ? words.yourTurn : fill(words.turnOf, { name: dossier.applicantName })
  return [...past, { state: 'waiting', title: say(turn, language) }, ...planned]
}
