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
import { NoteBox, StatusText } from '#ui/office/Badge.tsx'
import { Act, ActionRow } from '#ui/office/Button.tsx'
import { DataTable } from '#ui/office/DataTable.tsx'
import { RadioChips, TextField } from '#ui/office/Fields.tsx'
import { Block, PageHead, Pane, Panes } from '#ui/office/Panes.tsx'
import { safePath } from '../client.ts'
import { RefusedNote } from './RefusedNote.tsx'
import { whenOf } from './dossier/opinions.ts'
import { factorWords } from './factors/words.ts'
import { AllowedClients } from './AllowedClients.tsx'
import { OfficePage } from './OfficePage.tsx'
import { refusedAnswer, staffPage, type Refused } from './staff.ts'
import { useOffice, useSay } from './use-office.ts'
import { officeWords } from './words.ts'
import { agentWords } from './agent-words.ts'
import { secretOf, textOf } from '../form-text.ts'
import { SendOnce } from '../SendOnce.tsx'
import { titleOfOperation } from '../admin/operation-titles.ts'
import type { Page } from '../client.ts'
import { WhoLookedAtMe } from './WhoLookedAtMe.tsx'
import { titled } from '../titled.ts'
import { FormToken } from '../FormToken.tsx'

const words = {
  password: { vi: 'Đổi mật khẩu', en: 'Change password' },
  must: {
    vi: 'Mật khẩu này được cấp để dùng một lần. Hãy đặt mật khẩu của riêng bạn rồi làm tiếp.',
    en: 'This password was for one use. Set your own to go on.',
  },
  old: {
    vi: 'Mật khẩu này đã dùng quá hai tháng. Đặt mật khẩu mới rồi làm tiếp.',
    en: 'This password has been used for more than two months. Set a new one to go on.',
  },
  current: { vi: 'Mật khẩu đang dùng', en: 'Current password' },
  next: { vi: 'Mật khẩu mới', en: 'New password' },
  again: { vi: 'Gõ lại mật khẩu mới', en: 'New password again' },
  differs: { vi: 'Hai lần gõ mật khẩu mới không giống nhau.', en: 'The two new passwords differ.' },
  change: { vi: 'Đổi mật khẩu', en: 'Change' },
  changed: { vi: 'Đã đổi mật khẩu, đóng {count} phiên khác.', en: 'Changed; {count} other sessions ended.' },
  factors: { vi: 'Xem và đổi', en: 'See and change' },
  sessions: { vi: 'Phiên đang mở', en: 'Open sessions' },
  agent: { vi: 'Máy, trình duyệt', en: 'Machine, browser' },
  address: { vi: 'Địa chỉ', en: 'Address' },
  since: { vi: 'Mở lúc', en: 'Since' },
  seen: { vi: 'Dùng gần nhất', en: 'Last used' },
  end: { vi: 'Đóng', en: 'End' },
  here: { vi: 'máy này', en: 'this one' },
  out: { vi: 'Đăng xuất', en: 'Sign out' },
  outAll: { vi: 'Đăng xuất mọi nơi', en: 'Sign out everywhere' },
  outText: {
    vi: 'Thấy một phiên không phải của mình? Đăng xuất mọi nơi rồi đổi mật khẩu.',
    en: 'A session that is not yours? Sign out everywhere, then change the password.',
  },
  posts: { vi: 'Đang làm việc ở vị trí', en: 'Acting from' },
  postsText: {
    vi: 'Văn bản, phiếu tiếp nhận ghi theo vị trí này. Quyền thì có đủ của mọi vị trí.',
    en: 'Papers carry this title; rights are those of all posts.',
  },
  lent: { vi: 'thay {name}', en: 'for {name}' },
  act: { vi: 'Làm ở vị trí này', en: 'Act from it' },
  theme: { vi: 'Sáng hay tối', en: 'Light or dark' },
  look: { vi: 'Giao diện', en: 'Look' },
  save: { vi: 'Dùng', en: 'Use' },
  who: { vi: '{post}, {unit}', en: '{post}, {unit}' },
  behalf: { vi: 'Đang làm thay: {names}', en: 'Acting for: {names}' },
  unknown: { vi: 'không rõ', en: 'unknown' },
} as const satisfies Record<string, Words>

