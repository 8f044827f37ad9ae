import { redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router'
import { Problem } from '#values/errors.ts'
import { dateAt, type PlainDate } from '#values/plain-date.ts'
import { showClock, showDate } from '#values/show-time.ts'
import { fill, say, type Words } from '#values/words.ts'
import { Button } from '#ui/portal/Button.tsx'
import { PageTitle, Section } from '#ui/portal/Columns.tsx'
import { FactCard } from '#ui/portal/FactCard.tsx'
import { IconList } from '#ui/portal/Lists.tsx'
import { Notice } from '#ui/portal/Notice.tsx'
import { StatusBadge } from '#ui/portal/StatusBadge.tsx'
import { TaskFrame } from '#ui/portal/TaskFrame.tsx'
import { pageOf } from '../../client.ts'
import { FormToken } from '../../FormToken.tsx'
import { installation } from '../../installation.ts'
import { Title } from '../title.tsx'
import { enter } from './enter.ts'
import { NationalFailed } from './NationalFailed.tsx'
import { signOnOf } from './sign-on-cookie.ts'
import { toldRefusal } from './told-refusal.ts'

const words = {
  task: { vi: 'Xác minh danh tính', en: 'Verify your identity' },
  later: { vi: 'Để sau', en: 'Later' },
  once: { vi: 'Chỉ làm một lần', en: 'Done only once' },
  verified: { vi: 'Đã xác minh', en: 'Verified' },
  title: { vi: 'Đây có phải ông/bà không?', en: 'Is this you?' },
  lead: {
    vi: 'Cổng Dịch vụ công quốc gia gửi về những điều này lúc {time}.',
    en: 'The national portal sent this at {time}.',
  },
  facts: { vi: 'Điều Cổng quốc gia gửi về', en: 'What the national portal sent' },
  fullName: { vi: 'Họ và tên', en: 'Full name' },
  birthDate: { vi: 'Ngày sinh', en: 'Date of birth' },
  personalId: { vi: 'Số định danh cá nhân', en: 'Personal number' },
  phone: { vi: 'Điện thoại', en: 'Phone' },
  enterprise: { vi: 'Doanh nghiệp', en: 'Enterprise' },
  wrong: {
    vi: 'Sai chỗ nào thì sửa ở Cổng quốc gia hoặc công an xã, ở đây không sửa được.',
    en: 'What is wrong is put right at the national portal or by the commune police, not here.',
  },
  old: { vi: 'Tài khoản cũ của ông/bà', en: 'Your account here' },
  seen: {
    vi: 'Cùng số định danh, mở ngày {day}, cán bộ đã xem thẻ căn cước. Hồ sơ, giấy tờ, tin nhắn giữ nguyên; mật khẩu cũ vẫn dùng được.',
    en: 'Under the same number, opened on {day}; an officer saw the card. Everything in it stays, the password works on.',
  },
  unseen: {
    vi: 'Cùng số định danh, mở trên mạng ngày {day}, chưa ai xem thẻ của người mở. Từ nay tài khoản ấy là của ông/bà: mật khẩu cũ hết dùng được, mọi máy đang đăng nhập bị thoát. Hồ sơ và đơn viết dở giữ nguyên; thấy gì không phải của mình thì báo quầy một cửa.',
    en: 'Under the same number, opened online on {day}; nobody saw a card. From now on it is yours: the old password ends and all devices are signed out. Dossiers and drafts stay; tell a counter of what is not yours.',
  },
  shutsOut: {
    vi: 'Có người đã mở tài khoản trên mạng bằng số định danh này với họ tên hoặc ngày sinh khác. Bấm Đúng là tôi thì tài khoản ấy bị đóng; hồ sơ họ đã nộp vẫn đứng tên họ khai, không hiện ở trang của ông/bà. Nếu chính ông/bà đã khai nhầm, hãy mang thẻ đến quầy một cửa trước.',
    en: 'Somebody opened an account online under this number, with another name or birth date. When you press It is me, it is closed; what they filed stays in the name they stated and does not show on your page. If it was you who mistyped, bring your card to a counter first.',
  },
  other: { vi: 'Tài khoản của người khác', en: 'An account of somebody else' },
  yes: { vi: 'Đúng là tôi', en: 'It is me' },
  after: { vi: 'Xong bước này thì', en: 'After this' },
  direct: { vi: 'Lần sau bấm Cổng quốc gia là vào thẳng', en: 'Next time the national portal signs you in at once' },
  counter: {
    vi: 'Hồ sơ nộp tại quầy theo số định danh của ông/bà cũng hiện ở Trang của tôi',
    en: 'Dossiers handed in at counters under your number show on your page too',
  },
  readers: { vi: 'Ai xem dữ liệu của ông/bà đều hiện ở Trang của tôi', en: 'Your page shows who read your data' },
  otherWay: { vi: 'Không phải ông/bà?', en: 'Not you?' },
  otherWayText: {
    vi: 'Bấm Để sau rồi đăng xuất ở Cổng quốc gia. Hoặc mang thẻ căn cước đến bất kỳ quầy một cửa nào.',
    en: 'Press Later and sign out at the national portal. Or bring your identity card to any one-stop counter.',
  },
} as const satisfies Record<string, Words>

export async function loader(args: LoaderFunctionArgs) {
  const { client, language, publicUrl, formToken } = pageOf(args)
  try {
    const facts = await client.identity.viewNationalFacts({ browser: signOnOf(args.request, publicUrl) })
    return { language, facts, formToken: formToken() }
  } catch (error) {
    return toldRefusal(error, language)
  }
}

/** Only the browser that came back from the national portal can confirm, and only once. */
export async function action(args: ActionFunctionArgs) {
  const { client, publicUrl } = pageOf(args)
  try {
    const { next, session } = await client.identity.bindNationalAccount({
      browser: signOnOf(args.request, publicUrl),
      agent: args.request.headers.get('user-agent')?.slice(0, 300),
    })
    return enter(publicUrl, session, next)
  } catch (error) {
    // The page itself says why.
    if (error instanceof Problem) return redirect('/dang-nhap/xac-minh')
    throw error
  }
}

export default function NationalConfirm() {
  const loaded = useLoaderData<typeof loader>()
  if ('reason' in loaded) return <NationalFailed {...loaded} />
  const { language, facts, formToken } = loaded
  const t = (one: Words, values: Record<string, string> = {}) => say(fill(one, values), language)
  return (
    <TaskFrame
      language={language}
      homeHref="/"
      narrow
      title={t(words.task)}
      site={say(installation.portalName, language)}
      leave={{ text: t(words.later), short: t(words.later), href: '/' }}
    >
      <>
        <Title language={language} about={words.task} />
        <PageTitle
          title={t(words.title)}
          caption={
            <>
              {t(words.once)}{' '}
              <StatusBadge tone="good" icon="shield-check">
                {t(words.verified)}
              </StatusBadge>
            </>
          }
          lead={t(words.lead, { time: showClock(facts.at) })}
        />
        <FactCard
          look="spaced"
          label={t(words.facts)}
          facts={[
            { term: t(words.fullName), value: <b>{facts.fullName}</b> },
            { term: t(words.birthDate), value: <b>{showDate(facts.birthDate as PlainDate)}</b> },
            { term: t(words.personalId), value: <b>{facts.personalId}</b> },
            ...(facts.phone === null ? [] : [{ term: t(words.phone), value: <b>{facts.phone}</b> }]),
            ...(facts.enterprise === null
              ? []
              : [{ term: t(words.enterprise), value: <b>{facts.enterprise.name}</b>, note: facts.enterprise.code }]),
          ]}
        />
        <p className="note">{t(words.wrong)}</p>
        {facts.account && (
          <Section title={t(words.old)}>
            <p>
              {t(facts.account.isSeen ? words.seen : words.unseen, { day: showDate(dateAt(facts.account.openedAt)) })}
            </p>
          </Section>
        )}
        {facts.shutsOut && (
          <Notice tone="soon" icon="alert-circle" title={t(words.other)}>
            <p>{t(words.shutsOut)}</p>
          </Notice>
        )}
        <form method="post">
          <FormToken token={formToken} />
          <Button wide size="large">
            {t(words.yes)}
          </Button>
        </form>
        <Section title={t(words.after)}>
          <IconList
            items={[words.direct, words.counter, words.readers].map((one) => ({ icon: 'check', title: t(one) }))}
          />
        </Section>
        <Notice icon="id" title={t(words.otherWay)}>
          <p>{t(words.otherWayText)}</p>
        </Notice>
      </>
    </TaskFrame>
  )
}
