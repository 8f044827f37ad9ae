import {
  Form,
  redirect,
  useActionData,
  useLoaderData,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from 'react-router'
import { showInstant } from '#values/show-time.ts'
import type { Words } from '#values/words.ts'
import { StatusText } from '#ui/office/Badge.tsx'
import { Act } from '#ui/office/Button.tsx'
import { DataTable } from '#ui/office/DataTable.tsx'
import { Block, PageHead, Pane, Panes } from '#ui/office/Panes.tsx'
import { EmptyState } from '#ui/office/States.tsx'
import { FormToken } from '../FormToken.tsx'
import { textOf } from '../form-text.ts'
import { RefusedNote } from '../office/RefusedNote.tsx'
import { refusedAnswer, staffPage } from '../office/staff.ts'
import { SendOnce } from '../SendOnce.tsx'
import { titled } from '../titled.ts'
import { AdminPage } from './AdminPage.tsx'
import { ClientForm, clientFacts } from './client-form.tsx'
import { FindOwner, findOwners } from './find-owner.tsx'
import { TrailLinks } from './TrailLinks.tsx'
import { useAdmin, useSay } from './use-admin.ts'
import { adminWords } from './words.ts'

const words = {
  lead: {
    vi: 'Hệ thống khác của tỉnh cho người dùng đăng nhập bằng tài khoản ở đây (OpenID Connect). Địa chỉ nhà cung cấp: {issuer}',
    en: 'Other systems of the province that sign people in with accounts of here (OpenID Connect). Issuer: {issuer}',
  },
  name: { vi: 'Hệ thống', en: 'System' },
  owner: { vi: 'Cơ quan chủ quản', en: 'Owner' },
  status: { vi: 'Tình trạng', en: 'State' },
  last: { vi: 'Dùng gần nhất', en: 'Last used' },
  never: { vi: 'Chưa lần nào', en: 'Never' },
  active: { vi: 'Đang mở', en: 'Open' },
  disabled: { vi: 'Đã khóa', en: 'Shut' },
  disable: { vi: 'Khóa', en: 'Shut' },
  enable: { vi: 'Mở lại', en: 'Open again' },
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
  const [{ issuer, clients }, found] = await Promise.all([
    page.client.identity.listClients({}),
    findOwners(page, args.url),
  ])
  return { issuer, clients, found, chosen: clients.find((one) => one.id === args.url.searchParams.get('chon')) }
}

export async function action(args: ActionFunctionArgs) {
  const page = staffPage(args)
  const { identity } = page.client
  const form = await args.request.formData()
  const id = textOf(form, 'id')
  try {
    if (form.has('dang-ky')) {
      const given = { publicKeys: '', ...clientFacts(form), ownerId: textOf(form, 'ownerId') }
      return redirect(`${here}?chon=${(await identity.registerClient(given)).id}`)
    }
    if (form.has('sua')) await identity.changeClient({ ...clientFacts(form), id })
    else await identity.setClientStatus({ id, status: form.has('khoa') ? 'disabled' : 'active' })
    return redirect(`${here}?chon=${id}`)
  } catch (error) {
    return refusedAnswer(error, page, form)
  }
}

export const meta: MetaFunction = ({ matches }) => titled(matches, adminWords.clients, adminWords.admin)

export default function Clients() {
  const { issuer, clients, found, chosen } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()?.refused
  const known = useAdmin()
  const { language } = known
  const t = useSay()
  return (
    <AdminPage>
      <PageHead title={t(adminWords.clients)} text={t(words.lead, { issuer })} />
      <Panes shape="side">
        <Pane label={t(adminWords.clients)}>
          {clients.length === 0 ? (
            <EmptyState title={t(words.none)} icon="login" tone="paused" text={t(words.noneText)} />
          ) : (
            <DataTable
              language={language}
              caption={t(adminWords.clients)}
              sticky
              columns={[
                { key: 'name', title: t(words.name), heads: true, strong: true },
                { key: 'owner', title: t(words.owner) },
                { key: 'status', title: t(words.status), width: 130 },
                { key: 'last', title: t(words.last), width: 200, quiet: true },
              ]}
              rows={clients.map((one) => ({
                id: one.id,
                href: `${here}?chon=${one.id}`,
                selected: one.id === chosen?.id,
                name: one.name,
                owner: one.owner,
                status: (
                  <StatusText
                    tone={one.status === 'active' ? 'good' : 'paused'}
                    icon={one.status === 'active' ? 'check' : 'lock'}
                  >
                    {t(words[one.status])}
                  </StatusText>
                ),
                last: one.lastUsedAt ? showInstant(one.lastUsedAt, language) : t(words.never),
              }))}
            />
          )}
        </Pane>
        <Pane label={chosen?.name ?? t(words.create)} ground="ground">
          {refused && (
            <Block>
              <RefusedNote language={language} refused={refused} />
            </Block>
          )}
          {chosen && (
            <>
              <Block title={chosen.name} small>
                <p>
                  {t(words.id)}: <code className="code">{chosen.id}</code>
                </p>
                <Form method="post">
                  <FormToken />
                  <SendOnce />
                  <input type="hidden" name="id" value={chosen.id} />
                  <p className="in-line">
                    {chosen.status === 'active' ? (
                      <Act icon="lock" text={t(words.disable)} name="khoa" value="1" />
                    ) : (
                      <Act icon="login" text={t(words.enable)} name="mo" value="1" />
                    )}
                  </p>
                </Form>
                <p className="quiet">{t(words.disableText)}</p>
                <ClientForm key={chosen.id} client={chosen} refused={refused?.typed['sua'] ? refused : undefined} />
              </Block>
              <TrailLinks known={known} object={`client:${chosen.id}`} />
            </>
          )}
          <Block title={t(words.create)} small>
            <FindOwner {...found} action={here} />
            {found.owners.length > 0 && (
              <ClientForm owners={found.owners} refused={refused?.typed['dang-ky'] ? refused : undefined} />
            )}
          </Block>
        </Pane>
      </Panes>
    </AdminPage>
  )
}