export async function loader(args: LoaderFunctionArgs) {
  const page = staffPage(args)
  const query = new URL(args.request.url).searchParams
  return {
    sessions: await page.client.identity.listSessions({}),
    passwords: await page.client.identity.describePasswords({ kind: 'staff' }),
    posts: await page.client.identity.listMyPosts({}),
    looked: await lookedAtMe(page),
    clients: await page.client.identity.listMyClients({}),
    must: query.get('phai'),
    next: safePath(query.get('tiep'), '/can-bo'),
    ended: query.get('da-doi'),
  }
}

const mostLooks = 20

/** What others did about the reader, by the trail; with a password for one use nothing is read yet. */
async function lookedAtMe({ client, call }: Page) {
  if (call.actor.mustChangePassword) return []
  const { rows } = await client.audit.readsOfMyData({ limit: mostLooks })
  return rows.filter((row) => !row.byMe).map((row) => ({ ...row, title: titleOfOperation(row.operation) }))
}

export async function action(args: ActionFunctionArgs) {
  const page = staffPage(args)
  const form = await args.request.formData()
  const postId = textOf(form, 'vi-tri')
  const handle = textOf(form, 'phien')
  const next = secretOf(form, 'next')
  if (postId === '' && handle === '' && next !== secretOf(form, 'again')) return { differs: true as const }
  try {
    if (handle !== '') {
      await page.client.identity.endSession({ handle })
      return redirect('/can-bo/mat-khau')
    }
    if (postId !== '') {
      await page.client.identity.choosePost({ postId })
      return redirect('/can-bo/mat-khau')
    }
    const { otherSessionsEnded } = await page.client.identity.changePassword({
      current: secretOf(form, 'current'),
      next,
    })
    const on = textOf(form, 'tiep')
    return redirect(on ? safePath(on, '/can-bo') : `/can-bo/mat-khau?da-doi=${otherSessionsEnded}`)
  } catch (error) {
    return refusedAnswer(error, page, form)
  }
}

export const meta: MetaFunction = ({ matches }) => titled(matches, officeWords.account, officeWords.brand)

