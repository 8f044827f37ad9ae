import {
  data,
  redirect,
  useLoaderData,
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from 'react-router'
import { pageContext } from '#kernel/http/page-context.ts'
import { pagePolicy } from '#kernel/http/security-headers.ts'
import { Button } from '#ui/portal/Button.tsx'
import { ChoiceCards } from '#ui/portal/ChoiceCards.tsx'
import { PageTitle } from '#ui/portal/Columns.tsx'
import { Notice } from '#ui/portal/Notice.tsx'
import { fill, say, type Words } from '#values/words.ts'
import { mustBe, pageOf } from '../../client.ts'
import { FormToken } from '../../FormToken.tsx'
import { titled } from '../title.tsx'
import { MinePage } from './MinePage.tsx'
import { PushSwitch } from './PushSwitch.tsx'
import { textOf } from '../../form-text.ts'
import type { RouteHandle } from '../../../root.tsx'

const words = {
  title: { vi: 'Cách nhận tin', en: 'How you are told' },
  lead: {
    vi: 'Mỗi khi hồ sơ có thay đổi, tin luôn nằm ở mục Tin nhắn. Ngoài ra ông/bà muốn được báo bằng cách nào?',
    en: 'Each change of a dossier is always told under Messages. How else do you want to hear of it?',
  },
  ways: { vi: 'Báo thêm cho tôi bằng', en: 'Tell me also by' },
  sms: { vi: 'Tin nhắn SMS', en: 'SMS' },
  smsTo: {
    vi: 'Đến số khai trong hồ sơ, hoặc {phone}. Tin chỉ có mã hồ sơ và tình trạng; ban đêm không gửi.',
    en: 'To the number in the dossier, or {phone}. It says the code and the state only; none at night.',
  },
  smsNone: {
    vi: 'Đến số khai trong hồ sơ. Tin chỉ có mã hồ sơ và tình trạng; ban đêm không gửi.',
    en: 'To the number in the dossier. It says the code and the state only; none at night.',
  },
  email: { vi: 'Thư điện tử', en: 'E-mail' },
  emailTo: { vi: 'Đến {address}', en: 'To {address}' },
  emailNone: {
    vi: 'Chưa có địa chỉ thư: khai khi nộp hồ sơ lần tới.',
    en: 'No address yet: give one with your next dossier.',
  },
  save: { vi: 'Ghi', en: 'Save' },
  saved: { vi: 'Đã ghi.', en: 'Saved.' },
} as const satisfies Record<string, Words>

export async function loader(args: LoaderFunctionArgs) {
  const page = pageOf(args)
  mustBe(page, 'citizen', args.url)
  const known = {
    language: page.language,
    wishes: await page.client.notification.getMyWishes({}),
    isSaved: args.url.searchParams.has('da-ghi'),
  }
  const { nonce } = args.context.get(pageContext)
  return data(known, { headers: { 'Content-Security-Policy': pagePolicy(nonce, 'push-worker') } })
}

export const handle: RouteHandle = { scripts: true }
export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders

export async function action(args: ActionFunctionArgs) {
  const page = pageOf(args)
  mustBe(page, 'citizen', args.url)
  const { notification } = page.client
  const form = await args.request.formData()
  if (form.has('endpoint'))
    await notification.addMyBrowser({
      endpoint: textOf(form, 'endpoint'),
      publicKey: textOf(form, 'publicKey'),
      auth: textOf(form, 'auth'),
    })
  else if (form.has('quiet')) await notification.removeMyBrowsers({})
  else {
    const ways = form.getAll('ways')
    // Browsers are let in, and sent away, each by itself.
    await notification.saveMyWishes({ push: true, sms: ways.includes('sms'), email: ways.includes('email') })
  }
  return redirect('/trang-cua-toi/nhan-tin?da-ghi')
}

export const meta: MetaFunction = ({ matches }) => titled(matches, words.title)

export default function Wishes() {
  const { language, wishes, isSaved } = useLoaderData<typeof loader>()
  const t = (one: Words, values: Record<string, string> = {}) => say(fill(one, values), language)
  const { phone, address } = wishes
  return (
    <MinePage language={language} tab="messages">
      <PageTitle title={t(words.title)} lead={t(words.lead)} />
      {isSaved && <Notice tone="good">{t(words.saved)}</Notice>}
      <form method="post" className="stack">
        <FormToken />
        <ChoiceCards
          language={language}
          kind="several"
          name="ways"
          label={t(words.ways)}
          chosen={(['sms', 'email'] as const).filter((one) => wishes[one])}
          choices={[
            ...(wishes.open.includes('sms')
              ? [
                  {
                    value: 'sms',
                    label: t(words.sms),
                    hint: phone === null ? t(words.smsNone) : t(words.smsTo, { phone }),
                  },
                ]
              : []),
            {
              value: 'email',
              label: t(words.email),
              hint: address === null ? t(words.emailNone) : t(words.emailTo, { address }),
            },
          ]}
        />
        <Button>{t(words.save)}</Button>
      </form>
      {wishes.pushKey !== null && (
        <PushSwitch language={language} pushKey={wishes.pushKey} browsers={wishes.browsers} />
      )}
    </MinePage>
  )
}
