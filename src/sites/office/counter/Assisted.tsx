import type { ProblemPlace } from '#values/errors.ts'
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
  who: { vi: '{name}, số định danh {number}', en: '{name}, personal number {number}' },
  sign: { vi: 'Người nộp ký, ghi rõ họ tên', en: 'Signature and name of the applicant' },
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

/** What the applicant declares, and how the officer saw them confirm it. */
export function Declaration({ name, confirmed }: { readonly name: string; readonly confirmed: string }) {
  const t = useSay()
  return (
    <Block title={t(words.declaration)}>
      <blockquote className="declaration">{t(declaration)}</blockquote>
      <p className="quiet">{t(words.read)}</p>
      <RadioChips
        name={typedNames.confirmed}
        legend={t(words.confirmed, { name: name || t(words.applicant) })}
        value={confirmed}
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
}

/** The whole application with the declaration, on paper only, for an applicant who would rather sign. */
export function SheetToSign({ title, form, answers, lookups, applicant }: SheetToSignProps) {
  const { language } = useOffice()
  const t = useSay()
  return (
    <Block>
      <Act icon="printer" text={t(words.printSheet)} onAct={() => window.print()} />
      <div className="sheet-to-sign">
        <h2>{title}</h2>
        <p>{t(words.who, { name: applicant.fullName, number: applicant.personalId })}</p>
        {summaryOf(form, answers, language, lookups, { revealed: true }).map((page) => (
          <section key={page.page}>
            <h3>{page.title}</h3>
            <FactRows rows={page.rows.map((row) => ({ term: row.label, value: row.lines.join(', ') }))} />
          </section>
        ))}
        <p>{t(declaration)}</p>
        <p className="sign-here">{t(words.sign)}</p>
      </div>
    </Block>
  )
}