export default function Account() {
  const { sessions, passwords, posts, looked, clients, must, next, ended } = useLoaderData<typeof loader>()
  const answer = useActionData() as Partial<Refused> & { differs?: true }
  const { language, me, theme } = useOffice()
  const t = useSay()
  const isAboutSession = answer?.refused?.typed['phien'] !== undefined
  const choices = new Map<string, string>()
  // Two posts of one title in one unit stand the same on every paper: one of them is choice enough.
  for (const post of [...posts].sort((a, b) => Number(b.isActing) - Number(a.isActing))) {
    const lent = post.delegatedFrom === null ? '' : ` (${t(words.lent, { name: post.delegatedFrom })})`
    const text = `${post.title}, ${post.unit}${lent}`
    if (!choices.has(text)) choices.set(text, post.id)
  }
  return (
    <OfficePage done={ended === null ? undefined : t(words.changed, { count: ended })}>
      <PageHead
        title={me.name}
        text={[
          me.post && t(words.who, { post: me.post.title, unit: me.post.unit }),
          me.onBehalfOf.length > 0 && t(words.behalf, { names: me.onBehalfOf.join(', ') }),
        ]
          .filter(Boolean)
          .join(' · ')}
        right={
          <form method="post" action="/dang-xuat">
            <FormToken />
            <Act icon="logout" text={t(words.out)} />
          </form>
        }
      />
      <Panes shape="side">
        <Pane label={t(words.sessions)}>
          {isAboutSession && answer?.refused && (
            <Block>
              <RefusedNote language={language} refused={answer.refused} />
            </Block>
          )}
          <Block title={t(words.sessions)} note={t(words.outText)}>
            <DataTable
              language={language}
              caption={t(words.sessions)}
              inset
              columns={[
                { key: 'agent', title: t(words.agent), heads: true },
                { key: 'address', title: t(words.address), width: 150, code: true },
                { key: 'since', title: t(words.since), width: 120 },
                { key: 'seen', title: t(words.seen), width: 130 },
                { key: 'end', title: t(words.end), width: 80 },
              ]}
              rows={sessions.map((one) => ({
                id: one.handle,
                selected: one.current,
                agent: (
                  <>
                    {agentWords(one.agent) ?? t(words.unknown)}{' '}
                    {one.current && (
                      <StatusText tone="good" icon="circle-check">
                        {t(words.here)}
                      </StatusText>
                    )}
                  </>
                ),
                address: one.address ?? t(words.unknown),
                since: whenOf(one.createdAt),
                seen: whenOf(one.seenAt),
                end: !one.current && (
                  <Act kind="link" text={t(words.end)} name="phien" value={one.handle} form="dong-phien" />
                ),
              }))}
            />
            <Form method="post" id="dong-phien">
              <FormToken />
              <SendOnce />
            </Form>
            <form method="post" action="/dang-xuat">
              <FormToken />
              <ActionRow>
                <Act icon="logout" text={t(words.outAll)} name="everywhere" value="yes" />
              </ActionRow>
            </form>
          </Block>
          {choices.size > 1 && (
            <Block title={t(words.posts)} note={t(words.postsText)}>
              <Form method="post">
                <FormToken />
                <SendOnce />
                <RadioChips
                  name="vi-tri"
                  legend={t(words.posts)}
                  value={posts.find((post) => post.isActing)?.id ?? ''}
                  options={[...choices].map(([text, value]) => ({ value, text }))}
                />
                <ActionRow>
                  <Act text={t(words.act)} />
                </ActionRow>
              </Form>
            </Block>
          )}
          <AllowedClients clients={clients} />
          <WhoLookedAtMe rows={looked} />
          <Block title={t(words.look)}>
            <Form method="post" action="/can-bo/giao-dien">
              <FormToken />
              <RadioChips
                name="theme"
                legend={t(words.theme)}
                value={theme ?? 'system'}
                options={[
                  { value: 'system', text: t(officeWords.system) },
                  { value: 'light', text: t(officeWords.light), icon: 'sun' },
                  { value: 'dark', text: t(officeWords.dark), icon: 'moon' },
                ]}
              />
              <ActionRow>
                <Act text={t(words.save)} />
              </ActionRow>
            </Form>
          </Block>
        </Pane>
        <Pane label={t(words.password)} ground="ground">
          <Block title={t(factorWords.title)} note={t(factorWords.lead)}>
            <ActionRow>
              <Act icon="shield-check" text={t(words.factors)} href="/can-bo/tai-khoan" />
            </ActionRow>
          </Block>
          <Block title={t(words.password)}>
            {must !== null && (
              <NoteBox tone="soon" icon="lock" live>
                {t(must === 'cu' ? words.old : words.must)}
              </NoteBox>
            )}
            {!isAboutSession && answer?.refused && <RefusedNote language={language} refused={answer.refused} />}
            <Form method="post">
              <FormToken />
              <SendOnce />
              {must !== null && <input type="hidden" name="tiep" value={next} />}
              <TextField
                name="current"
                type="password"
                label={t(words.current)}
                autoComplete="current-password"
                required
              />
              <TextField
                name="next"
                type="password"
                label={t(words.next)}
                hint={t(passwords.words)}
                autoComplete="new-password"
                required
              />
              <TextField
                name="again"
                type="password"
                label={t(words.again)}
                autoComplete="new-password"
                error={answer?.differs && t(words.differs)}
                required
              />
              <ActionRow>
                <Act kind="primary" icon="lock" text={t(words.change)} />
              </ActionRow>
            </Form>
          </Block>
        </Pane>
      </Panes>
    </OfficePage>
  )
}
