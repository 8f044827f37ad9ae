import {
  useActionData,
  useLoaderData,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from 'react-router'
import { showInstant } from '#values/show-time.ts'
import type { Words } from '#values/words.ts'
import { Block } from '#ui/office/Panes.tsx'
import { refusedAnswer, staffPage } from '../office/staff.ts'
import { titled } from '../titled.ts'
import { ClientForm, clientFacts } from './client-form.tsx'
import { findOwners } from './find-owner.tsx'
import { keepRegistered } from './keep-registered.ts'
import { RegisterPage, ShutForm } from './RegisterPage.tsx'
import { TrailLinks } from './TrailLinks.tsx'
import { useAdmin, useSay } from './use-admin.ts'
import { adminWords } from './words.ts'

const words = {
  lead: {
    vi: 'Hệ thống khác của tỉnh cho người dùng đăng nhập bằng tài khoản ở đây (OpenID Connect). Địa chỉ nhà cung cấp: {issuer}',
    en: 'Other systems of the province that sign people in with accounts of here (OpenID Connect). Issuer: {issuer}',
  },
  name: { vi: 'Hệ thống', en: 'System' },
  last: { vi: 'Dùng gần nhất', en: 'Last used' },
  never: { vi: 'Chưa lần nào', en: 'Never' },
  disableText: {
    vi: 'Khóa thì hệ thống ấy mất ngay mọi quyền đã nhận, không ai đăng nhập vào đó qua đây được.',
    en: 'Shut, it loses at once whatever it holds, and nobody signs in there by us.',
  },
  none: { vi: 'Chưa có hệ thống nào', en: 'No system yet' },
  noneText: {
    vi: 'Tìm cơ quan chủ quản, rồi đăng ký hệ thống của cơ quan đó.',
    en: 'Find the owner, then register a system of theirs.',
  },
  create: { vi: 'Đăng ký hệ thống mới', en: 'Register a system' },
  id: { vi: 'Mã hệ thống (client_id)', en: 'client_id' },
} as const satisfies Record<string, Words>

const here = '/quan-tri/he-thong'

export async function loader(args: LoaderFunctionArgs) {
  const page = staffPage(args)
  const [{ issuer, clients }, machines, found] = await Promise.all([
    page.client.identity.listClients({}),
    page.client.identity.listMachines({}),
    findOwners(page, args.url),
  ])
  return {
    issuer,
    clients,
    machines,
    found,
    chosen: clients.find((one) => one.id === args.url.searchParams.get('chon')),
  }
}

export async function action(args: ActionFunctionArgs) {
  const page = staffPage(args)
  const { identity } = page.client
  const form = await args.request.formData()
  try {
    return await keepRegistered(here, form, {
      add: (ownerId) => identity.registerClient({ publicKeys: '', ...clientFacts(form), ownerId }),
      change: (id) => identity.changeClient({ ...clientFacts(form), id }),
      setStatus: identity.setClientStatus,
    })
  } catch (error) {
    return refusedAnswer(error, page, form)
  }
}

export const meta: MetaFunction = ({ matches }) => titled(matches, adminWords.clients, adminWords.admin)

export default function Clients() {
  const { issuer, clients, machines, found, chosen } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()?.refused
  const known = useAdmin()
  const t = useSay()
  return (
    <RegisterPage
      here={here}
      icon="login"
      title={t(adminWords.clients)}
      lead={t(words.lead, { issuer })}
      words={words}
      all={clients}
      chosen={chosen}
      column={{
        title: t(words.last),
        width: 200,
        of: ({ lastUsedAt }) => (lastUsedAt ? showInstant(lastUsedAt, known.language) : t(words.never)),
      }}
      refused={refused}
      found={found}
      create={<ClientForm owners={found.owners} machines={machines} refused={refused} />}
    >
      {chosen && (
        <>
          <Block title={chosen.name} small>
            <p>
              {t(words.id)}: <code className="code">{chosen.id}</code>
            </p>
            <ShutForm {...chosen} />
            <p className="quiet">{t(words.disableText)}</p>
            <ClientForm key={chosen.id} client={chosen} machines={machines} refused={refused} />
          </Block>
          <TrailLinks known={known} object={`client:${chosen.id}`} />
        </>
      )}
    </RegisterPage>
  )
}
