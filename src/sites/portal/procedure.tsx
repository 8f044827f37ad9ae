import { useLoaderData, useRouteLoaderData, type LoaderFunctionArgs, type MetaFunction } from 'react-router'
import { showDong } from '#values/money.ts'
import { showShare } from '#values/show-share.ts'
import type { PlainDate } from '#values/plain-date.ts'
import { dateAt } from '#values/plain-date.ts'
import { showFullDate, showWeekday } from '#values/show-time.ts'
import { fill, say, type Language, type Words } from '#values/words.ts'
import { weekInWords } from '#engines/calendar/contract.ts'
import { sayExemption } from '#engines/services/contract.ts'
import { Button, ButtonLink, ButtonRow } from '#ui/portal/Button.tsx'
import { Breadcrumbs } from '#ui/portal/Breadcrumbs.tsx'
import { Columns, PageTitle, Section, SmallPrint } from '#ui/portal/Columns.tsx'
import { DayStrip, FactCard } from '#ui/portal/FactCard.tsx'
import { Faq, IconList, StepList } from '#ui/portal/Lists.tsx'
import { Notice } from '#ui/portal/Notice.tsx'
import { LinkList } from '#ui/portal/SearchBox.tsx'
import type { loader as rootLoader } from '../../root.tsx'
import { pageOf } from '../client.ts'
import { drawnOnce } from './drawn-once.ts'
import { PortalPage } from './PortalPage.tsx'
import { cutOffWords, levelWords, lifeEvents, limitWords, portalWords } from './words.ts'
import { titled } from './title.tsx'
import { FormToken } from '../FormToken.tsx'

const words = {
  start: { vi: 'Bắt đầu nộp hồ sơ', en: 'Start the application' },
  startNote: {
    vi: '{pages} câu hỏi. Tự lưu từng câu, dở việc thì lần sau làm tiếp.',
    en: '{pages} questions. Saved as you go; finish later if you like.',
  },
  describedOnly: { vi: 'Thủ tục này nộp tại quầy', en: 'File this procedure at the counter' },
  describedOnlyText: { vi: 'Mang đủ giấy tờ dưới đây đến {place}.', en: 'Bring the papers below to {place}.' },
  prepare: { vi: 'Cần chuẩn bị', en: 'What to prepare' },
  generated: {
    vi: 'Không phải viết tay: hệ thống tự lập từ câu trả lời của ông/bà.',
    en: 'Made by the system from your answers.',
  },
  original: { vi: 'Bản chính', en: 'Original' },
  copy: { vi: 'Bản sao hoặc ảnh chụp rõ', en: 'A copy or a clear photo' },
  either: { vi: 'Bản chính hoặc bản sao', en: 'Original or copy' },
  optional: { vi: 'nếu có', en: 'if you have it' },
  inSomeCases: { vi: 'chỉ trong trường hợp riêng, hệ thống sẽ hỏi', en: 'in some cases only; you will be asked' },
  coming: { vi: 'Thay đổi từ {day}', en: 'Changes on {day}' },
  comingText: {
    vi: 'Hồ sơ nộp trước ngày đó theo quy định ghi ở trang này.',
    en: 'What is filed before that day follows what this page says.',
  },
  members: { vi: 'Một lần nộp, {count} thủ tục', en: 'One filing, {count} procedures' },
  membersText: {
    vi: 'Mỗi thủ tục có mã hồ sơ, ngày hẹn và kết quả riêng. Một thủ tục không được thì các thủ tục kia vẫn giải quyết.',
    en: 'Each has its own code, date and result. If one is refused the others go on.',
  },
  steps: { vi: 'Các bước', en: 'Steps' },
  yours: { vi: 'Trả lời {pages} câu hỏi, gửi giấy tờ', en: 'Answer {pages} questions and send the papers' },
  yoursText: {
    vi: 'Ông/bà làm trên mạng, hoặc đến quầy có người giúp.',
    en: 'You, online; or at a counter with help.',
  },
  hours: { vi: '{hours} giờ làm việc', en: '{hours} working hours' },
  howLong: { vi: 'Bao lâu', en: 'How long' },
  ifToday: { vi: 'Gửi đủ giấy tờ hôm nay thì hẹn trả {day}.', en: 'Complete today, ready on {day}.' },
  fee: { vi: 'Lệ phí', en: 'Fee' },
  exempt: { vi: 'Có diện {ground}', en: 'May be {ground}' },
  free: { vi: 'Không mất phí', en: 'Free' },
  tariffRate: { vi: 'theo biểu phí', en: 'by the tariff' },
  payAtCounter: { vi: 'Trả khi đến quầy.', en: 'Paid at the counter.' },
  counter: { vi: 'Nơi tiếp nhận, giờ làm việc', en: 'Counter and its hours' },
  who: { vi: 'Cơ quan giải quyết', en: 'Who decides' },
  online: { vi: 'Làm trên mạng được đến đâu', en: 'How far online' },
  level: { vi: 'Dịch vụ công trực tuyến mức độ {level}', en: 'Online service level {level}' },
  result: { vi: 'Nhận được gì', en: 'What you get' },
  year: { vi: 'Thủ tục này trong 12 tháng qua', en: 'In the last 12 months' },
  yearText: { vi: '{finished} hồ sơ, {share} đúng hạn.', en: '{finished} dossiers, {share} on time.' },
  others: { vi: 'Có phải thủ tục khác không?', en: 'Or did you mean' },
  questions: { vi: 'Người dân hay hỏi', en: 'Often asked' },
  askAbout: { vi: 'Hỏi về thủ tục này', en: 'Ask about this procedure' },
  inLaw: { vi: 'Tên trong quy định: {name}. Mã thủ tục {code}.', en: 'Name in law: {name}. Code {code}.' },
  basis: { vi: 'Căn cứ: {list}.', en: 'Legal basis: {list}.' },
  ends: { vi: 'Tỉnh giải quyết thủ tục này đến hết ngày {date}.', en: 'The province handles this until {date}.' },
  days: { vi: 'Từng ngày được tính', en: 'The days counted' },
}

