import {
  redirect,
  useActionData,
  useLoaderData,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from 'react-router'
import { say, type Words } from '#values/words.ts'
import { Act } from '#ui/office/Button.tsx'
import { NoteBox } from '#ui/office/Badge.tsx'
import { TextField } from '#ui/office/Fields.tsx'
import type { RouteHandle } from '../../root.tsx'
import { pageOf, safePath } from '../client.ts'
import { signInByPasskey } from './passkeys/sign-in-by-passkey.ts'
import { SignInByPasskey } from './passkeys/SignInByPasskey.tsx'
import { secondStepPath, startSession } from '../session.ts'
import { EntryPage } from './EntryPage.tsx'
import { refusedAnswer, type Refused } from './staff.ts'
import { secretOf, textOf } from '../form-text.ts'
import { titled } from '../titled.ts'
import { officeWords } from './words.ts'
import { FormToken } from '../FormToken.tsx'

/** Works without scripts, but for passkeys: the first page of the day must open on anything. */
export const handle: RouteHandle = { place: 'office', scripts: true }

const words = {
  title: { vi: 'Cán bộ đăng nhập', en: 'Officials sign in' },
  login: { vi: 'Tên đăng nhập', en: 'User name' },
  password: { vi: 'Mật khẩu', en: 'Password' },
  go: { vi: 'Đăng nhập', en: 'Sign in' },
  citizen: {
    vi: 'Người dân, doanh nghiệp đăng nhập ở Cổng Dịch vụ công',
    en: 'Citizens and enterprises sign in at the portal',
  },
  wrong: { vi: 'Chưa đăng nhập được', en: 'Not signed in' },
  help: {
    vi: 'Quên mật khẩu? Nhờ người quản trị của đơn vị cấp lại.',
    en: 'Forgot it? The administrator of your unit gives a new one.',
  },
} as const satisfies Record<string, Words>

const home = '/can-bo'

export function loader(args: LoaderFunctionArgs) {
  const page = pageOf(args)
  const next = safePath(new URL(args.request.url).searchParams.get('tiep'), home)
  if (page.call.actor.kind === 'staff') throw redirect(next)
  return { language: page.language, next, formToken: page.formToken() }
}

export async function action(args: ActionFunctionArgs) {
  const page = pageOf(args)
  const form = await args.request.formData()
  const next = safePath(textOf(form, 'tiep') || null, home)
  try {
    if (form.has('passkey')) return await signInByPasskey(page, args.request, form, next)
    const session = await page.client.identity.signIn({
      login: textOf(form, 'login'),
      password: secretOf(form, 'password'),
      agent: args.request.headers.get('user-agent')?.slice(0, 300),
    })
    const headers = startSession(page.publicUrl, session)
    if (session.awaitsFactor) return redirect(secondStepPath(next, session.hasPasskey), { headers })
    if (session.kind === 'citizen') return redirect('/trang-cua-toi', { headers })
    return redirect(next, { headers })
  } catch (error) {
    return refusedAnswer(error, page, form)
  }
}

export const meta: MetaFunction = ({ matches }) => titled(matches, words.title, officeWords.brand)

export default function SignIn() {
  const { language, next, formToken } = useLoaderData<typeof loader>()
  const refused = useActionData<Refused>()?.refused
  const t = (one: Words) => say(one, language)
  return (
    <EntryPage language={language} title={t(words.title)}>
      {refused && (
        <NoteBox tone="late" icon="alert-circle" title={t(words.wrong)} live>
          {refused.text}
        </NoteBox>
      )}
      <form method="post">
        <FormToken token={formToken} />
        <input type="hidden" name="tiep" value={next} />
        <TextField
          name="login"
          label={t(words.login)}
          value={refused?.typed['login']}
          autoComplete="username"
          required
          autoFocus={!refused}
        />
        <TextField
          name="password"
          type="password"
          label={t(words.password)}
          autoComplete="current-password"
          required
          autoFocus={refused !== undefined}
        />
        <Act kind="primary" icon="login" text={t(words.go)} wide />
      </form>
      <SignInByPasskey language={language} formToken={formToken} next={next} />
      <p className="quiet">{t(words.help)}</p>
      <p>
        <a href="/dang-nhap">{t(words.citizen)}</a>
      </p>
    </EntryPage>
  )
}
