import {
  redirect,
  useActionData,
  useLoaderData,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from 'react-router'
import { Problem } from '#values/errors.ts'
import { say, type Words } from '#values/words.ts'
import { NoteBox } from '#ui/office/Badge.tsx'
import { Act } from '#ui/office/Button.tsx'
import { TextField } from '#ui/office/Fields.tsx'
import type { RouteHandle } from '../../root.tsx'
import { pageOf, safePath } from '../client.ts'
import { FormToken } from '../FormToken.tsx'
import { textOf } from '../form-text.ts'
import { startSession } from '../session.ts'
import { titled } from '../titled.ts'
import { EntryPage } from './EntryPage.tsx'
import { signInByPasskey } from './passkeys/sign-in-by-passkey.ts'
import { SignInByPasskey } from './passkeys/SignInByPasskey.tsx'
import { refusedAnswer, type Refused } from './staff.ts'
import { officeWords } from './words.ts'

/** As the first step, it works without scripts, but for passkeys. */
export const handle: RouteHandle = { place: 'office', scripts: true }

const words = {
  title: { vi: 'Bước hai', en: 'Second step' },
  lead: {
    vi: 'Mở ứng dụng tạo mã trên điện thoại và nhập 6 số đang hiện.',
    en: 'Open the authenticator app on your phone and type the 6 digits that it shows.',
  },
  code: { vi: 'Mã 6 số, hoặc một mã dự phòng', en: '6 digits, or a recovery code' },
  go: { vi: 'Đăng nhập', en: 'Sign in' },
  wrong: { vi: 'Chưa đăng nhập được', en: 'Not signed in' },
  back: { vi: 'Đăng nhập lại từ đầu', en: 'Start again' },
  help: {
    vi: 'Mất điện thoại và mã dự phòng? Nhờ người quản trị của đơn vị gỡ yếu tố thứ hai.',
    en: 'Lost the phone and the recovery codes? The administrator of your unit can reset the second factor.',
  },
} as const satisfies Record<string, Words>

const signIn = (next: string): string => `/can-bo/dang-nhap?tiep=${encodeURIComponent(next)}`

export function loader(args: LoaderFunctionArgs) {
  const page = pageOf(args)
  const query = new URL(args.request.url).searchParams
  const next = safePath(query.get('tiep'), '/can-bo')
  const { actor } = page.call
  if (actor.kind === 'staff') throw redirect(next)
  if (actor.session === undefined) throw redirect(signIn(next))
  return { language: page.language, next, formToken: page.formToken(), hasPasskey: query.has('khoa') }
}

export async function action(args: ActionFunctionArgs) {
  const page = pageOf(args)
  const form = await args.request.formData()
  const next = safePath(textOf(form, 'tiep') || null, '/can-bo')
  try {
    if (form.has('passkey')) return await signInByPasskey(page, args.request, form, next)
    const session = await page.client.identity.passSecondStep({ code: textOf(form, 'code') })
    return redirect(next, { headers: startSession(page.publicUrl, session) })
  } catch (error) {
    // Too late, or too many wrong codes: the password is asked for again.
    if (error instanceof Problem && error.code === 'notSignedIn') return redirect(signIn(next))
    return refusedAnswer(error, page, form)
  }
}

export const meta: MetaFunction = ({ matches }) => titled(matches, words.title, officeWords.brand)

export default function SecondStep() {
  const { language, next, formToken, hasPasskey } = useLoaderData<typeof loader>()
  const refused = useActionData<Refused>()?.refused
  const t = (one: Words) => say(one, language)
  return (
    <EntryPage language={language} title={t(words.title)}>
      {refused && (
        <NoteBox tone="late" icon="alert-circle" title={t(words.wrong)} live>
          {refused.text}
        </NoteBox>
      )}
      <p>{t(words.lead)}</p>
      <form method="post">
        <FormToken token={formToken} />
        <input type="hidden" name="tiep" value={next} />
        <TextField name="code" label={t(words.code)} autoComplete="one-time-code" required autoFocus code />
        <Act kind="primary" icon="login" text={t(words.go)} wide />
      </form>
      {hasPasskey && <SignInByPasskey language={language} formToken={formToken} next={next} />}
      <p className="quiet">{t(words.help)}</p>
      <p>
        <a href={signIn(next)}>{t(words.back)}</a>
      </p>
    </EntryPage>
  )
}
