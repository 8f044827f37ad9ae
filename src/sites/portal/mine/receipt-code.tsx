import {
  data,
  redirect,
  useActionData,
  useLoaderData,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from 'react-router'
import { Problem, problems, type ProblemPlace } from '#values/errors.ts'
import { say, type Words } from '#values/words.ts'
import { Button } from '#ui/portal/Button.tsx'
import { PageTitle } from '#ui/portal/Columns.tsx'
import { ErrorSummary } from '#ui/portal/ErrorSummary.tsx'
import { TextField } from '#ui/portal/TextField.tsx'
import { mustBe, pageOf } from '../../client.ts'
import { textOf } from '../../form-text.ts'
import { FormToken } from '../../FormToken.tsx'
import { titled } from '../title.tsx'
import { MinePage } from './MinePage.tsx'

const words = {
  title: { vi: 'Mở hồ sơ nộp tại quầy', en: 'Open a dossier of a counter' },
  lead: {
    vi: 'Biên nhận ở quầy có mã hồ sơ. Nhập mã và 4 số cuối của điện thoại đã khai khi nộp, hồ sơ sẽ hiện ở Trang của tôi.',
    en: 'The receipt of the counter has a code. Enter it with the last 4 digits of the phone given there; the dossier then shows on your page.',
  },
  code: { vi: 'Mã hồ sơ trên biên nhận', en: 'Code on the receipt' },
  phoneEnd: { vi: '4 số cuối điện thoại', en: 'Last 4 digits of the phone' },
  go: { vi: 'Mở hồ sơ', en: 'Open the dossier' },
  wrong: { vi: 'Còn chỗ cần xem lại', en: 'Please check' },
  none: {
    vi: 'Không có hồ sơ nào của ông/bà khớp mã và số điện thoại này. Xem lại biên nhận, hoặc hỏi quầy đã nhận.',
    en: 'No dossier of yours fits this code and phone. Look at the receipt again, or ask the counter.',
  },
} as const satisfies Record<string, Words>

export function loader(args: LoaderFunctionArgs) {
  const page = pageOf(args)
  mustBe(page, 'citizen', args.url)
  return { language: page.language }
}

export async function action(args: ActionFunctionArgs) {
  const page = pageOf(args)
  mustBe(page, 'citizen', args.url)
  const form = await args.request.formData()
  const code = textOf(form, 'code')
  try {
    const { id } = await page.client.services.showReceiptCode({ code, phoneEnd: textOf(form, 'phoneEnd') })
    return redirect(`/trang-cua-toi/ho-so/${id}`)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const said = error.status === problems.notFound.status ? words.none : error.words
    const places: readonly ProblemPlace[] = error.places.length > 0 ? error.places : [{ path: 'code', message: said }]
    return data(
      { errors: places.map((place) => ({ fieldId: place.path, text: say(place.message, page.language) })), code },
      { status: error.status },
    )
  }
}

export const meta: MetaFunction = ({ matches }) => titled(matches, words.title)

export default function ReceiptCode() {
  const { language } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const t = (one: Words) => say(one, language)
  const errorOf = (name: string) => failed?.errors.find((one) => one.fieldId === name)?.text
  return (
    <MinePage language={language} tab="overview">
      {failed && <ErrorSummary title={t(words.wrong)} errors={failed.errors} />}
      <PageTitle title={t(words.title)} lead={t(words.lead)} />
      <form method="post" className="stack">
        <FormToken />
        <TextField
          language={language}
          name="code"
          label={t(words.code)}
          value={failed?.code}
          error={errorOf('code')}
          required
        />
        <TextField
          language={language}
          name="phoneEnd"
          label={t(words.phoneEnd)}
          error={errorOf('phoneEnd')}
          inputMode="numeric"
          digits
          required
        />
        <Button>{t(words.go)}</Button>
      </form>
    </MinePage>
  )
}
