import {
  data,
  redirect,
  useActionData,
  useLoaderData,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
} from 'react-router'
import { Problem, type ProblemPlace } from '#values/errors.ts'
import { isPlainDate } from '#values/plain-date.ts'
import { say, type Words } from '#values/words.ts'
import { Button } from '#ui/portal/Button.tsx'
import { PageTitle } from '#ui/portal/Columns.tsx'
import { DateField } from '#ui/portal/DateField.tsx'
import { ErrorSummary } from '#ui/portal/ErrorSummary.tsx'
import { TextField } from '#ui/portal/TextField.tsx'
import { SendOnce } from '../SendOnce.tsx'
import { pageOf, safePath } from '../client.ts'
import { startSession } from '../session.ts'
import { PortalPage } from './PortalPage.tsx'
import { secretOf, textOf } from '../form-text.ts'
import { Title } from './title.tsx'
import { FormToken } from '../FormToken.tsx'

const words = {
  title: { vi: 'Mở tài khoản', en: 'Open an account' },
  lead: {
    vi: 'Điền đúng như trên thẻ căn cước. Mất chừng một phút.',
    en: 'As printed on your identity card. About a minute.',
  },
  fullName: { vi: 'Họ và tên', en: 'Full name' },
  personalId: { vi: 'Số định danh cá nhân', en: 'Personal number' },
  idHint: { vi: '12 chữ số trên thẻ căn cước', en: '12 digits on the identity card' },
  birthDate: { vi: 'Ngày sinh', en: 'Date of birth' },
  phone: { vi: 'Điện thoại', en: 'Phone' },
  password: { vi: 'Mật khẩu', en: 'Password' },
  go: { vi: 'Mở tài khoản', en: 'Open the account' },
  wrong: { vi: 'Còn chỗ cần xem lại', en: 'Please check' },
}

const typed = ['fullName', 'personalId', 'phone'] as const

export async function loader(args: LoaderFunctionArgs) {
  const page = pageOf(args)
  return {
    language: page.language,
    passwords: await page.client.identity.describePasswords({ kind: 'citizen' }),
    formToken: page.formToken(),
    next: safePath(new URL(args.request.url).searchParams.get('tiep'), '/trang-cua-toi'),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { client, language, publicUrl } = pageOf(args)
  const form = await args.request.formData()
  const text = (name: string) => textOf(form, name)
  const part = (name: string, size: number) => text(`birthDate.${name}`).padStart(size, '0')
  const birthDate = `${part('year', 4)}-${part('month', 2)}-${part('day', 2)}`
  const values = Object.fromEntries(typed.map((name) => [name, text(name)])) as Record<(typeof typed)[number], string>
  try {
    const personalId = values.personalId.replaceAll(' ', '')
    const phone = values.phone.replace(/[ .]/g, '')
    const session = await client.identity.register({
      ...values,
      personalId,
      phone,
      birthDate: isPlainDate(birthDate) ? birthDate : '',
      password: secretOf(form, 'password'),
    })
    return redirect(safePath(text('tiep'), '/trang-cua-toi'), { headers: startSession(publicUrl, session) })
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const places: readonly ProblemPlace[] =
      error.places.length > 0 ? error.places : [{ path: 'personalId', message: error.words }]
    return data(
      { errors: places.map((place) => ({ fieldId: place.path, text: say(place.message, language) })), values },
      { status: error.status },
    )
  }
}

export default function Register() {
  const { language, passwords, next, formToken } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const typedBefore: Readonly<Record<string, string>> = failed?.values ?? {}
  const t = (one: Words) => say(one, language)
  const errorOf = (name: string) => failed?.errors.find((one) => one.fieldId === name)?.text
  const field = (name: string) => ({ language, name, value: typedBefore[name], error: errorOf(name), required: true })
  return (
    <PortalPage narrow>
      <Title language={language} about={words.title} isWrong={failed !== undefined} />
      {failed && <ErrorSummary title={t(words.wrong)} errors={failed.errors} />}
      <PageTitle title={t(words.title)} lead={t(words.lead)} />
      <form method="post" className="stack">
        <FormToken token={formToken} />
        <SendOnce />
        <input type="hidden" name="tiep" value={next} />
        <TextField {...field('fullName')} label={t(words.fullName)} autoComplete="name" />
        <TextField
          {...field('personalId')}
          label={t(words.personalId)}
          hint={t(words.idHint)}
          inputMode="numeric"
          digits
        />
        <DateField
          language={language}
          name="birthDate"
          label={t(words.birthDate)}
          error={errorOf('birthDate')}
          autoComplete="bday"
        />
        <TextField {...field('phone')} label={t(words.phone)} inputMode="tel" autoComplete="tel" />
        <TextField
          {...field('password')}
          label={t(words.password)}
          hint={t(passwords.words)}
          type="password"
          autoComplete="new-password"
        />
        <Button>{t(words.go)}</Button>
      </form>
    </PortalPage>
  )
}
