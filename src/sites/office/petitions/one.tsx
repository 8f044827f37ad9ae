import {
  redirect,
  useActionData,
  useLoaderData,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from 'react-router'
import { showInstant } from '#values/show-time.ts'
import type { Words } from '#values/words.ts'
import { kindWords } from '#engines/petitions/contract.ts'
import { PageHead, Panes } from '#ui/office/Panes.tsx'
import { textOf } from '../../form-text.ts'
import { titled } from '../../titled.ts'
import { OfficePage } from '../OfficePage.tsx'
import { refusedAnswer, staffPage, type Refused } from '../staff.ts'
import { useOffice, useSay } from '../use-office.ts'
import { officeWords } from '../words.ts'
import { Said } from './Said.tsx'
import { Handling } from './Handling.tsx'
import { PetitionSide } from './PetitionSide.tsx'
import { actOf } from './read-act.ts'
import { petitionWords as shared } from './words.ts'

const words = {
  sent: { vi: '{kind} · gửi {at}', en: '{kind} · sent {at}' },
  entered: { vi: '{kind} · ghi qua điện thoại {at}', en: '{kind} · entered on the phone {at}' },
} as const satisfies Record<string, Words>

export async function loader(args: LoaderFunctionArgs) {
  const page = staffPage(args)
  const petition = await page.client.petitions.getPetition({ id: args.params['id'] ?? '' })
  return { petition, fileError: new URL(args.request.url).searchParams.get('error') ?? undefined }
}

/** What one petition shows, for its parts. */
export type ShownPetition = Awaited<ReturnType<typeof loader>>['petition']

export async function action(args: ActionFunctionArgs) {
  const page = staffPage(args)
  const { petitions } = page.client
  const id = args.params['id'] ?? ''
  const form = await args.request.formData()
  try {
    if (form.get('do') === 'identity')
      return { identity: await petitions.openIdentity({ id, reason: textOf(form, 'reason') }) }
    if (form.get('do') === 'detach') {
      await petitions.detachFromAnswer({ id, fileId: textOf(form, 'fileId') })
      return redirect(`/can-bo/hoi-dap/${id}`)
    }
    const act = actOf(form)
    await petitions.handlePetition({ id, revision: Number(form.get('revision')), act })
    // Given to another unit, it may be out of sight.
    return redirect(['assign', 'as-second'].includes(act.act) ? '/can-bo/hoi-dap' : `/can-bo/hoi-dap/${id}`)
  } catch (error) {
    return refusedAnswer(error, page, form)
  }
}

export const meta: MetaFunction<typeof loader> = ({ matches, loaderData }) =>
  titled(matches, loaderData?.petition.code, officeWords.brand)

export default function Petition() {
  const { petition, fileError } = useLoaderData<typeof loader>()
  const answered = useActionData<Partial<Refused> & { identity?: Identity }>()
  const { language } = useOffice()
  const t = useSay()
  const parts = { petition, refused: answered?.refused }
  return (
    <OfficePage rail>
      <PageHead
        back={{ href: '/can-bo/hoi-dap', text: t(shared.back) }}
        title={petition.title}
        beside={<code className="code">{petition.code}</code>}
        text={t(petition.channel === 'hotline' ? words.entered : words.sent, {
          kind: t(petition.isSecond ? shared.second : kindWords[petition.kind]),
          at: showInstant(petition.askedAt, language),
        })}
      />
      <Panes shape="work">
        <Said {...parts} identity={answered?.identity} />
        <Handling {...parts} fileError={fileError} />
        <PetitionSide {...parts} />
      </Panes>
    </OfficePage>
  )
}

export interface Identity {
  readonly fullName: string
  readonly address: string
  readonly phone: string
  readonly email: string | null
}
