import {
  data,
  redirect,
  useActionData,
  useLoaderData,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from 'react-router'
import { Problem, type ProblemPlace } from '#values/errors.ts'
import { say, type Words } from '#values/words.ts'
import { Button } from '#ui/portal/Button.tsx'
import { PageTitle } from '#ui/portal/Columns.tsx'
import { ErrorSummary } from '#ui/portal/ErrorSummary.tsx'
import { TextField } from '#ui/portal/TextField.tsx'
import { mustBe, pageOf, safePath } from '../../client.ts'
import { secretOf, textOf } from '../../form-text.ts'
import { SendOnce } from '../../SendOnce.tsx'
import { titled } from '../title.tsx'
import { MinePage } from './MinePage.tsx'
import { FormToken } from '../../FormToken.tsx'

const words = {
  title: { vi: 'Đổi mật khẩu', en: 'Change the password' },
  lead: {
    vi: 'Đổi xong thì mọi máy khác đang đăng nhập phải đăng nhập lại.',
    en: 'All other devices must sign in again.',
  },
  must: {
    vi: 'Mật khẩu ở quầy đưa chỉ dùng một lần. Hãy đặt mật khẩu của riêng ông/bà rồi làm tiếp.',
    en: 'The password from the counter is for one use. Set your own to go on.',
  },
  current: { vi: 'Mật khẩu đang dùng', en: 'Current password' },
  next: { vi: 'Mật khẩu mới', en: 'New password' },
  wrong: { vi: 'Còn chỗ cần xem lại', en: 'Please check' },
} as const satisfies Record<string, Words>

export async function loader(args: LoaderFunctionArgs) {
  const page = pageOf(args)
  mustBe(page, 'citizen', args.url)
  const query = new URL(args.request.url).searchParams
  return {
    language: page.language,
    passwords: await page.client.identity.describePasswords({ kind: 'citizen' }),
    must: query.has('phai'),
    next: safePath(query.get('tiep'), '/trang-cua-toi'),
  }
}

export async function action(args: ActionFunctionArgs) {
  const page = pageOf(args)
  mustBe(page, 'citizen', args.url)
  const form = await args.request.formData()
  try {
    await page.client.identity.changePassword({ current: secretOf(form, 'current'), next: secretOf(form, 'next') })
    return redirect(safePath(textOf(form, 'tiep'), '/trang-cua-toi'))
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const places: readonly ProblemPlace[] =
      error.places.length > 0 ? error.places : [{ path: 'current', message: error.words }]
    return data(
      { errors: places.map((place) => ({ fieldId: place.path, text: say(place.message, page.language) })) },
      { status: error.status },
    )
  }
}

export const meta: MetaFunction = ({ matches }) => titled(matches, words.title)

export default function Password() {
  const { language, passwords, must, next } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const t = (one: Words) => say(one, language)
  const field = (name: 'current' | 'next') => ({
    language,
    name,
    label: t(words[name]),
    type: 'password' as const,
    error: failed?.errors.find((one) => one.fieldId === name)?.text,
    required: true,
  })
  return (
    <MinePage language={language} tab="about">
      {failed && <ErrorSummary title={t(words.wrong)} errors={failed.errors} />}
      <PageTitle title={t(words.title)} lead={t(must ? words.must : words.lead)} />
      <form method="post" className="stack">
        <FormToken />
        <SendOnce />
        <input type="hidden" name="tiep" value={next} />
        <TextField {...field('current')} autoComplete="current-password" />
        <TextField {...field('next')} hint={t(passwords.words)} autoComplete="new-password" />
        <Button>{t(words.title)}</Button>
      </form>
    </MinePage>
  )
}