export async function loader(args: LoaderFunctionArgs) {
  const { client, language } = pageOf(args)
  const code = args.params['code'] ?? ''
  const [procedure, answered] = await Promise.all([
    client.services.getProcedure({ code }),
    client.petitions.listAnswered({ procedureCode: code, limit: 5 }),
  ])
  return { language, procedure, answered: answered.rows }
}

export const middleware = drawnOnce(loader)

export const meta: MetaFunction<typeof loader> = ({ matches, loaderData }) =>
  titled(matches, loaderData?.procedure.everydayName ?? loaderData?.procedure.name)

export default function ProcedurePage() {
  const { language, procedure, answered } = useLoaderData<typeof loader>()
  const t = (one: Words, values: Record<string, string | number> = {}) => say(fill(one, values), language)
  const name = t(procedure.everydayName ?? procedure.name)
  const event = lifeEvents.find((one) => procedure.lifeEvents.includes(one.slug))
  return (
    <PortalPage>
      <Breadcrumbs
        language={language}
        items={[
          { href: '/', text: t(portalWords.home) },
          ...(event
            ? [{ href: `/thu-tuc?viec=${event.slug}`, text: t(event.words) }]
            : [{ href: '/thu-tuc', text: t(portalWords.procedures) }]),
          { text: name },
        ]}
      />
      <Columns
        aside={<Facts language={language} procedure={procedure} />}
        asideLabel={t(words.howLong)}
        shape="facts"
        onPhone="split"
        lead={
          <>
            <PageTitle title={name} lead={procedure.summary ? t(procedure.summary) : undefined} />
            {procedure.notice && <Notice>{t(procedure.notice)}</Notice>}
            {procedure.coming && (
              <Notice title={t(words.coming, { day: showFullDate(procedure.coming.from, language) })}>
                {procedure.coming.notice && <p>{t(procedure.coming.notice)}</p>}
                <p>{t(words.comingText)}</p>
              </Notice>
            )}
            <Start language={language} procedure={procedure} />
          </>
        }
      >
        {procedure.members.length > 0 && (
          <Section title={t(words.members, { count: procedure.members.length })}>
            <p>{t(words.membersText)}</p>
            <LinkList
              links={procedure.members.map((member) => ({
                href: `/thu-tuc/${member.code}`,
                text: `${t(member.name)} (${member.ownerName})`,
                icon: 'file-text',
              }))}
            />
          </Section>
        )}
        <Section title={t(words.prepare)}>
          <IconList
            items={procedure.papers.map((paper) => ({
              icon: paper.generated ? 'file-check' : 'file-text',
              title: paper.required || paper.generated ? t(paper.name) : `${t(paper.name)} (${t(words.optional)})`,
              text: paper.hint ? t(paper.hint) : undefined,
              note: paper.generated
                ? t(words.generated)
                : `${t(words[paper.form])}${paper.inSomeCases ? `, ${t(words.inSomeCases)}` : ''}`,
            }))}
          />
        </Section>
        {procedure.steps.length > 0 && (
          <Section title={t(words.steps)}>
            <StepList
              steps={[
                { title: t(words.yours, { pages: procedure.questionPages }), text: t(words.yoursText) },
                ...procedure.steps.map(({ name, hours, atCounter }) => ({
                  title: t(name),
                  text: [
                    ...(atCounter ? [procedure.receiverName] : []),
                    ...(hours === null ? [] : [t(words.hours, { hours })]),
                  ].join(', '),
                })),
              ]}
            />
          </Section>
        )}
        <Section title={t(words.questions)}>
          {procedure.questions.length > 0 && (
            <Faq items={procedure.questions.map(({ ask, answer }) => ({ question: t(ask), answer: t(answer) }))} />
          )}
          <LinkList
            links={[
              ...answered.map((one) => ({ href: `/hoi-dap/${one.code}`, text: one.title, icon: 'message' as const })),
              { href: `/hoi-dap/gui?thu-tuc=${procedure.code}`, text: t(words.askAbout), icon: 'help-circle' as const },
            ]}
          />
        </Section>
        <SmallPrint>
          <p>{t(words.inLaw, { name: t(procedure.name), code: procedure.code })}</p>
          {procedure.legalBasis.length > 0 && <p>{t(words.basis, { list: procedure.legalBasis.join(', ') })}</p>}
          {procedure.effective.to && (
            <p>{t(words.ends, { date: showFullDate(procedure.effective.to as PlainDate, language) })}</p>
          )}
        </SmallPrint>
      </Columns>
    </PortalPage>
  )
}

