import { dateAt } from '#values/plain-date.ts'
import { showFullDate } from '#values/show-time.ts'
import { fill, say, type Language, type Words } from '#values/words.ts'
import { inGroups, type PetitionKind } from '#engines/petitions/contract.ts'
import { ReceiptCard, ReceiptFact } from '#ui/portal/Cards.tsx'
import { PageTitle } from '#ui/portal/Columns.tsx'
import { Notice } from '#ui/portal/Notice.tsx'
import { PortalPage } from '../PortalPage.tsx'
import { Title } from '../title.tsx'
import { AttachForm } from './AttachForm.tsx'
import { kindNames } from './words.ts'

const words = {
  title: { vi: 'Đã gửi', en: 'Sent' },
  code: { vi: 'Mã {kind}', en: 'Number' },
  lookUpCode: { vi: 'Mã tra cứu', en: 'Look-up code' },
  keep: {
    vi: 'Chép lại hoặc chụp màn hình: mã này chỉ hiện một lần. Có mã thì xem được trả lời, không cần tài khoản.',
    en: 'Write it down: it is shown this once. With it you see the answer without an account.',
  },
  who: { vi: 'Nơi nhận', en: 'Goes to' },
  accept: { vi: 'Biết có nhận hay không', en: 'Taken up or not, by' },
  answer: { vi: 'Trả lời trước', en: 'Answered by' },
  sealed: { vi: 'Danh tính đã niêm phong', en: 'Your identity is sealed' },
  sealedText: {
    vi: 'Không ai nhắn tin, gọi điện cho ông/bà về việc này qua hệ thống. Xem kết quả bằng mã tra cứu ở trên.',
    en: 'Nobody writes to you about it through this system. See what comes of it by the code above.',
  },
  lookUp: { vi: 'Xem việc đã gửi', en: 'See what you sent' },
} as const satisfies Record<string, Words>

interface SentNoteProps {
  readonly language: Language
  readonly kind: PetitionKind
  readonly formToken: string
  readonly sent: {
    readonly code: string
    readonly lookUpCode: string
    readonly unitName: string
    readonly acceptDue: Date
    readonly answerDue: Date | null
  }
}

/** What whoever sent it takes away: the number, the code, who has it and until when. */
export function SentNote({ language, kind, formToken, sent }: SentNoteProps) {
  const t = (one: Words, values: Record<string, string> = {}) => say(fill(one, values), language)
  const day = (at: Date) => showFullDate(dateAt(new Date(at)), language)
  return (
    <PortalPage narrow>
      <Title language={language} about={words.title} />
      <PageTitle title={t(words.title)} />
      <ReceiptCard
        parts={[
          <ReceiptFact key="look-up" term={t(words.lookUpCode)} value={inGroups(sent.lookUpCode)} />,
          <ReceiptFact key="code" term={t(words.code, { kind: t(kindNames[kind]).toLowerCase() })} value={sent.code} />,
          <ReceiptFact key="who" term={t(words.who)} value={sent.unitName} />,
          <ReceiptFact key="accept" term={t(words.accept)} value={day(sent.acceptDue)} />,
          ...(sent.answerDue === null
            ? []
            : [<ReceiptFact key="answer" term={t(words.answer)} value={day(sent.answerDue)} />]),
        ]}
      />
      <Notice tone="waiting">{t(words.keep)}</Notice>
      {kind === 'denunciation' && (
        <Notice title={t(words.sealed)} icon="lock">
          {t(words.sealedText)}
        </Notice>
      )}
      <AttachForm language={language} kind={kind} by={{ lookUpCode: sent.lookUpCode, formToken }} />
      <p>
        <a href="/hoi-dap/tra-cuu">{t(words.lookUp)}</a>
      </p>
    </PortalPage>
  )
}
