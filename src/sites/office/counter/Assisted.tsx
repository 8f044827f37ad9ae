import type { ProblemPlace } from '#values/errors.ts'
import { dateAt } from '#values/plain-date.ts'
import { showDate } from '#values/show-time.ts'
import { say, type Words } from '#values/words.ts'
import type { Client } from '#engines/contract.ts'
import { declaration } from '#engines/services/web/index.ts'
import { communeLabel, summaryOf, type Answers, type Lookups } from '#engines/forms/contract.ts'
import type { Form } from '#engines/forms/declare.ts'
import { Act } from '#ui/office/Button.tsx'
import { Field, RadioChips } from '#ui/office/Fields.tsx'
import { Block } from '#ui/office/Panes.tsx'
import { FactRows } from '#ui/office/Preview.tsx'
import { useOffice, useSay } from '../use-office.ts'
import { ConfirmOnTablet } from '../queue/ConfirmOnTablet.tsx'
import type { ApplicantTyped } from './read-card.ts'
import { typedNames } from './typed-form.ts'

const words = {
  title: { vi: 'Nơi nộp', en: 'Where it is filed' },
  place: { vi: 'Xã, phường, thị trấn nơi nộp', en: 'Commune where it is filed' },
  declaration: { vi: 'Lời cam đoan của người nộp', en: 'Declaration of the applicant' },
  read: {
    vi: 'Xoay màn hình cho người nộp đọc, hoặc in ra cho họ ký, rồi ghi cách họ xác nhận.',
    en: 'Let the applicant read it on the screen or sign it in print, then say how it was confirmed.',
  },
  confirmed: { vi: '{name} xác nhận', en: 'Confirmed by {name}' },
  applicant: { vi: 'Người nộp', en: 'the applicant' },
  notYet: { vi: 'Chưa', en: 'Not yet' },
  screen: { vi: 'Đã đọc trên màn hình', en: 'Read on the screen' },
  print: { vi: 'Đã ký bản in', en: 'Signed in print' },
  printSheet: { vi: 'In tờ khai để người nộp ký', en: 'Print for the applicant to sign' },
  state: { vi: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', en: 'SOCIALIST REPUBLIC OF VIET NAM' },
  motto: { vi: 'Độc lập - Tự do - Hạnh phúc', en: 'Independence - Freedom - Happiness' },
  help: { vi: 'Nộp trực tuyến, được hỗ trợ tại {counter}', en: 'Filed online with the help of {counter}' },
  who: { vi: '{name}, số định danh {number}', en: '{name}, personal number {number}' },
  day: { vi: 'Ngày {day}', en: '{day}' },
  sign: { vi: 'Người nộp ký, ghi rõ họ tên', en: 'Signature of the applicant' },
  signToo: { vi: 'Người cùng nộp ký, ghi rõ họ tên', en: 'Signature of who files too' },
} as const satisfies Record<string, Words>

interface PlaceOfFilingProps {
  readonly typed: string | undefined
  readonly counter: Awaited<ReturnType<Client['services']['prepareReception']>>['counter']
  readonly lookups: Lookups
  readonly places: readonly ProblemPlace[]
}

/** The commune whose counter it goes to; at the counter of a commune that one, until another is chosen. */
export function PlaceOfFiling({ typed, counter, lookups, places }: PlaceOfFilingProps) {
  const { language } = useOffice()
  const t = useSay()
  const own = counter.areaCode === null ? undefined : lookups.communes?.find(counter.areaCode, lookups.today)
  const wrong = places.find((place) => place.path === typedNames.place)
  return (
    <Block title={t(words.title)}>
      <div className={wrong ? 'field field-wrong' : 'field'}>
        <Field id={typedNames.place} label={t(words.place)} error={wrong && say(wrong.message, language)}>
          <input
            id={typedNames.place}
            name={typedNames.place}
            className="input"
            list="communes"
            autoComplete="off"
            defaultValue={typed ?? (own === undefined ? '' : communeLabel(own))}
            aria-invalid={wrong !== undefined || undefined}
          />
        </Field>
      </div>
    </Block>
  )
}

interface DeclarationProps {
  readonly name: string
  readonly confirmed: string
  readonly places: readonly ProblemPlace[]
}

/** What the applicant declares, and how the officer saw them confirm it. */
export function Declaration({ name, confirmed, places }: DeclarationProps) {
  const { language } = useOffice()
  const t = useSay()
  const wrong = places.find((place) => place.path === typedNames.confirmed)
  return (
    <Block title={t(words.declaration)}>
      <blockquote className="declaration">{t(declaration)}</blockquote>
      <p className="quiet">{t(words.read)}</p>
      <RadioChips
        name={typedNames.confirmed}
        legend={t(words.confirmed, { name: name || t(words.applicant) })}
        value={confirmed}
        error={wrong && say(wrong.message, language)}
        options={[
          { value: '', text: t(words.notYet) },
          { value: 'screen', text: t(words.screen), icon: 'eye' },
          { value: 'print', text: t(words.print), icon: 'signature' },
        ]}
      />
    </Block>
  )
}

interface SheetToSignProps {
  readonly title: string
  readonly form: Form
  readonly answers: Answers
  readonly lookups: Lookups
  readonly applicant: ApplicantTyped
  /** Who files too, and signs too. */
  readonly together: readonly Pick<ApplicantTyped, 'fullName' | 'personalId'>[]
  /** The counter that helps. */
  readonly counterName: string
}

/** What was typed and is declared, for the applicant to read and confirm on the tablet of the desk, in place of a signature. */
export function ConfirmTyped({
  title,
  form,
  answers,
  lookups,
  applicant,
  together,
}: Omit<SheetToSignProps, 'counterName'>) {
  const { language } = useOffice()
  const t = useSay()
  return (
    <ConfirmOnTablet
      title={title}
      lines={[
        ...[applicant, ...together].map(({ fullName, personalId }) => ({
          label: t(words.applicant),
          value: `${fullName}, ${personalId}`,
        })),
        ...summaryOf(form, answers, language, lookups, { revealed: true }).flatMap((page) =>
          page.rows.map((row) => ({ label: row.label, value: row.lines.join(', ') })),
        ),
        { label: t(words.declaration), value: t(declaration) },
      ]}
    />
  )
}

/** The whole application with the declaration, on paper only, for an applicant who would rather sign. */
export function SheetToSign({ title, form, answers, lookups, applicant, together, counterName }: SheetToSignProps) {
  const { language, now } = useOffice()
  const t = useSay()
  const people = [applicant, ...together]
  const pages = summaryOf(form, answers, language, lookups, { revealed: true })
  return (
    <Block>
      <ConfirmTyped {...{ title, form, answers, lookups, applicant, together }} />
      <Act icon="printer" text={t(words.printSheet)} onAct={() => window.print()} />
      <div className="sheet-to-sign">
        <p className="sheet-state">
          <b>{t(words.state)}</b>
          {t(words.motto)}
        </p>
        <h2>{title}</h2>
        <p>{t(words.help, { counter: counterName })}</p>
        {people.map(({ fullName, personalId }) => (
          <p key={personalId}>{t(words.who, { name: fullName, number: personalId })}</p>
        ))}
        {pages.map((page) => (
          <section key={page.page}>
            <h3>{page.title}</h3>
            <FactRows rows={page.rows.map((row) => ({ term: row.label, value: row.lines.join(', ') }))} />
          </section>
        ))}
        <p>{t(declaration)}</p>
        <p className="sheet-day">{t(words.day, { day: showDate(dateAt(now)) })}</p>
        <div className="sign-here">
          {people.map(({ fullName, personalId }, at) => (
            <p key={personalId}>
              {t(at === 0 ? words.sign : words.signToo)}
              <b>{fullName}</b>
            </p>
          ))}
        </div>
      </div>
    </Block>
  )
}