type Shown = Awaited<ReturnType<typeof loader>>['procedure']
interface Part {
  readonly language: Language
  readonly procedure: Shown
}

function Start({ language, procedure }: Part) {
  const t = (one: Words, values: Record<string, string | number> = {}) => say(fill(one, values), language)
  const { name } = useRouteLoaderData('root') as ReturnType<typeof rootLoader>
  if (!procedure.isComplete || procedure.onlineLevel < 3) {
    return (
      <Notice title={t(words.describedOnly)} tone="info">
        {t(words.describedOnlyText, { place: procedure.receiverName })}
      </Notice>
    )
  }
  const start = `/nop/bat-dau/${procedure.code}`
  const note = t(words.startNote, { pages: procedure.questionPages })
  // The page of strangers is the same for all of them; they sign in first and come back.
  if (name === undefined)
    return (
      <ButtonRow note={note}>
        <ButtonLink href={start} size="large" iconAfter="arrow-right">
          {t(words.start)}
        </ButtonLink>
      </ButtonRow>
    )
  return (
    <form method="post" action={start}>
      <FormToken />
      <ButtonRow note={note}>
        <Button size="large" iconAfter="arrow-right">
          {t(words.start)}
        </Button>
      </ButtonRow>
    </form>
  )
}

function Facts({ language, procedure }: Part) {
  const t = (one: Words, values: Record<string, string | number> = {}) => say(fill(one, values), language)
  const { figures, fees } = procedure
  const total = fees.reduce((sum, fee) => sum + fee.amount, 0)
  const cases = procedure.timeLimits.flatMap((limit) =>
    limit.note ? [`${t(limit.note)}: ${t(limitWords(limit)).toLowerCase()}`] : [],
  )
  const tariff =
    procedure.tariff.length > 1
      ? procedure.tariff.map(
          (fee) =>
            `${t(fee.note ?? fee.name)}: ${fee.amount === undefined ? t(words.tariffRate) : showDong(fee.amount)}`,
        )
      : []
  const exemptions = procedure.tariff.flatMap((fee) =>
    fee.exemptions.map(({ ground, ...one }) => t(words.exempt, { ground: t(sayExemption({ name: ground, ...one })) })),
  )
  return (
    <>
      <FactCard
        facts={[
          {
            term: t(words.howLong),
            icon: 'calendar-event',
            value: t(limitWords(procedure.timeLimit)),
            large: true,
            note: (
              <Lines
                lines={[
                  ...(procedure.promised
                    ? [t(words.ifToday, { day: showFullDate(dateAt(procedure.promised), language) })]
                    : []),
                  ...cases,
                  ...(procedure.sameDayUntil === null ? [] : [t(cutOffWords, { time: procedure.sameDayUntil })]),
                ]}
              />
            ),
            more:
              procedure.days.length > 1 ? (
                <DayStrip label={t(words.days)} days={procedure.days.slice(0, 21).map((day) => dayOf(day, language))} />
              ) : undefined,
          },
          {
            term: t(words.fee),
            icon: 'coin',
            value: total === 0 ? t(words.free) : fees.map((fee) => showDong(fee.amount)).join(' · '),
            large: true,
            note: (
              <Lines lines={[...(total === 0 ? [] : [t(words.payAtCounter)]), ...tariff, ...new Set(exemptions)]} />
            ),
          },
          { term: t(words.who), icon: 'building-bank', value: procedure.ownerName },
          ...(procedure.receiverHours === null
            ? []
            : [
                {
                  term: t(words.counter),
                  icon: 'clock' as const,
                  value: procedure.receiverName,
                  note: weekInWords(procedure.receiverHours, language),
                },
              ]),
          {
            term: t(words.online),
            icon: 'device-mobile',
            value: t(levelWords[procedure.onlineLevel] ?? levelWords[1]!),
            note: t(words.level, { level: procedure.onlineLevel }),
          },
          { term: t(words.result), icon: 'certificate', value: t(procedure.result) },
        ]}
      />
      {figures.finished >= 10 && (
        <Section title={t(words.year)} level={3}>
          <p>
            {t(words.yearText, {
              finished: figures.finished,
              share: showShare(figures.onTime, figures.finished),
            })}
          </p>
        </Section>
      )}
      {procedure.related.length > 0 && (
        <Section title={t(words.others)} level={3}>
          <LinkList
            links={procedure.related.map((one) => ({
              href: `/thu-tuc/${one.code}`,
              text: t(one.everydayName ?? one.name),
            }))}
          />
        </Section>
      )}
    </>
  )
}

const Lines = ({ lines }: { readonly lines: readonly string[] }) => lines.map((line) => <p key={line}>{line}</p>)

const marks = { received: 'start', begun: 'start', counted: 'work', off: 'off', stopped: 'off', due: 'end' } as const

/** One day of the strip: weekday, day, and what it counts for; said in full for whoever cannot see the colours. */
function dayOf(day: Shown['days'][number], language: Language) {
  const date = day.date as PlainDate
  const short: Record<keyof typeof marks, Words> = {
    received: { vi: 'Nộp', en: 'File' },
    begun: { vi: 'Nhận', en: 'Begin' },
    counted: { vi: String(day.number ?? ''), en: String(day.number ?? '') },
    off: { vi: 'nghỉ', en: 'off' },
    stopped: { vi: 'dừng', en: 'stop' },
    due: { vi: 'Trả', en: 'Due' },
  }
  const weekday = showWeekday(date, language).replace('thứ ', '').replace('Chủ nhật', 'CN').slice(0, 3)
  const note = say(short[day.kind], language)
  return {
    kind: marks[day.kind],
    weekday,
    day: date.slice(8),
    note,
    said: `${showFullDate(date, language)}: ${day.words ? say(day.words, language) : note}`,
  }
}
