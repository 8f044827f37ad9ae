import {
  redirect,
  useLoaderData,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from 'react-router'
import { isSure } from '#kernel/operations/actor.ts'
import { showDong } from '#values/money.ts'
import { dateAt, type PlainDate } from '#values/plain-date.ts'
import { showDate, showDayMonth, showFullDate } from '#values/show-time.ts'
import { fill, say, type Words } from '#values/words.ts'
import { ButtonLink } from '#ui/portal/Button.tsx'
import { ActionCard, CardGrid, EmptyState, LinkCard } from '#ui/portal/Cards.tsx'
import { PageTitle, Section } from '#ui/portal/Columns.tsx'
import { Pager, RecordList } from '#ui/portal/DataTable.tsx'
import { DatedList } from '#ui/portal/Lists.tsx'
import { Notice } from '#ui/portal/Notice.tsx'
import { StatusBadge } from '#ui/portal/StatusBadge.tsx'
import { mustBe, pageOf } from '../../client.ts'
import { textOf } from '../../form-text.ts'
import { DossierBadge, dueText } from './dossier-badge.tsx'
import { Drafts } from './Drafts.tsx'
import { InvitationCard } from './InvitationCard.tsx'
import { MinePage } from './MinePage.tsx'
import { titled } from '../title.tsx'

const words = {
  hello: { vi: 'Chào {name}', en: 'Hello {name}' },
  waiting: { vi: 'Có {count} việc đang chờ ông/bà', en: 'Waiting for you: {count}' },
  supplement: { vi: 'Bổ sung: {name}', en: 'To put right: {name}' },
  before: { vi: 'Trước {day}', en: 'Before {day}' },
  doIt: { vi: 'Bổ sung', en: 'Put it right' },
  toPay: { vi: 'Trả phí: {name}', en: 'To pay: {name}' },
  pay: { vi: 'Trả {amount}', en: 'Pay {amount}' },
  rate: { vi: 'Chấm điểm: {name}', en: 'Rate: {name}' },
  anyTime: { vi: 'Khi nào cũng được', en: 'Any time' },
  rateIt: { vi: 'Chấm điểm', en: 'Rate' },
  confirmed: { vi: 'Đã xác nhận, chờ người nộp gửi', en: 'Confirmed, not yet sent' },
  filedWith: { vi: 'Cùng nộp với {name}', en: 'Filed together with {name}' },
  theirs: { vi: 'Của {name}', en: 'Of {name}' },
  mine: { vi: 'Hồ sơ của tôi', en: 'My dossiers' },
  papers: { vi: 'Giấy tờ tỉnh đã cấp cho tôi', en: 'Papers issued to me' },
  number: { vi: 'Số {number}, {day}', en: 'No. {number}, {day}' },
  messages: { vi: 'Tin nhắn', en: 'Messages' },
  allMessages: { vi: 'Tất cả tin nhắn', en: 'All messages' },
  empty: { vi: 'Chưa có hồ sơ nào', en: 'No dossier yet' },
  emptyText: {
    vi: 'Tìm việc cần làm, hệ thống sẽ hỏi từng câu và tự lập đơn.',
    en: 'Find what you need; the system asks and writes the form.',
  },
  unsure: { vi: 'Hồ sơ nộp tại quầy chưa hiện ở đây', en: 'Dossiers handed in at counters do not show here yet' },
  unsureText: {
    vi: 'Tài khoản này mở trên mạng, chưa ai xem thẻ căn cước, nên chỉ thấy việc đã làm trên mạng. Muốn thấy cả hồ sơ nộp tại quầy: đăng nhập bằng Cổng quốc gia, mang thẻ đến quầy một cửa, hoặc nhập mã trên biên nhận.',
    en: 'This account was opened online and nobody saw a card, so it shows only what was done online. To see the rest: sign in by the national portal, bring your card to a counter, or enter the code of a receipt.',
  },
  receipt: { vi: 'Nhập mã biên nhận', en: 'Enter the code of a receipt' },
  find: { vi: 'Tìm thủ tục', en: 'Find a procedure' },
  older: { vi: 'Cũ hơn', en: 'Older' },
} as const satisfies Record<string, Words>

export async function loader(args: LoaderFunctionArgs) {
  const page = pageOf(args)
  mustBe(page, 'citizen', args.url)
  const query = new URL(args.request.url).searchParams
  const after = query.get('sau') ?? undefined
  const [dossiers, papers, messages, invitations] = await Promise.all([
    page.client.services.listMyDossiers({ after, limit: 20 }),
    page.client.services.listMyPapers({}),
    page.client.notification.listMessages({ limit: 5 }),
    page.client.services.listInvitations({}),
  ])
  return {
    language: page.language,
    name: page.call.actor.name,
    now: new Date(),
    dossiers,
    papers,
    messages,
    invitations,
    isSure: isSure(page.call.actor),
    discarding: query.get('bo') ?? undefined,
  }
}

/** Throws an application away that was begun and not sent. */
export async function action(args: ActionFunctionArgs) {
  const { client } = pageOf(args)
  const id = textOf(await args.request.formData(), 'discard')
  await client.services.discardDraft({ id })
  return redirect('/trang-cua-toi')
}

export const meta: MetaFunction = ({ matches }) => titled(matches, { vi: 'Trang của tôi', en: 'My page' })

export default function Overview() {
  const { language, name, now, dossiers, papers, messages, invitations, isSure, discarding } =
    useLoaderData<typeof loader>()
  const t = (one: Words, values: Record<string, string | number> = {}) => say(fill(one, values), language)
  const toSupplement = dossiers.rows.filter(
    (row) => row.status === 'waiting-applicant' && (row.standing === 'own' || row.standing === 'acts'),
  )
  const toPay = dossiers.rows.filter(
    (row) => row.toPay.total > 0 && (row.standing === 'own' || row.standing === 'acts'),
  )
  const toRate = dossiers.rows.filter((row) => row.canRate).slice(0, 2)
  const confirmed = invitations.filter((one) => one.state === 'confirmed')
  const toConfirm = invitations.filter((one) => one.state !== 'confirmed')
  const waiting = toSupplement.length + toConfirm.length + toPay.length + toRate.length
  return (
    <MinePage language={language} tab="overview">
      <PageTitle title={t(words.hello, { name })} />
      {waiting > 0 && (
        <Section title={t(words.waiting, { count: waiting })}>
          <CardGrid>
            {toSupplement.map((row) => (
              <ActionCard
                key={row.id}
                tone="waiting"
                edge="top"
                badge={
                  <StatusBadge tone="waiting">
                    {row.supplementDue
                      ? t(words.before, { day: showFullDate(dateAt(row.supplementDue), language) })
                      : t(words.doIt)}
                  </StatusBadge>
                }
                title={t(words.supplement, { name: row.procedureName })}
                level={3}
                actions={<ButtonLink href={`/trang-cua-toi/ho-so/${row.id}`}>{t(words.doIt)}</ButtonLink>}
              >
                <p>{row.code}</p>
              </ActionCard>
            ))}
            {toConfirm.map((line) => (
              <InvitationCard key={line.id} line={line} language={language} />
            ))}
            {toPay.map((row) => (
              <ActionCard
                key={`pay ${row.id}`}
                tone="waiting"
                edge="top"
                title={t(words.toPay, { name: row.procedureName })}
                level={3}
                actions={
                  <ButtonLink href={`/trang-cua-toi/ho-so/${row.id}/tra-phi`}>
                    {t(words.pay, { amount: showDong(row.toPay.total) })}
                  </ButtonLink>
                }
              >
                <p>{row.code}</p>
              </ActionCard>
            ))}
            {toRate.map((row) => (
              <ActionCard
                key={row.id}
                tone="paused"
                edge="top"
                badge={<StatusBadge tone="paused">{t(words.anyTime)}</StatusBadge>}
                title={t(words.rate, { name: row.procedureName })}
                level={3}
                actions={
                  <ButtonLink href={`/trang-cua-toi/ho-so/${row.id}#cham-diem`} kind="secondary">
                    {t(words.rateIt)}
                  </ButtonLink>
                }
              >
                <p>{row.code}</p>
              </ActionCard>
            ))}
          </CardGrid>
        </Section>
      )}
      {confirmed.length > 0 && (
        <Section title={t(words.confirmed)}>
          <CardGrid>
            {confirmed.map((line) => (
              <InvitationCard key={line.id} line={line} language={language} />
            ))}
          </CardGrid>
        </Section>
      )}
      <Drafts drafts={dossiers.drafts} discarding={discarding} language={language} />
      {dossiers.rows.length === 0 ? (
        <EmptyState title={t(words.empty)} actions={<ButtonLink href="/thu-tuc">{t(words.find)}</ButtonLink>}>
          {t(words.emptyText)}
        </EmptyState>
      ) : (
        <Section title={t(words.mine)}>
          <RecordList
            records={dossiers.rows.map((row) => ({
              href: `/trang-cua-toi/ho-so/${row.id}`,
              title: row.procedureName,
              code: row.code,
              text:
                row.standing === 'own'
                  ? t(row.nextWords)
                  : `${t(words[row.standing === 'together' ? 'filedWith' : 'theirs'], { name: row.applicantName })}. ${t(row.nextWords)}`,
              badge: <DossierBadge dossier={row} language={language} now={now} />,
              note:
                row.status === 'open' && row.finishedAt === null && row.isReceived
                  ? dueText(row.deadline, language)
                  : undefined,
            }))}
          />
          {dossiers.next && (
            <Pager
              label={t(words.mine)}
              older={{ href: `/trang-cua-toi?sau=${encodeURIComponent(dossiers.next)}`, text: t(words.older) }}
            />
          )}
        </Section>
      )}
      {!isSure && (
        <Notice title={t(words.unsure)}>
          <p>{t(words.unsureText)}</p>
          <p>
            <a href="/trang-cua-toi/bien-nhan">{t(words.receipt)}</a>
          </p>
        </Notice>
      )}
      {papers.length > 0 && (
        <Section title={t(words.papers)}>
          <CardGrid>
            {papers.map((paper) => (
              <LinkCard
                key={paper.dossierId}
                href={`/api/services/dossiers/${paper.dossierId}/print/result`}
                title={paper.title}
                icon="certificate"
                iconTone="state"
                text={`${paper.unitName}. ${t(words.number, { number: paper.number ?? '', day: paper.issuedOn ? showDate(paper.issuedOn as PlainDate) : '' })}`}
              />
            ))}
          </CardGrid>
        </Section>
      )}
      {messages.rows.length > 0 && (
        <Section title={t(words.messages)} link={{ href: '/trang-cua-toi/tin-nhan', text: t(words.allMessages) }}>
          <DatedList
            dates="times"
            items={messages.rows.map((row) => ({
              date: showDayMonth(dateAt(row.at)),
              href: row.link ?? '/trang-cua-toi/tin-nhan',
              text: t(row.words),
              unread: row.readAt === null ? say({ vi: 'Chưa đọc', en: 'Unread' }, language) : undefined,
            }))}
          />
        </Section>
      )}
    </MinePage>
  )
}
