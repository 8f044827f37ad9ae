import { data, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router'
import { Problem } from '#values/errors.ts'
import { say, type Words } from '#values/words.ts'
import { Button } from '#ui/portal/Button.tsx'
import { PageTitle } from '#ui/portal/Columns.tsx'
import { ErrorSummary } from '#ui/portal/ErrorSummary.tsx'
import { TextField } from '#ui/portal/TextField.tsx'
import { pageOf } from '../../client.ts'
import { FormToken } from '../../FormToken.tsx'
import { textOf } from '../../form-text.ts'
import { PortalPage } from '../PortalPage.tsx'
import { Title } from '../title.tsx'
import { doSenderAct } from './sender-acts.ts'
import { SenderView } from './SenderView.tsx'
import { questionWords as shared } from './words.ts'

const words = {
  lead: {
    vi: 'Nhập mã tra cứu 12 ký tự đã hiện khi gửi. Chữ thường, chữ hoa, có gạch hay không đều được.',
    en: 'Enter the code of 12 signs that was shown when you sent it.',
  },
  code: { vi: 'Mã tra cứu', en: 'Look-up code' },
  see: { vi: 'Xem', en: 'Show' },
  none: { vi: 'Không có việc nào có mã này. Xem lại từng ký tự.', en: 'Nothing has this code. Check each sign.' },
} as const satisfies Record<string, Words>

export function loader(args: LoaderFunctionArgs) {
  const page = pageOf(args)
  return { language: page.language, formToken: page.formToken() }
}

/** Posted, so that the code stands in no address and no log. */
export async function action(args: ActionFunctionArgs) {
  const { client, language } = pageOf(args)
  const form = await args.request.formData()
  const lookUpCode = textOf(form, 'ma')
  try {
    if (['supplied', 'helpful', 'reopen'].some((name) => form.has(name)))
      await doSenderAct(client, form, { lookUpCode })
    const petition = await client.petitions.lookUpPetition({ lookUpCode })
    return { lookUpCode, petition, error: undefined, fileError: textOf(form, 'loi-tep') || undefined }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const said = error.code === 'notFound' || error.code === 'invalidInput' ? words.none : error.words
    const none = { petition: undefined, fileError: undefined }
    return data({ lookUpCode, ...none, error: say(said, language) }, { status: error.status })
  }
}

export default function LookUpPetition() {
  const { language, formToken } = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  const t = (one: Words) => say(one, language)
  return (
    <PortalPage narrow>
      <Title language={language} about={shared.lookUp} isWrong={answered?.error !== undefined} />
      {answered?.petition ? (
        <SenderView
          language={language}
          petition={answered.petition}
          formToken={formToken}
          lookUpCode={answered.lookUpCode}
          fileError={answered.fileError}
        />
      ) : (
        <>
          {answered?.error && (
            <ErrorSummary title={t(shared.wrong)} errors={[{ fieldId: 'ma', text: answered.error }]} />
          )}
          <PageTitle title={t(shared.lookUp)} lead={t(words.lead)} />
          <form method="post" action="/hoi-dap/tra-cuu" className="stack">
            <FormToken token={formToken} />
            <TextField
              language={language}
              name="ma"
              label={t(words.code)}
              value={answered?.lookUpCode}
              error={answered?.error}
              width="half"
              digits
              required
            />
            <Button>{t(words.see)}</Button>
          </form>
        </>
      )}
    </PortalPage>
  )
}
