import {
  Form,
  redirect,
  useActionData,
  useLoaderData,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from 'react-router'
import { dateAt } from '#values/plain-date.ts'
import type { Words } from '#values/words.ts'
import { NoteBox } from '#ui/office/Badge.tsx'
import { Act, ActionRow } from '#ui/office/Button.tsx'
import { RadioChips, TextField } from '#ui/office/Fields.tsx'
import { FormToken } from '../../FormToken.tsx'
import { textOf } from '../../form-text.ts'
import { SendOnce } from '../../SendOnce.tsx'
import { titled } from '../../titled.ts'
import { RefusedNote } from '../RefusedNote.tsx'
import { refusedAnswer, refusedAt, staffPage, type Refused } from '../staff.ts'
import { useOffice, useSay } from '../use-office.ts'
import { officeWords } from '../words.ts'
import { People, Period } from './fields.tsx'
import { givenOf, saidOf } from './given.ts'
import { StandInPage } from './StandInPage.tsx'
import { standInWords } from './words.ts'

const words = {
  title: { vi: 'Ủy quyền và người thay', en: 'Delegation and stand-ins' },
  lead: {
    vi: 'Ủy quyền phải bằng văn bản, có thời hạn, trong cùng cơ quan; người được ủy quyền không ủy quyền lại.',
    en: 'A delegation is written, limited in time, within the agency, and is not passed on.',
  },
  list: { vi: 'Đang có hiệu lực hoặc sắp tới', en: 'Now and to come' },
  kind: { vi: 'Loại', en: 'Kind' },
  delegation: { vi: 'Ủy quyền', en: 'Delegation' },
  absence: { vi: 'Thay khi vắng', en: 'Stand-in' },
  order: { vi: 'Ký thừa lệnh', en: 'By order' },
  from: { vi: 'Của', en: 'From' },
  to: { vi: 'Cho', en: 'To' },
  document: { vi: 'Văn bản', en: 'Document' },
  end: { vi: 'Chấm dứt', en: 'End it' },
  none: { vi: 'Không có ủy quyền nào', en: 'No delegations' },
  noneText: {
    vi: 'Sắp vắng mặt? Chọn người thay để việc không dừng lại.',
    en: 'Away soon? Name a stand-in so that work goes on.',
  },
  new: { vi: 'Giao việc của tôi cho người khác', en: 'Give my work to someone' },
  mine: { vi: 'Vị trí của tôi: {post}, {unit}', en: 'My post: {post}, {unit}' },
  noPost: { vi: 'Bạn chưa giữ vị trí nào để ủy quyền.', en: 'You hold no post to delegate.' },
  find: { vi: 'Tìm người nhận', en: 'Find the person' },
  findHint: { vi: 'Tên, chức danh hoặc đơn vị; không dấu cũng được', en: 'Name, post or unit; tone marks optional' },
  found: { vi: 'Chọn người nhận', en: 'Choose' },
  paper: { vi: 'Số văn bản (ủy quyền, thừa lệnh thì phải có)', en: 'Document number (needed unless it is an absence)' },
  give: { vi: 'Giao', en: 'Give' },
  noOne: { vi: 'Chưa chọn người nhận.', en: 'Nobody is chosen.' },
  never: {
    vi: 'Không bao gồm quyền quản trị tổ chức, tài khoản, thủ tục và xem nhật ký.',
    en: 'Administration and the audit trail are never included.',
  },
  absenceText: {
    vi: 'Thay khi vắng: mọi vị trí của tôi trong cơ quan của người thay, không cần văn bản.',
    en: 'A stand-in gets all my posts in their agency; no document is needed.',
  },
  left: {
    vi: 'Chưa có người thay ở cơ quan khác: {posts}. Chọn thêm người ở đó.',
    en: 'No stand-in in another agency yet: {posts}.',
  },
  done: { vi: 'Đã giao. Người nhận được báo ngay.', en: 'Given; the person is told at once.' },
  ended: { vi: 'Đã chấm dứt', en: 'Ended' },
} as const satisfies Record<string, Words>

export async function loader(args: LoaderFunctionArgs) {
  const page = staffPage(args)
  const { client, call } = page
  const query = new URL(args.request.url).searchParams
  const text = query.get('nguoi')?.trim().slice(0, 100) ?? ''
  const own = call.actor.post?.id
  const [delegations, people] = await Promise.all([
    client.directory.listDelegations({}),
    text === '' ? [] : client.directory.findPeople({ text, agencyOf: call.actor.post?.unitId, limit: 12 }),
  ])
  return {
    delegations,
    people: people.filter((post) => post.personName !== null && post.id !== own),
    text,
    done: query.get('xong'),
    left: query.get('con'),
    today: dateAt(new Date()),
  }
}

export async function action(args: ActionFunctionArgs) {
  const page = staffPage(args)
  const form = await args.request.formData()
  const document = textOf(form, 'document')
  try {
    if (form.has('end')) {
      await page.client.directory.revokeDelegation({ id: textOf(form, 'end') })
      return redirect('/can-bo/uy-quyen?xong=ended')
    }
    const given = { ...givenOf(form), ...(document && { document }) }
    const kind = textOf(form, 'kind')
    if (kind !== 'absence') {
      const fromPostId = textOf(form, 'from-post')
      await page.client.directory.delegate({ ...given, fromPostId, kind: kind as 'delegation' })
      return redirect('/can-bo/uy-quyen?xong=done')
    }
    const { left } = await page.client.directory.takeLeave(given)
    return redirect(
      `/can-bo/uy-quyen?${new URLSearchParams({ xong: 'done', ...(left.length > 0 && { con: left.join(', ') }) })}`,
    )
  } catch (error) {
    return refusedAnswer(error, page, form)
  }
}

export const meta: MetaFunction = ({ matches }) => titled(matches, officeWords.delegations, officeWords.brand)

export default function Delegations() {
  const { delegations, done, left } = useLoaderData<typeof loader>()
  const { me } = useOffice()
  const t = useSay()
  const mayArrange = me.permissions.includes('task.reassign') || me.permissions.includes('directory.manage')
  return (
    <StandInPage
      done={done === 'done' || done === 'ended' ? t(words[done]) : undefined}
      head={{
        title: t(words.title),
        text: t(words.lead),
        right: mayArrange && <Act icon="beach" text={t(officeWords.away)} href="/can-bo/vang-mat" />,
      }}
      list={{
        title: t(words.list),
        above: left && (
          <NoteBox tone="soon" icon="alert-triangle">
            <p>{t(words.left, { posts: left })}</p>
          </NoteBox>
        ),
        empty: { icon: 'users', title: t(words.none), text: t(words.noneText) },
        columns: [
          { key: 'kind', title: t(words.kind), width: 112, heads: true },
          { key: 'from', title: t(words.from) },
          { key: 'to', title: t(words.to) },
          { key: 'when', title: t(standInWords.when), width: 190 },
          { key: 'document', title: t(words.document), quiet: true },
          { key: 'end', title: '', width: 120 },
        ],
        rows: delegations.map((one) => ({
          id: one.id,
          kind: t(words[one.kind]),
          ...saidOf(one),
          document: [one.document, one.reason].filter(Boolean).join(' · '),
          end: one.fromName === me.name && <Act text={t(words.end)} name="end" value={one.id} />,
        })),
      }}
      enter={{
        title: t(words.new),
        children: me.post ? <Give /> : <NoteBox icon="lock">{t(words.noPost)}</NoteBox>,
      }}
    />
  )
}

/** Two plain forms: find the person, then give. */
function Give() {
  const { people, text, today } = useLoaderData<typeof loader>()
  const { language, me } = useOffice()
  const refused = useActionData<Refused>()?.refused
  const t = useSay()
  const typed = refused?.typed ?? {}
  return (
    <>
      <p>{t(words.mine, { post: me.post?.title ?? '', unit: me.post?.unit ?? '' })}</p>
      <form method="get" action="/can-bo/uy-quyen" role="search">
        <TextField
          name="nguoi"
          type="search"
          icon="search"
          label={t(words.find)}
          hint={t(words.findHint)}
          value={text}
        />
        <ActionRow>
          <Act text={t(standInWords.search)} icon="search" />
        </ActionRow>
      </form>
      {text !== '' && people.length === 0 && <p className="quiet">{t(standInWords.notFound)}</p>}
      {refused && <RefusedNote language={language} refused={refused} />}
      {people.length > 0 && (
        <Form method="post">
          <FormToken />
          <SendOnce />
          <input type="hidden" name="from-post" value={me.post?.id} />
          <People
            name="to-post"
            legend={t(words.found)}
            chosen={typed['to-post']}
            found={people}
            valueOf={(post) => post.id}
          />
          {refusedAt(refused, 'toPostId', language) && (
            <p className="field-error">
              {typed['to-post'] ? refusedAt(refused, 'toPostId', language) : t(words.noOne)}
            </p>
          )}
          <RadioChips
            name="kind"
            legend={t(words.kind)}
            value={typed['kind'] ?? 'absence'}
            options={[
              { value: 'absence', text: t(words.absence) },
              { value: 'delegation', text: t(words.delegation) },
              { value: 'order', text: t(words.order) },
            ]}
          />
          <Period refused={refused} today={today} />
          <TextField name="document" label={t(words.paper)} value={typed['document']} />
          <TextField name="reason" label={t(standInWords.reason)} value={typed['reason']} />
          <p className="quiet">{t(words.absenceText)}</p>
          <p className="quiet">{t(words.never)}</p>
          <ActionRow>
            <Act kind="primary" icon="user-check" text={t(words.give)} />
          </ActionRow>
        </Form>
      )}
    </>
  )
}
