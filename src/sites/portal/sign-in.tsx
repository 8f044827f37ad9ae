import {
  data,
  redirect,
  useActionData,
  useLoaderData,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
} from 'react-router'
import { Problem } from '#values/errors.ts'
import { say, type Words } from '#values/words.ts'
import { Button, ButtonLink } from '#ui/portal/Button.tsx'
import { PageTitle } from '#ui/portal/Columns.tsx'
import { ErrorSummary } from '#ui/portal/ErrorSummary.tsx'
import { LinkList } from '#ui/portal/SearchBox.tsx'
import { pageOf, safePath } from '../client.ts'
import { secondStepPath, startSession } from '../session.ts'
import { PortalPage } from './PortalPage.tsx'
import { SignInFields } from './SignInFields.tsx'
import { secretOf, textOf } from '../form-text.ts'
import { Title } from './title.tsx'
import { FormToken } from '../FormToken.tsx'

const words = {
  title: { vi: 'Đăng nhập', en: 'Sign in' },
  lead: {
    vi: 'Dùng số định danh cá nhân trên thẻ căn cước và mật khẩu của ông/bà.',
    en: 'Use your personal number and password.',
  },
  go: { vi: 'Đăng nhập', en: 'Sign in' },
  none: { vi: 'Chưa có tài khoản? Mở tài khoản', en: 'No account yet? Open one' },
  office: { vi: 'Cán bộ đăng nhập ở đây', en: 'Officials sign in here' },
  or: { vi: 'hoặc', en: 'or' },
  national: { vi: 'Cổng Dịch vụ công quốc gia', en: 'National Public Service Portal' },
  nationalNote: { vi: 'Sang trang đó rồi tự quay về đây', en: 'Over there, and back here by itself' },
  wrong: { vi: 'Chưa đăng nhập được', en: 'Not signed in' },
}

export async function loader(args: LoaderFunctionArgs) {
  const page = pageOf(args)
  const next = safePath(new URL(args.request.url).searchParams.get('tiep'), '/trang-cua-toi')
  if (page.call.actor.kind === 'citizen') throw redirect(next)
  const ways = await page.client.identity.listSignInWays({})
  return { language: page.language, next, formToken: page.formToken(), ways }
}

export async function action(args: ActionFunctionArgs) {
  const { client, language, publicUrl } = pageOf(args)
  const form = await args.request.formData()
  const login = textOf(form, 'login')
  const next = safePath(textOf(form, 'tiep'), '/trang-cua-toi')
  try {
    const session = await client.identity.signIn({
      login,
      password: secretOf(form, 'password'),
      agent: args.request.headers.get('user-agent')?.slice(0, 300),
    })
    const headers = startSession(publicUrl, session)
    const on = session.kind === 'staff' && !next.startsWith('/can-bo') ? '/can-bo' : next
    return redirect(session.awaitsFactor ? secondStepPath(on, session.hasPasskey) : on, { headers })
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return data({ error: say(error.words, language), login }, { status: error.status })
  }
}

export default function SignIn() {
  const { language, next, formToken, ways } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const t = (one: Words) => say(one, language)
  return (
    <PortalPage narrow>
      <Title language={language} about={words.title} isWrong={failed !== undefined} />
      {failed && <ErrorSummary title={t(words.wrong)} errors={[{ fieldId: 'login', text: failed.error }]} />}
      <PageTitle title={t(words.title)} lead={t(words.lead)} />
      <form method="post" className="stack">
        <FormToken token={formToken} />
        <input type="hidden" name="tiep" value={next} />
        <SignInFields language={language} login={failed?.login} error={failed?.error} />
        <Button>{t(words.go)}</Button>
      </form>
      {ways.national && (
        <>
          <p className="or">{t(words.or)}</p>
          <ButtonLink
            href={`/dang-nhap/quoc-gia?tiep=${encodeURIComponent(next)}`}
            kind="secondary"
            icon="building-bank"
            note={t(words.nationalNote)}
            wide
          >
            {t(words.national)}
          </ButtonLink>
        </>
      )}
      <LinkList
        links={[
          { href: `/dang-ky?tiep=${encodeURIComponent(next)}`, text: t(words.none), icon: 'user' },
          { href: '/can-bo/dang-nhap', text: t(words.office), icon: 'login' },
        ]}
      />
    </PortalPage>
  )
}
