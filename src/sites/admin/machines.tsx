import {
  Form,
  data,
  redirect,
  useActionData,
  useLoaderData,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from 'react-router'
import type { Words } from '#values/words.ts'
import { NoteBox, StatusText } from '#ui/office/Badge.tsx'
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
import { FindOwner, findOwners } from './find-owner.tsx'
import { MachineForm, machineFacts, tickedIn } from './machine-form.tsx'
import { MachineTokens } from './machine-tokens.tsx'
import { TrailLinks } from './TrailLinks.tsx'
import { useAdmin, useSay } from './use-admin.ts'
import { adminWords } from './words.ts'

const words = {
  lead: {
    vi: 'Máy của cơ quan khác gọi API để đọc. Máy không ký, không sửa, không làm thay ai; mọi lần gọi ghi vào nhật ký dưới tên máy.',
    en: 'Machines that read by the API. They sign and change nothing and act for nobody; the trail names them.',
  },
  name: { vi: 'Máy', en: 'Machine' },
  owner: { vi: 'Cơ quan chủ quản', en: 'Owner' },
  tokens: { vi: 'Mã', en: 'Tokens' },
  status: { vi: 'Tình trạng', en: 'State' },
  active: { vi: 'Đang mở', en: 'Open' },
  disabled: { vi: 'Đã khóa', en: 'Shut' },
  disable: { vi: 'Khóa tài khoản máy', en: 'Shut' },
  enable: { vi: 'Mở lại', en: 'Open again' },
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
    if (form.has('tao')) {
      const made = await identity.createMachine({ ...machineFacts(form), ownerId: textOf(form, 'ownerId') })
      return redirect(`${here}?chon=${made.id}`)
    }
    if (form.has('thu-hoi')) await identity.revokeApiToken({ id: textOf(form, 'thu-hoi') })
    else if (form.has('sua')) await identity.changeMachine({ ...machineFacts(form), id })
    else await identity.setMachineStatus({ id, status: form.has('khoa') ? 'disabled' : 'active' })
    return redirect(`${here}?chon=${id}`)
  } catch (error) {
    return refusedAnswer(error, page, form)
  }
}

export const meta: MetaFunction = ({ matches }) => titled(matches, adminWords.machines, adminWords.admin)

export default function Machines() {
  const { machines, found, chosen, now } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const known = useAdmin()
  const { language } = known
  const t = useSay()
  const refused = answer && 'refused' in answer ? answer.refused : undefined
  const isLive = ({ revokedAt, expiresAt }: { revokedAt: Date | null; expiresAt: Date }) =>
    revokedAt === null && expiresAt > now
  return (
    <AdminPage>
      <PageHead title={t(adminWords.machines)} text={t(words.lead)} />
      <Panes shape="side">
        <Pane label={t(adminWords.machines)}>
          {machines.length === 0 ? (
            <EmptyState title={t(words.none)} icon="lock" tone="paused" text={t(words.noneText)} />
          ) : (
            <DataTable
              language={language}
              caption={t(adminWords.machines)}
              sticky
              columns={[
                { key: 'name', title: t(words.name), heads: true, strong: true },
                { key: 'owner', title: t(words.owner) },
                { key: 'tokens', title: t(words.tokens), width: 80 },
                { key: 'status', title: t(words.status), width: 130 },
              ]}
              rows={machines.map((one) => ({
                id: one.id,
                href: `${here}?chon=${one.id}`,
                selected: one.id === chosen?.id,
                name: one.name,
                owner: one.owner,
                tokens: one.tokens.filter(isLive).length,
                status: (
                  <StatusText
                    tone={one.status === 'active' ? 'good' : 'paused'}
                    icon={one.status === 'active' ? 'check' : 'lock'}
                  >
                    {t(words[one.status])}
                  </StatusText>
                ),
              }))}
            />
          )}
        </Pane>
        <Pane label={chosen?.name ?? t(words.create)} ground="ground">
          {answer && (
            <Block>
              {refused && <RefusedNote language={language} refused={refused} />}
              {'once' in answer && (
                <NoteBox tone="good" icon="lock" title={t(words.once)} live>
                  <p className="once code">{answer.once}</p>
                  <p>{t(words.onceText)}</p>
                </NoteBox>
              )}
            </Block>
          )}
          {chosen && (
            <>
              <MachineTokens machine={chosen} now={now} />
              <Block title={chosen.name} small>
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
                <MachineForm key={chosen.id} machine={chosen} refused={refused?.typed['sua'] ? refused : undefined} />
              </Block>
              <TrailLinks known={known} object={`machine:${chosen.id}`} account={chosen.id} />
            </>
          )}
          <Block title={t(words.create)} small>
            <FindOwner {...found} action={here} />
            {found.owners.length > 0 && (
              <MachineForm owners={found.owners} refused={refused?.typed['tao'] ? refused : undefined} />
            )}
          </Block>
        </Pane>
      </Panes>
    </AdminPage>
  )
}
