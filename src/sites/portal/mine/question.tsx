import {
  data,
  redirect,
  useActionData,
  useLoaderData,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from 'react-router'
import { Problem } from '#values/errors.ts'
import { say } from '#values/words.ts'
import { Notice } from '#ui/portal/Notice.tsx'
import { mustBe, pageOf } from '../../client.ts'
import { doSenderAct } from '../questions/sender-acts.ts'
import { SenderView } from '../questions/SenderView.tsx'
import { titled } from '../title.tsx'
import { MinePage } from './MinePage.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const page = pageOf(args)
  mustBe(page, 'citizen', args.url)
  const petition = await page.client.petitions.getOwnPetition({ id: args.params['id'] ?? '' })
  const fileError = new URL(args.request.url).searchParams.get('error') ?? undefined
  return { language: page.language, petition, fileError }
}

export async function action(args: ActionFunctionArgs) {
  const page = pageOf(args)
  mustBe(page, 'citizen', args.url)
  const id = args.params['id'] ?? ''
  try {
    await doSenderAct(page.client, await args.request.formData(), { id })
    return redirect(`/trang-cua-toi/hoi-dap/${id}`)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return data({ error: say(error.words, page.language) }, { status: error.status })
  }
}

export const meta: MetaFunction<typeof loader> = ({ matches, loaderData }) =>
  titled(matches, loaderData?.petition.title)

export default function MyQuestion() {
  const { language, petition, fileError } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  return (
    <MinePage language={language} tab="questions">
      {failed && (
        <Notice tone="late" live>
          {failed.error}
        </Notice>
      )}
      <SenderView language={language} petition={petition} fileError={fileError} />
    </MinePage>
  )
}
