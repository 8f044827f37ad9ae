import { redirect, useLoaderData, useActionData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router'
import { say, type Words } from '#values/words.ts'
import { Button } from '#ui/portal/Button.tsx'
import { ChoiceCards } from '#ui/portal/ChoiceCards.tsx'
import { PageTitle } from '#ui/portal/Columns.tsx'
import { mustBe, pageOf } from '../../client.ts'
import { textOf } from '../../form-text.ts'
import { FormToken } from '../../FormToken.tsx'
import { SendOnce } from '../../SendOnce.tsx'
import { PortalPage } from '../PortalPage.tsx'
import { Title } from '../title.tsx'

const words = {
  title: { vi: 'Nộp cho ai?', en: 'For whom?' },
  lead: {
    vi: 'Có người đã nhờ ông/bà làm thay. Hồ sơ nộp cho ai thì là của người ấy.',
    en: 'Somebody asked you to act for them. The dossier belongs to whom it is filed for.',
  },
  me: { vi: 'Cho tôi', en: 'For me' },
  go: { vi: 'Tiếp tục', en: 'Go on' },
} as const satisfies Record<string, Words>

/**
 * Signing in comes back here with GET: the button is then pressed for whoever pressed it before. A link from another site presses
 * nothing, it shows the procedure.
 */
export const loader = (args: LoaderFunctionArgs) =>
  args.request.headers.get('sec-fetch-site') === 'cross-site'
    ? redirect(`/thu-tuc/${encodeURIComponent(args.params['code'] ?? '')}`)
    : begin(args, '')

export const action = async (args: ActionFunctionArgs) => begin(args, textOf(await args.request.formData(), 'cho'))

/** Begins for oneself, or asks first where there are others for whom this may be filed. */
async function begin(args: LoaderFunctionArgs, chosen: string) {
  const page = pageOf(args)
  mustBe(page, 'citizen', args.url)
  const code = args.params['code'] ?? ''
  const others = chosen === '' ? await page.client.services.listWhomToFileFor({ code }) : []
  if (others.length > 0) return { language: page.language, others }
  const onBehalfOf = chosen === '' || chosen === 'toi' ? {} : { onBehalfOf: chosen }
  const { id, firstPage } = await page.client.services.startDraft({ code, ...onBehalfOf })
  return redirect(`/nop/${id}/${firstPage}`)
}

export default function Start() {
  const loaded = useLoaderData<typeof loader>()
  const { language, others } = useActionData<typeof action>() ?? loaded
  const t = (one: Words) => say(one, language)
  return (
    <PortalPage narrow>
      <Title language={language} about={words.title} />
      <PageTitle title={t(words.title)} lead={t(words.lead)} />
      <form method="post" className="stack">
        <FormToken />
        <SendOnce />
        <ChoiceCards
          kind="one"
          language={language}
          name="cho"
          label={t(words.title)}
          chosen={['toi']}
          choices={[
            { value: 'toi', label: t(words.me) },
            ...others.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <Button>{t(words.go)}</Button>
      </form>
    </PortalPage>
  )
}
