import {
  data,
  redirect,
  useActionData,
  useLoaderData,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from 'react-router'
import { scopes, type ScopeName } from '#engines/identity/contract.ts'
import { Problem } from '#values/errors.ts'
import { fill, say, type Language, type Words } from '#values/words.ts'
import { Button, ButtonLink, ButtonRow } from '#ui/portal/Button.tsx'
import { PageTitle, Section } from '#ui/portal/Columns.tsx'
import { ErrorSummary } from '#ui/portal/ErrorSummary.tsx'
import { IconList } from '#ui/portal/Lists.tsx'
import { Notice } from '#ui/portal/Notice.tsx'
import { TaskFrame } from '#ui/portal/TaskFrame.tsx'
import { TextField } from '#ui/portal/TextField.tsx'
import { mustBe, pageOf } from '../client.ts'
import { secretOf, textOf } from '../form-text.ts'
import { FormToken } from '../FormToken.tsx'
import { installation } from '../installation.ts'
import { proveByText } from '../prove-by-text.ts'
import { startSession } from '../session.ts'
import { GoOn } from './GoOn.tsx'
import { titled } from './title.tsx'

const words = {
  task: { vi: 'Đăng nhập vào hệ thống khác', en: 'Sign in to another system' },
  leave: { vi: 'Thôi', en: 'Leave' },
  title: { vi: '{name} muốn biết về ông/bà', en: '{name} wants to know of you' },
  owner: { vi: 'Hệ thống của {owner}', en: 'A system of {owner}' },
  lead: {
    vi: 'Ông/bà đang đăng nhập là {who}. Đồng ý rồi thì lần sau vào thẳng; thu lại lúc nào cũng được ở Trang của tôi hoặc Tài khoản.',
    en: 'You are signed in as {who}. Once you agree you go straight in; you can take it back on your account page.',
  },
  given: { vi: 'Hệ thống ấy sẽ được biết', en: 'It will know' },
  same: { vi: 'Vẫn là ông/bà như lần trước', en: 'That you are the same person as before' },
  notGiven: {
    vi: 'Không biết mật khẩu, không thấy hồ sơ, không làm thay ông/bà việc gì ở đây.',
    en: 'It learns no password, sees no dossier, and does nothing here for you.',
  },
  agree: { vi: 'Đồng ý, đi tiếp', en: 'Agree and go on' },
  refuse: { vi: 'Không đồng ý', en: 'Do not agree' },
  signIn: { vi: 'Đăng nhập để vào {name}', en: 'Sign in to enter {name}' },
  asCitizen: { vi: 'Tôi là người dân', en: 'I am a citizen' },
  asStaff: { vi: 'Tôi là cán bộ', en: 'I am an official' },
  other: { vi: '{name} không dành cho tài khoản này', en: '{name} is not for this account' },
  otherText: {
    vi: 'Ông/bà đang đăng nhập là {who}. Muốn vào thì đăng nhập bằng tài khoản khác.',
    en: 'You are signed in as {who}. Sign in with another account to enter.',
  },
  otherSignIn: { vi: 'Đăng nhập bằng tài khoản khác', en: 'Sign in with another account' },
  prove: { vi: 'Xác nhận lại chính là ông/bà', en: 'Show again that it is you' },
  proveText: {
    vi: '{name} cần ông/bà vừa mới chứng minh mình là ai.',
    en: '{name} wants a fresh proof of who you are.',
  },
  proof: { vi: 'Mật khẩu, hoặc mã 6 số của ứng dụng', en: 'Password, or the 6 digits of your app' },
  confirm: { vi: 'Xác nhận', en: 'Confirm' },
  wrong: { vi: 'Chưa xác nhận được', en: 'Not confirmed' },
} as const satisfies Record<string, Words>

const signInPath = { citizen: '/dang-nhap', staff: '/can-bo/dang-nhap' }

export async function loader(args: LoaderFunctionArgs) {
  const page = pageOf(args)
  const { actor } = page.call
  const uid = args.params['uid'] ?? ''
  const asked = await page.client.identity.viewSignOn({ uid })
  const back = `?tiep=${encodeURIComponent(args.url.pathname)}`
  if (asked.state === 'signIn' && asked.client.people !== 'everyone')
    throw redirect(signInPath[asked.client.people] + back)
  if (asked.state !== 'signIn' && asked.state !== 'otherPeople' && actor.kind !== 'nobody')
    mustBe(page, actor.kind === 'citizen' ? 'citizen' : 'staff', args.url)
  // Whoever did not agree is led back as well.
  const state = args.url.searchParams.has('ve') ? 'ready' : asked.state
  return { ...asked, state, back, who: actor.name, language: page.language, formToken: page.formToken() }
}

export async function action(args: ActionFunctionArgs) {
  const page = pageOf(args)
  const form = await args.request.formData()
  const uid = args.params['uid'] ?? ''
  const here = args.url.pathname
  try {
    if (form.has('proof')) {
      const session = await proveByText(page, secretOf(form, 'proof'))
      return redirect(here, { headers: startSession(page.publicUrl, session) })
    }
    const agree = textOf(form, 'agree') === 'yes'
    await page.client.identity.answerSignOn({ uid, agree })
    return redirect(agree ? here : `${here}?ve=1`)
  } catch (error) {
    if (!(error instanceof Problem) || !form.has('proof')) throw error
    return data({ error: say(error.words, page.language) }, { status: error.status })
  }
}

export const meta: MetaFunction = ({ matches }) => titled(matches, words.task)

export default function SignOn() {
  const asked = useLoaderData<typeof loader>()
  const { language, state, client } = asked
  return (
    <TaskFrame
      language={language}
      homeHref="/"
      narrow
      title={say(words.task, language)}
      site={say(installation.portalName, language)}
      leave={{ text: say(words.leave, language), short: say(words.leave, language), href: '/' }}
    >
      {state === 'ready' && <GoOn language={language} name={client.name} href={asked.next} />}
      {state === 'consent' && <Consent {...asked} />}
      {state === 'proveAgain' && <ProveAgain {...asked} />}
      {(state === 'signIn' || state === 'otherPeople') && <ChooseAccount {...asked} />}
    </TaskFrame>
  )
}

interface Asked {
  readonly language: Language
  readonly client: { readonly name: string; readonly owner: string; readonly people: 'staff' | 'citizen' | 'everyone' }
  readonly state: string
  readonly scopes: readonly ScopeName[]
  readonly who: string
  readonly back: string
  readonly formToken: string
}

const sayTo =
  ({ language, client, who }: Asked) =>
  (one: Words) =>
    say(fill(one, { name: client.name, owner: client.owner, who }), language)

function Consent(asked: Asked) {
  const t = sayTo(asked)
  return (
    <>
      <PageTitle title={t(words.title)} caption={t(words.owner)} lead={t(words.lead)} />
      <Section title={t(words.given)}>
        <IconList
          items={[words.same, ...asked.scopes.map((one) => scopes[one])].map((one) => ({
            icon: 'check',
            title: t(one),
          }))}
        />
      </Section>
      <form method="post">
        <FormToken token={asked.formToken} />
        <ButtonRow>
          <Button name="agree" value="yes">
            {t(words.agree)}
          </Button>
          <Button name="agree" value="no" kind="secondary">
            {t(words.refuse)}
          </Button>
        </ButtonRow>
      </form>
      <Notice icon="lock">
        <p>{t(words.notGiven)}</p>
      </Notice>
    </>
  )
}

function ProveAgain(asked: Asked) {
  const failed = useActionData<typeof action>()
  const t = sayTo(asked)
  return (
    <>
      {failed && <ErrorSummary title={t(words.wrong)} errors={[{ fieldId: 'proof', text: failed.error }]} />}
      <PageTitle title={t(words.prove)} lead={t(words.proveText)} />
      <form method="post" className="stack">
        <FormToken token={asked.formToken} />
        <TextField
          language={asked.language}
          name="proof"
          type="password"
          label={t(words.proof)}
          error={failed?.error}
          autoComplete="current-password"
        />
        <Button>{t(words.confirm)}</Button>
      </form>
    </>
  )
}

function ChooseAccount(asked: Asked) {
  const t = sayTo(asked)
  const { people } = asked.client
  if (asked.state === 'otherPeople' && people !== 'everyone')
    return (
      <>
        <PageTitle title={t(words.other)} lead={t(words.otherText)} />
        <ButtonLink href={signInPath[people] + asked.back}>{t(words.otherSignIn)}</ButtonLink>
      </>
    )
  return (
    <>
      <PageTitle title={t(words.signIn)} />
      <ButtonRow>
        <ButtonLink href={signInPath.citizen + asked.back}>{t(words.asCitizen)}</ButtonLink>
        <ButtonLink href={signInPath.staff + asked.back} kind="secondary">
          {t(words.asStaff)}
        </ButtonLink>
      </ButtonRow>
    </>
  )
}
