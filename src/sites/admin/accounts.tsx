import {
  Form,
  data,
  redirect,
  useActionData,
  useLoaderData,
  useNavigation,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from 'react-router'
import { showInstant } from '#values/show-time.ts'
import type { Words } from '#values/words.ts'
import { NoteBox, StatusText } from '#ui/office/Badge.tsx'
import { Act } from '#ui/office/Button.tsx'
import { DataTable } from '#ui/office/DataTable.tsx'
import { SelectField, TextField } from '#ui/office/Fields.tsx'
import { Block, PageHead, Pane, Panes } from '#ui/office/Panes.tsx'
import { EmptyState } from '#ui/office/States.tsx'
import { RefusedNote } from '../office/RefusedNote.tsx'
import { refusedAnswer, staffPage } from '../office/staff.ts'
import { textOf } from '../form-text.ts'
import { AdminPage } from './AdminPage.tsx'
import { TrailLinks } from './TrailLinks.tsx'
import { useAdmin, useMay, useSay } from './use-admin.ts'
import { adminWords } from './words.ts'
import { SendOnce } from '../SendOnce.tsx'
import { titled } from '../titled.ts'
import { FormToken } from '../FormToken.tsx'

const words = {
  title: { vi: 'Tài khoản', en: 'Accounts' },
  lead: {
    vi: 'Quyền đi theo vị trí, không theo tài khoản. Tài khoản chỉ để đăng nhập.',
    en: 'Rights come from posts, not from accounts.',
  },
  find: { vi: 'Họ tên hoặc tên đăng nhập', en: 'Name or user name' },
  name: { vi: 'Người', en: 'Person' },
  login: { vi: 'Tên đăng nhập', en: 'User name' },
  status: { vi: 'Tình trạng', en: 'State' },
  last: { vi: 'Đăng nhập gần nhất', en: 'Last sign-in' },
  never: { vi: 'Chưa lần nào', en: 'Never' },
  active: { vi: 'Đang dùng', en: 'Active' },
  disabled: { vi: 'Đã khóa', en: 'Disabled' },
  chosen: { vi: 'Tài khoản đang chọn', en: 'Chosen account' },
  reset: { vi: 'Cấp lại mật khẩu', en: 'Reset the password' },
  resetText: {
    vi: 'Mật khẩu mới chỉ hiện một lần; người dùng phải đổi khi đăng nhập. Các phiên đang mở kết thúc.',
    en: 'Shown once; must be changed at sign-in. Open sessions end.',
  },
  disable: { vi: 'Khóa tài khoản', en: 'Disable' },
  enable: { vi: 'Mở lại tài khoản', en: 'Enable' },
  once: { vi: 'Mật khẩu dùng một lần của {login}', en: 'One-time password of {login}' },
  onceText: {
    vi: 'Chép lại ngay và trao tận tay. Rời trang này là không xem lại được.',
    en: 'Copy it now and hand it over. It cannot be shown again.',
  },
  citizens: { vi: 'Tài khoản người dân', en: 'Accounts of citizens' },
  merge: { vi: 'Gộp hai tài khoản của một người', en: 'Merge two accounts of one person' },
  create: { vi: 'Cấp tài khoản mới', en: 'New account' },
  person: { vi: 'Tìm cán bộ', en: 'Find the official' },
  choose: { vi: 'Chọn người', en: 'Choose' },
  noPerson: {
    vi: 'Không thấy ai giữ vị trí có tên này. Bố trí vị trí trước ở phần Tổ chức.',
    en: 'Nobody of that name holds a post. Appoint first.',
  },
  give: { vi: 'Cấp tài khoản', en: 'Give the account' },
  none: { vi: 'Không thấy tài khoản “{text}”', en: 'No account “{text}”' },
  noneText: {
    vi: 'Thử họ tên không dấu, hoặc phần đầu của tên đăng nhập.',
    en: 'Try without tone marks, or the beginning of the user name.',
  },
  pick: { vi: 'Chọn một dòng để cấp lại mật khẩu hoặc khóa.', en: 'Choose a row to reset or disable.' },
  unused: {
    vi: 'Tự khóa vì lâu không đăng nhập. Mở lại khi người đó vẫn làm việc.',
    en: 'Disabled by itself, as nobody signed in for long. Enable it if its owner still works here.',
  },
  left: {
    vi: 'Đã thôi việc theo quyết định. Tiếp nhận lại vào một vị trí thì tài khoản tự mở.',
    en: 'Left the service by a decision. With a new post the account opens by itself.',
  },
  resetFactors: { vi: 'Gỡ yếu tố thứ hai', en: 'Reset second factors' },
  resetFactorsText: {
    vi: 'Chỉ khi chính người đó mất điện thoại và mã dự phòng. Các phiên đang mở kết thúc, người đó được báo tin.',
    en: 'Only when its owner lost the phone and the recovery codes. Open sessions end, and the owner is told.',
  },
  tools: { vi: 'Việc với tài khoản', en: 'What can be done' },
} as const satisfies Record<string, Words>

export async function loader(args: LoaderFunctionArgs) {
  const page = staffPage(args)
  const { client } = page
  const query = new URL(args.request.url).searchParams
  const text = (query.get('tim') ?? '').trim().slice(0, 100)
  const who = (query.get('nguoi') ?? '').trim().slice(0, 100)
  const [accounts, people] = await Promise.all([
    client.identity.findAccounts({ text, limit: 100 }),
    who === '' ? [] : client.directory.findPeople({ text: who, limit: 30 }),
  ])
  const chosen = accounts.find((one) => one.id === query.get('chon'))
  return { text, who, accounts, chosen, people: uniquePeople(people) }
}

function uniquePeople(
  posts: readonly { personId: string | null; personName: string | null; title: string; unitName: string }[],
) {
  const people = new Map<string, string>()
  for (const post of posts)
    if (post.personId !== null && !people.has(post.personId))
      people.set(post.personId, `${post.personName} – ${post.title}, ${post.unitName}`)
  return [...people].map(([value, text]) => ({ value, text }))
}

export async function action(args: ActionFunctionArgs) {
  const page = staffPage(args)
  const { identity } = page.client
  const form = await args.request.formData()
  const id = textOf(form, 'id')
  const login = textOf(form, 'login')
  try {
    // The password is answered once, never stored and never in an address.
    if (form.has('cap'))
      return data({
        once: {
          login,
          password: (await identity.createAccount({ personId: textOf(form, 'nguoi'), login })).oncePassword,
        },
      })
    if (form.has('cap-lai'))
      return data({ once: { login, password: (await identity.resetPassword({ id })).oncePassword } })
    if (form.has('go-yeu-to')) await identity.resetFactors({ id })
    else await identity.setAccountStatus({ id, status: form.has('khoa') ? 'disabled' : 'active' })
  } catch (error) {
    return refusedAnswer(error, page, form)
  }
  return redirect(`/quan-tri/tai-khoan${args.url.search}`)
}

export const meta: MetaFunction = ({ matches }) => titled(matches, adminWords.accounts, adminWords.admin)

export default function Accounts() {
  const mayMerge = useMay('account.merge')
  const { text, who, accounts, chosen, people } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const known = useAdmin()
  const { language } = known
  const t = useSay()
  const { state } = useNavigation()
  const once = answer && 'once' in answer ? answer.once : undefined
  const failed = answer && 'refused' in answer ? answer : undefined
  const busy = state === 'submitting' ? '…' : undefined
  const here = (id: string) => `/quan-tri/tai-khoan?${new URLSearchParams({ ...(text && { tim: text }), chon: id })}`
  return (
    <AdminPage>
      <PageHead title={t(words.title)} text={t(words.lead)} />
      <Panes shape="side">
        <Pane
          label={t(words.title)}
          head={
            <div className="block">
              <form method="get" action="/quan-tri/tai-khoan" role="search" className="search-line" key={text}>
                <TextField
                  name="tim"
                  type="search"
                  icon="search"
                  label={t(words.find)}
                  labelUnseen
                  placeholder={t(words.find)}
                  value={text}
                />
                <Act text={t(adminWords.search)} />
              </form>
            </div>
          }
        >
          {accounts.length === 0 ? (
            <EmptyState title={t(words.none, { text })} icon="search" tone="paused" text={t(words.noneText)} />
          ) : (
            <DataTable
              language={language}
              caption={t(words.title)}
              sticky
              columns={[
                { key: 'name', title: t(words.name), heads: true, strong: true },
                { key: 'login', title: t(words.login), width: 180, code: true },
                { key: 'status', title: t(words.status), width: 140 },
                { key: 'last', title: t(words.last), width: 210, quiet: true },
              ]}
              rows={accounts.map((account) => ({
                id: account.id,
                href: here(account.id),
                selected: account.id === chosen?.id,
                name: account.fullName,
                login: account.login,
                status: <AccountState status={account.status} />,
                last: account.lastSignInAt ? showInstant(account.lastSignInAt, language) : t(words.never),
              }))}
            />
          )}
        </Pane>
        <Pane label={t(words.tools)} ground="ground">
          {(once || failed) && (
            <Block>
              {failed && <RefusedNote language={language} refused={failed.refused} />}
              {once && (
                <NoteBox tone="good" icon="lock" title={t(words.once, { login: once.login })} live>
                  <p className="once code">{once.password}</p>
                  <p>{t(words.onceText)}</p>
                </NoteBox>
              )}
            </Block>
          )}
          <Block title={chosen?.fullName ?? t(words.chosen)} small>
            {chosen === undefined ? (
              <p className="quiet">{t(words.pick)}</p>
            ) : (
              <Form method="post" key={chosen.id}>
                <FormToken />
                <SendOnce />
                <input type="hidden" name="id" value={chosen.id} />
                <input type="hidden" name="login" value={chosen.login} />
                <p className="in-line">
                  <code className="code">{chosen.login}</code> <AccountState status={chosen.status} />
                </p>
                {chosen.disabledBecause === 'unused' && <p>{t(words.unused)}</p>}
                {chosen.disabledBecause === 'left' && <p>{t(words.left)}</p>}
                {chosen.disabledBecause !== 'left' && (
                  <>
                    <p className="in-line">
                      <Act icon="refresh" text={t(words.reset)} name="cap-lai" value="1" refused={busy} />
                      {chosen.status === 'active' ? (
                        <Act icon="lock" text={t(words.disable)} name="khoa" value="1" refused={busy} />
                      ) : (
                        <Act icon="login" text={t(words.enable)} name="mo" value="1" refused={busy} />
                      )}
                    </p>
                    <p className="quiet">{t(words.resetText)}</p>
                  </>
                )}
                {chosen.hasFactor && (
                  <>
                    <p className="in-line">
                      <Act icon="shield-x" text={t(words.resetFactors)} name="go-yeu-to" value="1" refused={busy} />
                    </p>
                    <p className="quiet">{t(words.resetFactorsText)}</p>
                  </>
                )}
              </Form>
            )}
          </Block>
          {chosen && <TrailLinks known={known} object={`account:${chosen.id}`} account={chosen.id} />}
          {mayMerge && (
            <Block title={t(words.citizens)} small>
              <Act icon="users" text={t(words.merge)} href="/quan-tri/tai-khoan/gop" />
            </Block>
          )}
          <Block title={t(words.create)} small>
            <form method="get" action="/quan-tri/tai-khoan" className="search-line" key={who}>
              {text && <input type="hidden" name="tim" value={text} />}
              <TextField name="nguoi" label={t(words.person)} value={who} />
              <Act text={t(adminWords.search)} />
            </form>
            {who !== '' && people.length === 0 && <p className="quiet">{t(words.noPerson)}</p>}
            {people.length > 0 && (
              <Form method="post">
                <FormToken />
                <SendOnce />
                <SelectField name="nguoi" id="chon-nguoi" label={t(words.choose)} options={people} />
                <TextField
                  name="login"
                  id="login-moi"
                  label={t(words.login)}
                  value={failed?.refused.typed['login']}
                  required
                  autoComplete="off"
                  code
                />
                <p className="in-line">
                  <Act kind="primary" icon="user-plus" text={t(words.give)} name="cap" value="1" refused={busy} />
                </p>
              </Form>
            )}
          </Block>
        </Pane>
      </Panes>
    </AdminPage>
  )
}

function AccountState({ status }: { readonly status: 'active' | 'disabled' }) {
  const t = useSay()
  return (
    <StatusText tone={status === 'active' ? 'good' : 'paused'} icon={status === 'active' ? 'check' : 'lock'}>
      {t(words[status])}
    </StatusText>
  )
}
