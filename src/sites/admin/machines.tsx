import {
  data,
  redirect,
  useActionData,
  useLoaderData,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from 'react-router'
import type { Words } from '#values/words.ts'
import { NoteBox } from '#ui/office/Badge.tsx'
import { Block } from '#ui/office/Panes.tsx'
import { textOf } from '../form-text.ts'
import { refusedAnswer, staffPage } from '../office/staff.ts'
import { titled } from '../titled.ts'
import { findOwners } from './find-owner.tsx'
import { MachineForm, machineFacts, tickedIn } from './machine-form.tsx'
import { MachineTokens } from './machine-tokens.tsx'
import { keepRegistered } from './keep-registered.ts'
import { RegisterPage, ShutForm } from './RegisterPage.tsx'
import { TrailLinks } from './TrailLinks.tsx'
import { useAdmin, useSay } from './use-admin.ts'
import { adminWords } from './words.ts'

const words = {
  lead: {
    vi: 'Máy của cơ quan khác gọi API để đọc. Máy không ký, không sửa, không làm thay ai; mọi lần gọi ghi vào nhật ký dưới tên máy.',
    en: 'Machines that read by the API. They sign and change nothing and act for nobody; the trail names them.',
  },
  name: { vi: 'Máy', en: 'Machine' },
  tokens: { vi: 'Mã', en: 'Tokens' },
  none: { vi: 'Chưa có tài khoản máy nào', en: 'No service account yet' },
  noneText: { vi: 'Tìm cơ quan chủ quản, rồi tạo.', en: 'Find the owner, then create one.' },
  create: { vi: 'Tạo tài khoản máy', en: 'New service account' },
  once: { vi: 'Mã truy cập mới', en: 'The new token' },
  onceText: {
    vi: 'Chép ngay vào nơi giữ bí mật của máy ấy. Rời trang này là không xem lại được; ở đây chỉ giữ dấu băm.',
    en: 'Copy it now to where that machine keeps its secrets. It cannot be shown again; only its hash is kept here.',
  },
} as const satisfies Record<string, Words>

const here = '/quan-tri/may'

export async function loader(args: LoaderFunctionArgs) {
  const page = staffPage(args)
  const [machines, found] = await Promise.all([page.client.identity.listMachines({}), findOwners(page, args.url)])
  return {
    machines,
    found,
    now: new Date(),
    chosen: machines.find((one) => one.id === args.url.searchParams.get('chon')),
  }
}

export async function action(args: ActionFunctionArgs) {
  const page = staffPage(args)
  const { identity } = page.client
  const form = await args.request.formData()
  const id = textOf(form, 'id')
  try {
    // The token is answered once, never stored and never in an address.
    if (form.has('cap')) {
      const [name, days] = [textOf(form, 'name'), Number(form.get('days'))]
      return data({ once: (await identity.createApiToken({ id, name, days, permissions: tickedIn(form) })).token })
    }
    if (form.has('thu-hoi')) {
      await identity.revokeApiToken({ id: textOf(form, 'thu-hoi') })
      return redirect(`${here}?chon=${id}`)
    }
    return await keepRegistered(here, form, {
      add: (ownerId) => identity.createMachine({ ...machineFacts(form), ownerId }),
      change: () => identity.changeMachine({ ...machineFacts(form), id }),
      setStatus: identity.setMachineStatus,
    })
  } catch (error) {
    return refusedAnswer(error, page, form)
  }
}

export const meta: MetaFunction = ({ matches }) => titled(matches, adminWords.machines, adminWords.admin)

export default function Machines() {
  const { machines, found, chosen, now } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const known = useAdmin()
  const t = useSay()
  const refused = answer && 'refused' in answer ? answer.refused : undefined
  const isLive = ({ revokedAt, expiresAt }: { revokedAt: Date | null; expiresAt: Date }) =>
    revokedAt === null && expiresAt > now
  return (
    <RegisterPage
      here={here}
      icon="lock"
      title={t(adminWords.machines)}
      lead={t(words.lead)}
      words={words}
      all={machines}
      chosen={chosen}
      column={{ title: t(words.tokens), width: 80, of: ({ tokens }) => tokens.filter(isLive).length }}
      refused={refused}
      answer={
        answer &&
        'once' in answer && (
          <NoteBox tone="good" icon="lock" title={t(words.once)} live>
            <p className="once code">{answer.once}</p>
            <p>{t(words.onceText)}</p>
          </NoteBox>
        )
      }
      found={found}
      create={<MachineForm owners={found.owners} refused={refused} />}
    >
      {chosen && (
        <>
          <MachineTokens machine={chosen} now={now} />
          <Block title={chosen.name} small>
            <ShutForm {...chosen} />
            <MachineForm key={chosen.id} machine={chosen} refused={refused} />
          </Block>
          <TrailLinks known={known} object={`machine:${chosen.id}`} account={chosen.id} />
        </>
      )}
    </RegisterPage>
  )
}
