import {
  Form,
  redirect,
  useActionData,
  useLoaderData,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from 'react-router'
import type { Words } from '#values/words.ts'
import { deviceKinds, type DeviceKind } from '#engines/queue/contract.ts'
import { NoteBox } from '#ui/office/Badge.tsx'
import { Act, ActionRow } from '#ui/office/Button.tsx'
import { DataTable } from '#ui/office/DataTable.tsx'
import { SelectField, TextField } from '#ui/office/Fields.tsx'
import { Block, Pane, Panes } from '#ui/office/Panes.tsx'
import { EmptyState } from '#ui/office/States.tsx'
import { showInstant } from '#values/show-time.ts'
import { FormToken } from '../../FormToken.tsx'
import { textOf } from '../../form-text.ts'
import { placeOf } from '../../hall/hall.ts'
import { startSession } from '../../session.ts'
import { titled } from '../../titled.ts'
import { RefusedNote } from '../RefusedNote.tsx'
import { refusedAnswer, staffPage, type Refused } from '../staff.ts'
import { useOffice, useSay } from '../use-office.ts'
import { officeWords } from '../words.ts'
import { CentrePage } from './CentrePage.tsx'
import { queueWords } from './words.ts'

const words = {
  lead: {
    vi: 'Kiosk, bảng và máy tính bảng đăng nhập bằng mã riêng của máy, không bằng tài khoản của ai.',
    en: 'Kiosks, boards and tablets sign in by a key of their own, by nobody’s account.',
  },
  kind: { vi: 'Máy này làm gì', en: 'What this machine is for' },
  kinds: {
    kiosk: { vi: 'Kiosk lấy số', en: 'Kiosk for numbers' },
    'rating-kiosk': { vi: 'Kiosk chấm điểm, tra cứu', en: 'Kiosk for rating and looking up' },
    board: { vi: 'Bảng gọi số', en: 'Board' },
    tablet: { vi: 'Máy tính bảng ở quầy', en: 'Tablet at a desk' },
  },
  name: { vi: 'Tên máy, nơi đặt', en: 'Its name, where it stands' },
  desk: { vi: 'Ở quầy (máy tính bảng)', en: 'At desk (tablet)' },
  make: { vi: 'Biến máy này thành máy của sảnh', en: 'Make this machine one of the hall' },
  here: { vi: 'Ghi chính máy đang dùng', en: 'Register the machine you are at' },
  note: {
    vi: 'Bấm xong, tài khoản của bạn thoát khỏi máy này và máy mở ngay màn hình của sảnh.',
    en: 'Your account is signed out here and the machine goes on to its screen in the hall.',
  },
  state: { vi: 'Tình trạng', en: 'State' },
  used: { vi: 'Đang dùng từ {time}', en: 'In use since {time}' },
  revoked: { vi: 'Đã thu hồi {time}', en: 'Revoked {time}' },
  revoke: { vi: 'Thu hồi', en: 'Revoke' },
  none: { vi: 'Chưa có máy nào', en: 'No machine yet' },
  noneText: { vi: 'Đăng nhập trên từng máy rồi ghi ở cột bên.', en: 'Sign in on each machine and register it beside.' },
} as const satisfies Record<string, Words | Record<string, Words>>

export async function loader(args: LoaderFunctionArgs) {
  const { client } = staffPage(args)
  const [devices, { desks }] = await Promise.all([client.queue.listDevices({}), client.queue.viewCentre({})])
  return { devices, desks: desks.map(({ id, number }) => ({ id, number })) }
}

/** A machine that nobody takes away works on for years. */
const keptDays = 3650

const kindOf = (text: string): DeviceKind => deviceKinds.find((kind) => kind === text) ?? 'kiosk'

export async function action(args: ActionFunctionArgs) {
  const page = staffPage(args)
  const form = await args.request.formData()
  const { queue, identity } = page.client
  try {
    if (form.has('thu-hoi')) {
      await queue.revokeDevice({ id: textOf(form, 'thu-hoi') })
      return redirect('/can-bo/trung-tam/may')
    }
    const kind = kindOf(textOf(form, 'loai'))
    const { token } = await queue.registerDevice({
      kind,
      name: textOf(form, 'ten'),
      ...(kind === 'tablet' && { deskId: textOf(form, 'quay') }),
    })
    await identity.signOut({})
    const expiresAt = new Date(Date.now() + keptDays * 86_400_000)
    return redirect(placeOf[kind], { headers: startSession(page.publicUrl, { token, expiresAt }) })
  } catch (error) {
    return refusedAnswer(error, page, form)
  }
}

export const meta: MetaFunction = ({ matches }) => titled(matches, queueWords.devices, officeWords.brand)

/** The machines of the hall: which there are, and how this one becomes one. */
export default function Devices() {
  const { devices, desks } = useLoaderData<typeof loader>()
  const refused = useActionData<Refused>()?.refused
  const { language } = useOffice()
  const t = useSay()
  return (
    <CentrePage title={t(queueWords.devices)} text={t(words.lead)}>
      <Panes shape="side">
        <Pane label={t(queueWords.devices)}>
          {devices.length === 0 ? (
            <EmptyState icon="device-tv" tone="paused" title={t(words.none)} text={t(words.noneText)} />
          ) : (
            <Form method="post">
              <FormToken />
              <DataTable
                language={language}
                caption={t(queueWords.devices)}
                columns={[
                  { key: 'name', title: t(words.name), heads: true, strong: true },
                  { key: 'kind', title: t(words.kind), width: 200 },
                  { key: 'state', title: t(words.state), width: 290, quiet: true },
                  { key: 'act', title: '', width: 110 },
                ]}
                rows={devices.map((device) => ({
                  id: device.id,
                  name: device.name,
                  kind: `${t(words.kinds[device.kind])}${device.desk === null ? '' : ` ${device.desk}`}`,
                  state: device.revokedAt
                    ? t(words.revoked, { time: showInstant(device.revokedAt, language) })
                    : t(words.used, { time: showInstant(device.createdAt, language) }),
                  act: device.revokedAt ? undefined : (
                    <Act kind="link" name="thu-hoi" value={device.id} text={t(words.revoke)} />
                  ),
                }))}
              />
            </Form>
          )}
        </Pane>
        <Pane label={t(words.here)} ground="ground">
          <Form method="post">
            <FormToken />
            <Block title={t(words.here)}>
              {refused && <RefusedNote language={language} refused={refused} />}
              <SelectField
                name="loai"
                label={t(words.kind)}
                value={refused?.typed['loai']}
                options={deviceKinds.map((kind) => ({
                  value: kind,
                  text: t(words.kinds[kind]),
                }))}
              />
              <TextField name="ten" label={t(words.name)} value={refused?.typed['ten']} required />
              <SelectField
                name="quay"
                label={t(words.desk)}
                value={refused?.typed['quay']}
                options={desks.map(({ id, number }) => ({ value: id, text: t(queueWords.desk, { desk: number }) }))}
              />
              <NoteBox icon="info-circle">
                <p>{t(words.note)}</p>
              </NoteBox>
              <ActionRow>
                <Act kind="primary" icon="device-tv" text={t(words.make)} />
              </ActionRow>
            </Block>
          </Form>
        </Pane>
      </Panes>
    </CentrePage>
  )
}
