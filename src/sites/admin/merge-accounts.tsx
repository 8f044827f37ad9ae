import {
  Form,
  data,
  useActionData,
  useLoaderData,
  useNavigation,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from 'react-router'
import { dateAt, type PlainDate } from '#values/plain-date.ts'
import { showDate } from '#values/show-time.ts'
import { fill, say, type Words } from '#values/words.ts'
import { NoteBox } from '#ui/office/Badge.tsx'
import { Act } from '#ui/office/Button.tsx'
import { DataTable } from '#ui/office/DataTable.tsx'
import { TextField } from '#ui/office/Fields.tsx'
import { Block, PageHead, Pane, Panes } from '#ui/office/Panes.tsx'
import { FormToken } from '../FormToken.tsx'
import { textOf } from '../form-text.ts'
import { SendOnce } from '../SendOnce.tsx'
import { titled } from '../titled.ts'
import { RefusedNote } from '../office/RefusedNote.tsx'
import { refusedAnswer, staffPage, tried } from '../office/staff.ts'
import { AdminPage } from './AdminPage.tsx'
import { useAdmin, useSay } from './use-admin.ts'
import { adminWords } from './words.ts'

const words = {
  title: { vi: 'Gộp tài khoản người dân', en: 'Merge accounts of a citizen' },
  lead: {
    vi: 'Khi một người có hai tài khoản. Hồ sơ, đơn viết dở, tin nhắn, ủy quyền về một nơi; tài khoản kia không đăng nhập được nữa và chỉ sang tài khoản giữ lại. Không tách lại được.',
    en: 'When one person has two accounts. Dossiers, drafts, messages and authorisations come to one place; the other signs nobody in any more and points to it. It cannot be undone.',
  },
  keep: { vi: 'Tên đăng nhập giữ lại', en: 'Login that stays' },
  gone: { vi: 'Tên đăng nhập bỏ đi', en: 'Login that goes' },
  look: { vi: 'Xem trước', en: 'Preview' },
  caption: { vi: 'Hai tài khoản', en: 'The two accounts' },
  what: { vi: 'Điều', en: 'What' },
  kept: { vi: 'Giữ lại: {login}', en: 'Stays: {login}' },
  lost: { vi: 'Bỏ đi: {login}', en: 'Goes: {login}' },
  fullName: { vi: 'Họ và tên', en: 'Full name' },
  birthDate: { vi: 'Ngày sinh', en: 'Date of birth' },
  personalId: { vi: 'Số định danh', en: 'Personal number' },
  assurance: { vi: 'Mức xác minh', en: 'Assurance' },
  openedAt: { vi: 'Mở ngày', en: 'Opened on' },
  dossiers: { vi: 'Hồ sơ', en: 'Dossiers' },
  together: { vi: 'Cùng nộp', en: 'Filed together' },
  drafts: { vi: 'Đơn viết dở', en: 'Drafts' },
  messages: { vi: 'Tin nhắn', en: 'Messages' },
  mandates: { vi: 'Ủy quyền', en: 'Authorisations' },
  enterprises: { vi: 'Đại diện doanh nghiệp', en: 'Enterprises represented' },
  bindings: { vi: 'Tài khoản quốc gia', en: 'National accounts' },
  reason: { vi: 'Lý do, căn cứ', en: 'Reason and ground' },
  merge: { vi: 'Gộp làm một', en: 'Merge them' },
  done: {
    vi: 'Đã gộp. Người ấy đăng nhập bằng {login}, và được báo.',
    en: 'Merged. They sign in as {login}, and are told.',
  },
} as const satisfies Record<string, Words>

const sureties: Readonly<Record<number, Words>> = {
  1: { vi: '1: tự khai', en: '1: as stated' },
  2: { vi: '2: đã xem thẻ', en: '2: card seen' },
  3: { vi: '3: định danh quốc gia', en: '3: national e-identity' },
}

const counted = ['dossiers', 'together', 'drafts', 'messages', 'mandates', 'enterprises', 'bindings'] as const

export async function loader(args: LoaderFunctionArgs) {
  const page = staffPage(args)
  const query = new URL(args.request.url).searchParams
  const [keep, gone] = [(query.get('giu') ?? '').trim(), (query.get('bo') ?? '').trim()]
  const asked =
    keep === '' || gone === '' ? undefined : await tried(page, () => page.client.services.previewMerge({ keep, gone }))
  return { keep, gone, asked }
}

export async function action(args: ActionFunctionArgs) {
  const page = staffPage(args)
  const form = await args.request.formData()
  try {
    const { login } = await page.client.services.mergeAccounts({
      keep: textOf(form, 'keep'),
      gone: textOf(form, 'gone'),
      reason: textOf(form, 'reason'),
    })
    return data({ login })
  } catch (error) {
    return refusedAnswer(error, page, form)
  }
}

export const meta: MetaFunction = ({ matches }) => titled(matches, words.title, adminWords.admin)

export default function MergeAccounts() {
  const { keep, gone, asked } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { language } = useAdmin()
  const { state } = useNavigation()
  const t = useSay()
  const merged = answer && 'login' in answer ? answer.login : undefined
  const refused = answer && 'refused' in answer ? answer.refused : undefined
  const found = merged === undefined && asked && 'value' in asked ? asked.value : undefined
  return (
    <AdminPage>
      <PageHead title={t(words.title)} text={t(words.lead)} />
      <Panes shape="one">
        <Pane label={t(words.title)}>
          {merged !== undefined && (
            <Block>
              <NoteBox tone="good" icon="check" title={say(fill(words.done, { login: merged }), language)} live />
            </Block>
          )}
          {refused && (
            <Block>
              <RefusedNote language={language} refused={refused} />
            </Block>
          )}
          <Block>
            <form method="get" className="merge-fields" key={keep + gone}>
              <TextField name="giu" label={t(words.keep)} value={keep} autoComplete="off" code required />
              <TextField name="bo" label={t(words.gone)} value={gone} autoComplete="off" code required />
              <p className="in-line">
                <Act icon="search" text={t(words.look)} />
              </p>
            </form>
            {merged === undefined && asked && 'failed' in asked && (
              <NoteBox tone="soon" icon="alert-circle" title={say(asked.failed.words, language)} />
            )}
          </Block>
          {found && (
            <Block>
              <DataTable
                language={language}
                caption={t(words.caption)}
                columns={[
                  { key: 'what', title: t(words.what), heads: true, strong: true },
                  { key: 'keep', title: say(fill(words.kept, { login: found.keep.login }), language) },
                  { key: 'gone', title: say(fill(words.lost, { login: found.gone.login }), language) },
                ]}
                rows={[
                  ...(['fullName', 'birthDate', 'personalId', 'assurance', 'openedAt'] as const).map((key) => ({
                    id: key,
                    what: t(words[key]),
                    keep: factOf(found.keep, key, t),
                    gone: factOf(found.gone, key, t),
                  })),
                  ...counted.map((key) => ({
                    id: key,
                    what: t(words[key]),
                    keep: found.keep.has[key],
                    gone: found.gone.has[key],
                  })),
                ]}
              />
              <Form method="post" className="merge-fields">
                <FormToken />
                <SendOnce />
                <input type="hidden" name="keep" value={found.keep.login} />
                <input type="hidden" name="gone" value={found.gone.login} />
                <TextField
                  name="reason"
                  label={t(words.reason)}
                  value={refused?.typed['reason']}
                  autoComplete="off"
                  required
                />
                <p className="in-line">
                  <Act
                    kind="primary"
                    icon="check"
                    text={t(words.merge)}
                    name="gop"
                    value="1"
                    refused={state === 'submitting' ? '…' : undefined}
                  />
                </p>
              </Form>
            </Block>
          )}
        </Pane>
      </Panes>
    </AdminPage>
  )
}

interface Side {
  readonly fullName: string
  readonly birthDate: string | null
  readonly personalId: string | null
  readonly assurance: number
  readonly openedAt: Date
}

function factOf(side: Side, key: keyof Side, t: (words: Words) => string): string {
  if (key === 'openedAt') return showDate(dateAt(side.openedAt))
  if (key === 'assurance') return t(sureties[side.assurance] as Words)
  if (key === 'birthDate') return side.birthDate === null ? '–' : showDate(side.birthDate as PlainDate)
  return side[key] ?? '–'
}
