import {
  data,
  redirect,
  useActionData,
  useLoaderData,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from 'react-router'
import { isSure } from '#kernel/operations/actor.ts'
import { mandateProblems } from '#engines/directory/contract.ts'
import { addDays, dateAt } from '#values/plain-date.ts'
import { Problem, type ProblemPlace } from '#values/errors.ts'
import { say, type Words } from '#values/words.ts'
import { Button } from '#ui/portal/Button.tsx'
import { ChoiceCards } from '#ui/portal/ChoiceCards.tsx'
import { PageTitle, Section } from '#ui/portal/Columns.tsx'
import { DateField } from '#ui/portal/DateField.tsx'
import { ErrorSummary } from '#ui/portal/ErrorSummary.tsx'
import { Notice } from '#ui/portal/Notice.tsx'
import { TextField } from '#ui/portal/TextField.tsx'
import { mustBe, pageOf } from '../../client.ts'
import { textOf } from '../../form-text.ts'
import { FormToken } from '../../FormToken.tsx'
import { SendOnce } from '../../SendOnce.tsx'
import { titled } from '../title.tsx'
import { MandateCards, mayWords } from './MandateCards.tsx'
import { MinePage } from './MinePage.tsx'

const words = {
  title: { vi: 'Làm thay', en: 'Acting for others' },
  lead: {
    vi: 'Nhờ người khác làm thủ tục thay ông/bà, hoặc làm thay người nhờ ông/bà. Mỗi lần người ấy xem hồ sơ, ông/bà thấy ở Ai đã xem dữ liệu.',
    en: 'Ask somebody to act for you, or act for whom asked you. Each time they read a dossier you see it under Who read my data.',
  },
  held: { vi: 'Tôi làm thay ai', en: 'For whom I act' },
  given: { vi: 'Ai được làm thay tôi', en: 'Who may act for me' },
  none: { vi: 'Chưa có ai.', en: 'Nobody yet.' },
  add: { vi: 'Nhờ thêm một người', en: 'Ask somebody' },
  whose: { vi: 'Việc của ai', en: 'Whose matters' },
  mine: { vi: 'Việc của tôi', en: 'My own' },
  holderName: { vi: 'Họ và tên người làm thay', en: 'Their full name' },
  holderNumber: { vi: 'Số định danh của người ấy', en: 'Their personal number' },
  holderHint: {
    vi: '12 chữ số. Tên và số phải đúng cả hai thì người ấy mới thấy lời nhờ.',
    en: '12 digits. They see the request only if name and number are both theirs.',
  },
  may: { vi: 'Được làm những gì', en: 'What they may do' },
  procedures: { vi: 'Thủ tục nào', en: 'Which procedures' },
  proceduresHint: { vi: 'Không chọn gì là mọi thủ tục.', en: 'None ticked means all.' },
  until: { vi: 'Đến hết ngày', en: 'Until the end of' },
  document: { vi: 'Văn bản ủy quyền, nếu có', en: 'Written authorisation, if any' },
  documentHint: { vi: 'Số, ngày, nơi chứng thực', en: 'Number, date, who authenticated it' },
  go: { vi: 'Gửi lời nhờ', en: 'Send the request' },
  wrong: { vi: 'Còn chỗ cần xem lại', en: 'Please check' },
} as const satisfies Record<string, Words>

export async function loader(args: LoaderFunctionArgs) {
  const page = pageOf(args)
  mustBe(page, 'citizen', args.url)
  const [mandates, found] = await Promise.all([
    page.client.directory.listMandates({}),
    page.client.services.findProcedures({ limit: 200 }),
  ])
  const procedures = found.rows
    .filter((one) => one.isComplete)
    .map(({ code, name, everydayName }) => ({ code, name: everydayName ?? name }))
  const [year = '', month = '', day = ''] = addDays(dateAt(new Date()), 365).split('-')
  const isTrusted = isSure(page.call.actor)
  return { language: page.language, mandates, procedures, isTrusted, nextYear: { day, month, year } }
}

export async function action(args: ActionFunctionArgs) {
  const page = pageOf(args)
  mustBe(page, 'citizen', args.url)
  const form = await args.request.formData()
  const { directory } = page.client
  try {
    const id = textOf(form, 'id')
    const act = textOf(form, 'act')
    if (act === 'accept' || act === 'decline') await directory.answerMandate({ id, accept: act === 'accept' })
    else if (act === 'end') await directory.endMandate({ id })
    else await directory.giveMandate(readMandate(form))
    return redirect('/trang-cua-toi/lam-thay')
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const places: readonly ProblemPlace[] =
      error.places.length > 0 ? error.places : [{ path: 'holderName', message: error.words }]
    return data(
      {
        errors: places.map((place) => ({ fieldId: place.path, text: say(place.message, page.language) })),
        may: form.getAll('may').map(String),
        typed: Object.fromEntries(texts.map((name) => [name, textOf(form, name)])),
      },
      { status: error.status },
    )
  }
}

const texts = ['holderName', 'holderNumber', 'document'] as const

function readMandate(form: FormData) {
  const part = (name: string, size: number) => textOf(form, `until.${name}`).padStart(size, '0')
  const procedures = form.getAll('procedures').map(String)
  const document = textOf(form, 'document')
  const enterpriseId = textOf(form, 'enterpriseId')
  return {
    ...(enterpriseId === '' ? {} : { enterpriseId }),
    holderName: textOf(form, 'holderName'),
    holderNumber: textOf(form, 'holderNumber').replaceAll(' ', ''),
    may: form.getAll('may').map(String) as ('file' | 'follow' | 'receive')[],
    until: `${part('year', 4)}-${part('month', 2)}-${part('day', 2)}`,
    ...(procedures.length === 0 ? {} : { procedures }),
    ...(document === '' ? {} : { document }),
  }
}

export const meta: MetaFunction = ({ matches }) => titled(matches, words.title)

export default function Mandates() {
  const { language, mandates, procedures, isTrusted, nextYear } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const t = (one: Words) => say(one, language)
  const typed: Readonly<Record<string, string>> = failed?.typed ?? {}
  const errorOf = (name: string) => failed?.errors.find((one) => one.fieldId === name)?.text
  const field = (name: string) => ({ language, name, value: typed[name], error: errorOf(name) })
  const names = new Map(procedures.map(({ code, name }) => [code, t(name)]))
  const cards = (of: typeof mandates.given, isHeld: boolean) =>
    of.length === 0 ? (
      <p>{t(words.none)}</p>
    ) : (
      <MandateCards language={language} mandates={of} names={names} isHeld={isHeld} />
    )
  return (
    <MinePage language={language} tab="mandates">
      {failed && <ErrorSummary title={t(words.wrong)} errors={failed.errors} />}
      <PageTitle title={t(words.title)} lead={t(words.lead)} />
      {mandates.held.length > 0 && <Section title={t(words.held)}>{cards(mandates.held, true)}</Section>}
      <Section title={t(words.given)}>{cards(mandates.given, false)}</Section>
      {isTrusted ? (
        <Section title={t(words.add)}>
          <form method="post" className="stack">
            <FormToken />
            <SendOnce />
            {mandates.enterprises.length > 0 && (
              <ChoiceCards
                kind="one"
                language={language}
                name="enterpriseId"
                label={t(words.whose)}
                chosen={['']}
                choices={[
                  { value: '', label: t(words.mine) },
                  ...mandates.enterprises.map(({ id, name }) => ({ value: id, label: name })),
                ]}
              />
            )}
            <TextField {...field('holderName')} label={t(words.holderName)} required />
            <TextField
              {...field('holderNumber')}
              label={t(words.holderNumber)}
              hint={t(words.holderHint)}
              inputMode="numeric"
              digits
              required
            />
            <ChoiceCards
              kind="several"
              language={language}
              name="may"
              label={t(words.may)}
              error={errorOf('may')}
              chosen={failed?.may ?? []}
              choices={Object.entries(mayWords).map(([value, { label, hint }]) => ({
                value,
                label: t(label),
                hint: t(hint),
              }))}
            />
            <DateField
              language={language}
              name="until"
              label={t(words.until)}
              value={nextYear}
              error={errorOf('until')}
            />
            <TextField {...field('document')} label={t(words.document)} hint={t(words.documentHint)} />
            <details>
              <summary>{t(words.procedures)}</summary>
              <ChoiceCards
                kind="several"
                language={language}
                name="procedures"
                label={t(words.procedures)}
                hint={t(words.proceduresHint)}
                choices={procedures.map(({ code, name }) => ({ value: code, label: t(name) }))}
              />
            </details>
            <Button>{t(words.go)}</Button>
          </form>
        </Section>
      ) : (
        <Notice>
          <p>{t(mandateProblems.sureOnly.message)}</p>
        </Notice>
      )}
    </MinePage>
  )
}
