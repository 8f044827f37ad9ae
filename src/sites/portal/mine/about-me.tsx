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
import { dateAt, type PlainDate } from '#values/plain-date.ts'
import { showDate } from '#values/show-time.ts'
import { fill, say, type Words } from '#values/words.ts'
import { Button, ButtonLink } from '#ui/portal/Button.tsx'
import { PageTitle, Section } from '#ui/portal/Columns.tsx'
import { ErrorSummary } from '#ui/portal/ErrorSummary.tsx'
import { FactCard } from '#ui/portal/FactCard.tsx'
import { TextField } from '#ui/portal/TextField.tsx'
import { mustBe, pageOf } from '../../client.ts'
import { secretOf } from '../../form-text.ts'
import { FormToken } from '../../FormToken.tsx'
import { titled } from '../title.tsx'
import { AllowedClients } from './AllowedClients.tsx'
import { MinePage } from './MinePage.tsx'

const words = {
  title: { vi: 'Thông tin của tôi', en: 'About me' },
  lead: {
    vi: 'Những điều này xem được, không sửa được ở đây. Sai thì mang thẻ căn cước đến quầy một cửa.',
    en: 'You can see this, not change it here. If it is wrong, bring your identity card to a one-stop counter.',
  },
  fullName: { vi: 'Họ và tên', en: 'Full name' },
  birthDate: { vi: 'Ngày sinh', en: 'Date of birth' },
  personalId: { vi: 'Số định danh cá nhân', en: 'Personal number' },
  phone: { vi: 'Điện thoại', en: 'Phone' },
  unknown: { vi: 'Chưa có', en: 'Not known' },
  surety: { vi: 'Mức xác minh', en: 'How sure it is you' },
  bound: { vi: 'Đã nối từ {day}', en: 'Joined since {day}' },
  national: { vi: 'Tài khoản quốc gia', en: 'National account' },
  join: { vi: 'Nối với tài khoản quốc gia', en: 'Join the national account' },
  joinText: {
    vi: 'Nối một lần rồi thì không cần nhớ mật khẩu ở đây, và thấy cả hồ sơ đã nộp tại quầy.',
    en: 'Done once, you need no password here and also see what was handed in at counters.',
  },
  password: { vi: 'Mật khẩu', en: 'Password' },
  stopText: {
    vi: 'Ông/bà vào được bằng tài khoản quốc gia. Không dùng mật khẩu nữa thì không ai đoán được nó; mọi máy khác đang đăng nhập sẽ bị thoát.',
    en: 'The national account signs you in. Without a password nobody can guess it; all other devices are signed out.',
  },
  change: { vi: 'Đổi mật khẩu', en: 'Change the password' },
  current: { vi: 'Mật khẩu đang dùng', en: 'Current password' },
  stop: { vi: 'Thôi dùng mật khẩu', en: 'Use no password any more' },
  chooseText: {
    vi: 'Tài khoản này chỉ vào được bằng tài khoản quốc gia. Muốn vào cả khi Cổng quốc gia không trả lời thì đặt mật khẩu.',
    en: 'Only the national account opens this account. Set a password to get in when the national portal does not answer.',
  },
  next: { vi: 'Mật khẩu mới', en: 'New password' },
  hint: {
    vi: 'Ít nhất 12 ký tự. Một câu ngắn dễ nhớ là tốt nhất.',
    en: 'At least 12 characters. A short sentence is best.',
  },
  choose: { vi: 'Đặt mật khẩu', en: 'Set the password' },
  wrong: { vi: 'Còn chỗ cần xem lại', en: 'Please check' },
} as const satisfies Record<string, Words>

const sureties: Readonly<Record<number, Words>> = {
  1: { vi: 'Tự khai khi mở tài khoản, chưa ai xem thẻ', en: 'As stated by yourself; nobody saw a card' },
  2: { vi: 'Cán bộ đã xem thẻ căn cước tại quầy', en: 'An officer saw the identity card at a counter' },
  3: { vi: 'Tài khoản định danh quốc gia đã xác minh', en: 'Verified by the national e-identity' },
}

export async function loader(args: LoaderFunctionArgs) {
  const page = pageOf(args)
  mustBe(page, 'citizen', args.url)
  const [account, ways, clients] = await Promise.all([
    page.client.identity.getMyAccount({}),
    page.client.identity.listSignInWays({}),
    page.client.identity.listMyClients({}),
  ])
  return { language: page.language, account, ways, clients }
}

export async function action(args: ActionFunctionArgs) {
  const page = pageOf(args)
  mustBe(page, 'citizen', args.url)
  const form = await args.request.formData()
  const field = form.has('next') ? 'next' : 'current'
  try {
    if (field === 'next') await page.client.identity.choosePassword({ next: secretOf(form, 'next') })
    else await page.client.identity.stopPassword({ current: secretOf(form, 'current') })
    return redirect('/trang-cua-toi/thong-tin')
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const places: readonly ProblemPlace[] =
      error.places.length > 0 ? error.places : [{ path: field, message: error.words }]
    return data(
      { errors: places.map((place) => ({ fieldId: place.path, text: say(place.message, page.language) })) },
      { status: error.status },
    )
  }
}

export const meta: MetaFunction = ({ matches }) => titled(matches, words.title)

export default function AboutMe() {
  const { language, account, ways, clients } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const t = (one: Words, values: Record<string, string> = {}) => say(fill(one, values), language)
  const secret = (name: 'current' | 'next') => ({
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
      <PageTitle title={t(words.title)} lead={t(words.lead)} />
      <FactCard
        facts={[
          { term: t(words.fullName), value: account.fullName },
          {
            term: t(words.birthDate),
            value: account.birthDate ? showDate(account.birthDate as PlainDate) : t(words.unknown),
          },
          { term: t(words.personalId), value: account.personalId ?? t(words.unknown) },
          { term: t(words.phone), value: account.phone ?? t(words.unknown) },
          { term: t(words.surety), value: t(sureties[account.assurance] as Words) },
          ...(account.boundAt
            ? [{ term: t(words.national), value: t(words.bound, { day: showDate(dateAt(account.boundAt)) }) }]
            : []),
        ]}
      />
      {account.boundAt === null && ways.national && (
        <Section title={t(words.national)}>
          <p>{t(words.joinText)}</p>
          <ButtonLink href="/dang-nhap/quoc-gia?tiep=/trang-cua-toi/thong-tin" icon="building-bank">
            {t(words.join)}
          </ButtonLink>
        </Section>
      )}
      <Section title={t(words.password)}>
        {account.hasPassword && (
          <ButtonLink href="/trang-cua-toi/mat-khau" kind="secondary" icon="lock">
            {t(words.change)}
          </ButtonLink>
        )}
        {account.boundAt !== null && (
          <>
            <p>{t(account.hasPassword ? words.stopText : words.chooseText)}</p>
            <form method="post" className="stack">
              <FormToken />
              {account.hasPassword ? (
                <TextField {...secret('current')} autoComplete="current-password" />
              ) : (
                <TextField {...secret('next')} hint={t(words.hint)} autoComplete="new-password" />
              )}
              <Button kind="secondary">{t(account.hasPassword ? words.stop : words.choose)}</Button>
            </form>
          </>
        )}
      </Section>
      <AllowedClients language={language} clients={clients} />
    </MinePage>
  )
}
