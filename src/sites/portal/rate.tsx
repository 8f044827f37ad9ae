import { data, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router'
import { Problem } from '#values/errors.ts'
import { fill, say, type Words } from '#values/words.ts'
import { Button } from '#ui/portal/Button.tsx'
import { ChoiceCards } from '#ui/portal/ChoiceCards.tsx'
import { PageTitle } from '#ui/portal/Columns.tsx'
import { ErrorSummary } from '#ui/portal/ErrorSummary.tsx'
import { Notice } from '#ui/portal/Notice.tsx'
import { TextArea } from '#ui/portal/TextField.tsx'
import { pageOf, unlessGone } from '../client.ts'
import { textOf } from '../form-text.ts'
import { FormToken } from '../FormToken.tsx'
import { marks } from '../marks.ts'
import { PortalPage } from './PortalPage.tsx'
import { Title } from './title.tsx'

const words = {
  title: { vi: 'Ông/bà có hài lòng không?', en: 'Were you satisfied?' },
  lead: {
    vi: '{name}, hồ sơ {code}. Chấm một lần, không cần đăng nhập.',
    en: '{name}, dossier {code}. Once, without signing in.',
  },
  mark: { vi: 'Mức hài lòng', en: 'How satisfied' },
  comment: { vi: 'Góp ý thêm (không bắt buộc)', en: 'Comment (optional)' },
  commentHint: {
    vi: 'Chưa hài lòng thì lãnh đạo đơn vị phải trả lời ông/bà.',
    en: 'If you were not satisfied, the head of the unit has to answer you.',
  },
  send: { vi: 'Gửi đánh giá', en: 'Send' },
  thanks: { vi: 'Cảm ơn ông/bà đã chấm {mark}/5.', en: 'Thank you. You gave {mark} of 5.' },
  low: {
    vi: 'Lãnh đạo đơn vị sẽ trả lời ông/bà; câu trả lời hiện ở trang của hồ sơ.',
    en: 'The head of the unit will answer; you find it on the page of the dossier.',
  },
  gone: { vi: 'Liên kết này đã dùng hoặc hết hạn', en: 'This link was used or is over' },
  goneText: {
    vi: 'Mỗi hồ sơ chấm được một lần. Đăng nhập thì chấm được ở trang của hồ sơ.',
    en: 'A dossier is rated once. Signed in, you can rate it on its page.',
  },
  mine: { vi: 'Đến Trang của tôi', en: 'Go to my page' },
  wrong: { vi: 'Chưa gửi được', en: 'Not sent' },
  choose: { vi: 'Chọn một mức', en: 'Choose one' },
} as const satisfies Record<string, Words>

export async function loader(args: LoaderFunctionArgs) {
  const page = pageOf(args)
  const token = new URL(args.request.url).searchParams.get('ma') ?? ''
  const asked = /^[\w-]{22}$/.test(token)
    ? await unlessGone(() => page.client.services.getRatingByLink({ token }))
    : undefined
  return { language: page.language, formToken: page.formToken(), token, asked }
}

export async function action(args: ActionFunctionArgs) {
  const { client, language } = pageOf(args)
  const form = await args.request.formData()
  const comment = textOf(form, 'comment')
  try {
    const { mark } = await client.services.rateByLink({
      token: textOf(form, 'ma'),
      mark: textOf(form, 'mark'),
      ...(comment && { comment }),
    })
    return { mark, error: undefined }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const said = error.code === 'invalidInput' ? words.choose : error.code === 'notFound' ? words.gone : error.words
    return data({ mark: undefined, error: say(said, language) }, { status: error.status })
  }
}

export default function Rate() {
  const { language, formToken, token, asked } = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  const t = (one: Words, values: Record<string, string | number> = {}) => say(fill(one, values), language)
  const mark = answered?.mark
  return (
    <PortalPage narrow>
      <Title language={language} about={words.title} isWrong={answered?.error !== undefined} />
      {mark !== undefined ? (
        <>
          <PageTitle title={t(words.thanks, { mark })} lead={mark <= 2 ? t(words.low) : undefined} />
          <p>
            <a href="/trang-cua-toi">{t(words.mine)}</a>
          </p>
        </>
      ) : asked === undefined ? (
        <>
          <PageTitle title={t(words.title)} />
          <Notice title={t(words.gone)}>
            <p>{t(words.goneText)}</p>
            <p>
              <a href="/trang-cua-toi">{t(words.mine)}</a>
            </p>
          </Notice>
        </>
      ) : (
        <>
          {answered?.error && (
            <ErrorSummary title={t(words.wrong)} errors={[{ fieldId: 'mark', text: answered.error }]} />
          )}
          <PageTitle title={t(words.title)} lead={t(words.lead, { name: asked.procedureName, code: asked.code })} />
          <form method="post" className="stack">
            <FormToken token={formToken} />
            <input type="hidden" name="ma" value={token} />
            <ChoiceCards
              language={language}
              kind="one"
              name="mark"
              label={t(words.mark)}
              error={answered?.error}
              choices={marks.map(({ value, label }) => ({ value, label: t(label) }))}
            />
            <TextArea
              language={language}
              name="comment"
              label={t(words.comment)}
              hint={t(words.commentHint)}
              rows={3}
              maxLength={1000}
            />
            <Button>{t(words.send)}</Button>
          </form>
        </>
      )}
    </PortalPage>
  )
}
