import { dateAt } from '#values/plain-date.ts'
import { showFullDate, showInstant } from '#values/show-time.ts'
import { fill, say, type Language, type Words } from '#values/words.ts'
import type { Client } from '#engines/contract.ts'
import { Button, ButtonLink, ButtonRow } from '#ui/portal/Button.tsx'
import { ActionCard } from '#ui/portal/Cards.tsx'
import { PageTitle, Section } from '#ui/portal/Columns.tsx'
import { Notice } from '#ui/portal/Notice.tsx'
import { StatusBadge } from '#ui/portal/StatusBadge.tsx'
import { TextArea } from '#ui/portal/TextField.tsx'
import { Timeline } from '#ui/portal/Timeline.tsx'
import { AttachedFiles } from './AttachedFiles.tsx'
import { AttachForm } from './AttachForm.tsx'
import { Paragraphs } from './Paragraphs.tsx'
import { SenderForm, type SenderFormProps } from './SenderForm.tsx'
import { questionWords as shared, stateTones, stateWords } from './words.ts'

const words = {
  who: { vi: 'Nơi giải quyết', en: 'Who answers' },
  accept: { vi: 'Biết có nhận hay không', en: 'Taken up or not, by' },
  due: { vi: 'Trả lời trước', en: 'Answered by' },
  asked: { vi: 'Cơ quan hỏi thêm', en: 'You are asked' },
  yourAnswer: { vi: 'Trả lời của ông/bà', en: 'Your answer' },
  send: { vi: 'Gửi', en: 'Send' },
  why: { vi: 'Vì sao không giải quyết', en: 'Why it was refused' },
  helpful: { vi: 'Câu trả lời có giúp được không?', en: 'Was it helpful?' },
  yes: { vi: 'Có, giúp được', en: 'Yes' },
  no: { vi: 'Chưa, mở lại', en: 'No, open it again' },
  thanks: { vi: 'Cảm ơn ông/bà đã cho biết.', en: 'Thank you for telling us.' },
  whyNot: { vi: 'Còn chưa rõ chỗ nào', en: 'What is still missing' },
  once: { vi: 'Mở lại được một lần.', en: 'It can be opened again once.' },
  before: { vi: 'Trả lời trước, đang được xem lại', en: 'The answer before, being looked at again' },
  again: { vi: 'Chưa đồng ý với cách giải quyết?', en: 'Do you disagree?' },
  againText: {
    vi: 'Khiếu nại lần hai lên cấp trên trực tiếp trước {day}, hoặc khởi kiện tại Tòa án (Luật Khiếu nại, Điều 7, 33).',
    en: 'Complain a second time to the level above by {day}, or go to court (Law on Complaints art. 7, 33).',
  },
  complainAgain: { vi: 'Khiếu nại lần hai', en: 'Complain a second time' },
  second: { vi: 'Khiếu nại lần hai', en: 'Second complaint' },
  history: { vi: 'Đã qua', en: 'What happened' },
} as const satisfies Record<string, Words>

type Shown = Awaited<ReturnType<Client['petitions']['getOwnPetition']>>

interface SenderViewProps extends SenderFormProps {
  readonly language: Language
  readonly petition: Shown
  /** The code of why the last file was not taken. */
  readonly fileError?: string | undefined
}

/** What somebody sent, as they see it: where it stands, what they are asked, the answer, and whether it helped. */
export function SenderView({ language, petition, fileError, ...sending }: SenderViewProps) {
  const t = (one: Words, values: Record<string, string> = {}) => say(fill(one, values), language)
  const day = (at: Date) => showFullDate(dateAt(at), language)
  const { status } = petition
  const { lookUpCode, formToken } = sending
  const byCode = lookUpCode === undefined || formToken === undefined ? undefined : { lookUpCode, formToken }
  const filesOf = (part: 'sender' | 'answer') => petition.files.filter((file) => file.part === part)
  const isOpen = status === 'sent' || status === 'accepted' || status === 'waiting-sender'
  return (
    <>
      <PageTitle
        title={petition.title}
        note={petition.isSecond ? `${petition.code}, ${t(words.second).toLowerCase()}` : petition.code}
      />
      <ActionCard
        tone={stateTones[status]}
        badge={<StatusBadge tone={stateTones[status]}>{t(stateWords[status])}</StatusBadge>}
        title={petition.unitName}
        facts={
          isOpen
            ? [
                ...(status === 'sent' ? [{ term: t(words.accept), value: day(petition.acceptDue) }] : []),
                ...(petition.answerDue === null ? [] : [{ term: t(words.due), value: day(petition.answerDue) }]),
              ]
            : []
        }
      />
      {petition.asked !== null && (
        <Section title={t(words.asked)}>
          <Paragraphs text={petition.asked} />
          <SenderForm {...sending}>
            <TextArea language={language} name="supplied" label={t(words.yourAnswer)} required />
            <Button>{t(words.send)}</Button>
          </SenderForm>
        </Section>
      )}
      {petition.refusal !== null && status === 'refused' && (
        <Section title={t(words.why)}>
          <Paragraphs text={petition.refusal} />
        </Section>
      )}
      {petition.answer !== null && (
        <Section title={t(petition.isReopened ? words.before : shared.answer)}>
          <Paragraphs text={petition.answer} />
          <AttachedFiles language={language} files={filesOf('answer')} by={byCode} />
        </Section>
      )}
      {status === 'answered' && petition.helpful !== true && petition.mayReopen && (
        <Section title={t(words.helpful)}>
          <SenderForm {...sending}>
            <ButtonRow>
              <Button kind="secondary" icon="check" name="helpful" value="yes">
                {t(words.yes)}
              </Button>
            </ButtonRow>
          </SenderForm>
          <SenderForm {...sending}>
            <TextArea language={language} name="reopen" label={t(words.whyNot)} hint={t(words.once)} required />
            <Button kind="secondary">{t(words.no)}</Button>
          </SenderForm>
        </Section>
      )}
      {petition.again !== null && (
        <Section title={t(words.again)}>
          <p>{t(words.againText, { day: day(petition.again.until) })}</p>
          <ButtonLink
            href={`/hoi-dap/gui?loai=khieu-nai&lan=2${lookUpCode === undefined ? `&truoc=${petition.id}` : ''}`}
            kind="secondary"
          >
            {t(words.complainAgain)}
          </ButtonLink>
        </Section>
      )}
      {petition.helpful === true && <Notice tone="good">{t(words.thanks)}</Notice>}
      <Section title={t(shared.question)}>
        <Paragraphs text={petition.body} />
        <AttachedFiles language={language} files={filesOf('sender')} by={byCode} />
        {(petition.mayAttach || fileError !== undefined) && (
          <AttachForm language={language} kind={petition.kind} by={byCode ?? { id: petition.id }} error={fileError} />
        )}
      </Section>
      <Section title={t(words.history)}>
        <Timeline
          language={language}
          items={petition.history.toReversed().map((one) => ({
            state: 'done',
            title: t(one.words),
            text: [showInstant(one.at, language), one.note].filter(Boolean).join('. '),
          }))}
        />
      </Section>
    </>
  )
}
