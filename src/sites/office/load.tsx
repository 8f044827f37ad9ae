import {
  Form,
  redirect,
  useActionData,
  useLoaderData,
  useNavigate,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from 'react-router'
import type { Words } from '#values/words.ts'
import { hintOf, moveHint } from '#ui/keymap.ts'
import { AvatarEmpty, PersonLine } from '#ui/office/Avatar.tsx'
import { Act, ActionRow } from '#ui/office/Button.tsx'
import { Legend, StackedBar } from '#ui/office/Charts.tsx'
import { DataTable } from '#ui/office/DataTable.tsx'
import { Check, SelectField, TextField } from '#ui/office/Fields.tsx'
import { Block, PageHead, Pane, Panes } from '#ui/office/Panes.tsx'
import { EmptyState } from '#ui/office/States.tsx'
import { RefusedNote } from './RefusedNote.tsx'
import { DueBadge } from './DueBadge.tsx'
import { OfficePage } from './OfficePage.tsx'
import { fetched, refusedAnswer, staffPage, type Refused } from './staff.ts'
import { textOf } from '../form-text.ts'
import { useOffice, useSay } from './use-office.ts'
import { officeWords } from './words.ts'

const words = {
  title: { vi: 'Đơn vị đang giữ {open} việc, {late} việc quá hạn', en: '{open} open in the unit, {late} late' },
  most: { vi: 'Giữ nhiều nhất: {name}, {open} việc.', en: 'Holds most: {name}, {open}.' },
  late: { vi: 'Quá hạn', en: 'Late' },
  today: { vi: 'Hạn hôm nay', en: 'Due today' },
  week: { vi: 'Trong 7 ngày', en: 'Within 7 days' },
  later: { vi: 'Sau đó', en: 'Later' },
  person: { vi: 'Người', en: 'Person' },
  held: { vi: 'Đang giữ', en: 'Open' },
  done: { vi: 'Xong 7 ngày qua', en: 'Done in 7 days' },
  load: { vi: 'Khối lượng', en: 'Load' },
  nobody: { vi: 'Chưa ai nhận', en: 'Not taken yet' },
  said: {
    vi: '{name}: {late} quá hạn, {today} hạn hôm nay, {week} trong 7 ngày, {later} sau đó',
    en: '{name}: {late} late, {today} today, {week} this week, {later} later',
  },
  work: { vi: 'Việc của {name}', en: 'Work of {name}' },
  untaken: { vi: 'Việc chưa ai nhận', en: 'Work not taken yet' },
  listed: { vi: '{count} việc · chọn việc để giao lại', en: '{count} · tick to re-assign' },
  elsewhere: {
    vi: 'Việc của người này nằm ngoài đơn vị của bạn; mở từng hồ sơ để giao lại.',
    en: 'This work is outside your own unit; re-assign from each dossier.',
  },
  to: { vi: 'Giao cho', en: 'To' },
  reason: { vi: 'Lý do giao lại (người nhận sẽ đọc)', en: 'Reason (read by whoever gets it)' },
  give: { vi: 'Giao lại việc đã chọn', en: 'Re-assign' },
  may: { vi: 'Chỉ người được phân quyền giao việc mới giao lại được', en: 'Only who may assign work' },
  given: { vi: 'Đã giao lại {count} việc', en: '{count} re-assigned' },
  none: { vi: 'Chưa có việc nào', en: 'No work' },
  noneText: { vi: 'Khi đơn vị có việc, mỗi người một dòng ở đây.', en: 'One line a person, as soon as there is work.' },
  choose: { vi: 'Chọn một người để xem việc và giao lại', en: 'Choose a person' },
  promise: { vi: 'Hạn với người dân không đổi khi giao lại.', en: 'Deadlines stay as they are.' },
} as const satisfies Record<string, Words>

const most = 200

export async function loader(args: LoaderFunctionArgs) {
  const page = staffPage(args)
  const { client, call } = page
  const query = new URL(args.request.url).searchParams
  const key = Number(query.get('nguoi') ?? Number.NaN)
  const load = await fetched(page, () => client.workflow.viewLoad({}))
  const chosen = load.find((row) => row.key === key)
  const tasks =
    chosen && chosen.open > 0
      ? (await fetched(page, () => client.workflow.listInbox({ whose: 'unit', limit: most }))).rows.filter(
          (row) => row.assignee === chosen.key,
        )
      : []
  const unitId = tasks[0]?.unitId
  const posts =
    unitId && call.actor.permissions.has('task.reassign')
      ? (await fetched(page, () => client.directory.getUnit({ id: unitId }))).posts
      : []
  return {
    load,
    chosen,
    tasks,
    posts: posts.filter((post) => post.personName !== null && post.id !== chosen?.postId),
    given: query.get('da-giao'),
    now: new Date(),
  }
}

export async function action(args: ActionFunctionArgs) {
  const page = staffPage(args)
  const form = await args.request.formData()
  const reason = textOf(form, 'reason')
  const tasks = form.getAll('task').map(String)
  try {
    for (const id of tasks)
      await page.client.workflow.reassignTask({ id, postId: textOf(form, 'post'), ...(reason ? { reason } : {}) })
    return redirect(`/can-bo/tai-viec?nguoi=${encodeURIComponent(textOf(form, 'from'))}&da-giao=${tasks.length}`)
  } catch (error) {
    return refusedAnswer(error, page, form)
  }
}

export const meta: MetaFunction = () => [{ title: 'Tải việc – Liên Thông' }]

type Row = Awaited<ReturnType<typeof loader>>['load'][number]

export default function Load() {
  const { load, chosen, tasks, posts, given } = useLoaderData<typeof loader>()
  const { language } = useOffice()
  const t = useSay()
  const navigate = useNavigate()
  const sum = (name: 'open' | 'late') => load.reduce((all, row) => all + row[name], 0)
  const whole = Math.max(1, ...load.map((row) => row.open))
  const busiest = load.reduce<Row | undefined>(
    (best, row) => (best === undefined || row.open > best.open ? row : best),
    undefined,
  )
  const at = load.findIndex((row) => row.key === chosen?.key)
  const hrefOf = (row: Row | undefined) => `/can-bo/tai-viec${row ? `?nguoi=${row.key}` : ''}`
  const move = (step: number) => () => void navigate(hrefOf(load[Math.max(0, Math.min(load.length - 1, at + step))]))
  const nameOf = (row: Row) => row.name || t(words.nobody)
  const workOf = (row: Row) => (row.name ? t(words.work, { name: row.name }) : t(words.untaken))
  const hasUnits = new Set(load.map((row) => row.unitName)).size > 1
  return (
    <OfficePage
      done={given ? t(words.given, { count: given }) : undefined}
      keys={{ next: move(1), previous: move(-1) }}
      hints={[moveHint(language), hintOf('send', language)]}
    >
      <PageHead
        title={t(words.title, { open: sum('open'), late: sum('late') })}
        text={busiest && busiest.open > 0 ? t(words.most, { name: nameOf(busiest), open: busiest.open }) : undefined}
      />
      <Panes shape="side">
        <Pane
          label={t(officeWords.load)}
          head={
            <div className="legend-bar">
              <Legend
                items={[
                  { tone: 'late', text: t(words.late) },
                  { tone: 'soon', text: t(words.today) },
                  { tone: 'good', text: t(words.week) },
                  { tone: 'rest', text: t(words.later) },
                ]}
              />
            </div>
          }
        >
          {load.length === 0 ? (
            <EmptyState title={t(words.none)} text={t(words.noneText)} />
          ) : (
            <DataTable
              language={language}
              caption={t(officeWords.load)}
              density="loose"
              sticky
              columns={[
                { key: 'person', title: t(words.person), heads: true },
                { key: 'bar', title: t(words.load) },
                { key: 'open', title: t(words.held), number: true, width: 74, strong: true },
                { key: 'today', title: t(words.today), number: true, width: 88 },
                { key: 'late', title: t(words.late), number: true, width: 74 },
                { key: 'done', title: t(words.done), number: true, width: 112, quiet: true },
              ]}
              rows={load.map((row) => ({
                id: String(row.key),
                href: hrefOf(row),
                selected: row.key === chosen?.key,
                person: (
                  <Who row={row} name={nameOf(row)} text={hasUnits ? `${row.title} · ${row.unitName}` : row.title} />
                ),
                bar: <Bar row={row} whole={whole} name={nameOf(row)} />,
                open: row.open,
                today: row.dueToday || '–',
                late: row.late > 0 ? <span className="tone-late toned">{row.late}</span> : '–',
                done: row.doneThisWeek,
              }))}
            />
          )}
        </Pane>
        <Pane label={chosen ? workOf(chosen) : t(words.choose)} ground="ground">
          {chosen === undefined ? (
            <EmptyState icon="hand-click" tone="paused" title={t(words.choose)} text={t(words.promise)} />
          ) : (
            <Reassign key={chosen.key} chosen={chosen} name={nameOf(chosen)} tasks={tasks} posts={posts} />
          )}
        </Pane>
      </Panes>
    </OfficePage>
  )
}

/** Work addressed to a function that nobody took yet has no face. */
const Who = ({ row, name, text }: { readonly row: Row; readonly name: string; readonly text: string }) =>
  row.name ? (
    <PersonLine name={name} text={text} />
  ) : (
    <span className="person">
      <AvatarEmpty />
      <span className="person-name">
        <b>{name}</b>
        <small>{text}</small>
      </span>
    </span>
  )

function Bar({ row, whole, name }: { readonly row: Row; readonly whole: number; readonly name: string }) {
  const t = useSay()
  const week = Math.max(0, row.dueThisWeek - row.dueToday)
  const later = Math.max(0, row.open - row.late - row.dueToday - week)
  return (
    <StackedBar
      label={t(words.said, { name, late: row.late, today: row.dueToday, week, later })}
      whole={whole}
      parts={[
        { tone: 'late', value: row.late },
        { tone: 'soon', value: row.dueToday },
        { tone: 'good', value: week },
        { tone: 'rest', value: later },
      ]}
    />
  )
}

type Loaded = Awaited<ReturnType<typeof loader>>

function Reassign({
  chosen,
  name,
  tasks,
  posts,
}: Pick<Loaded, 'tasks' | 'posts'> & { readonly chosen: Row; readonly name: string }) {
  const { now } = useLoaderData<typeof loader>()
  const { language, me } = useOffice()
  const refused = useActionData<Refused>()?.refused
  const t = useSay()
  return (
    <Form method="post">
      <input type="hidden" name="from" value={chosen.key} />
      <Block
        title={chosen.name ? t(words.work, { name }) : t(words.untaken)}
        note={t(words.listed, { count: tasks.length })}
      >
        {refused && <RefusedNote language={language} refused={refused} />}
        {tasks.length === 0 && <p className="quiet">{t(chosen.open > 0 ? words.elsewhere : words.none)}</p>}
        {tasks.map((task) => (
          <Check key={task.id} name="task" value={task.id}>
            <a href={`/can-bo/ho-so/${task.subjectId}`}>{task.title}</a>{' '}
            <DueBadge due={task.due} now={now} language={language} />
            <br />
            <small>
              {task.line} · {t(task.stepName)}
            </small>
          </Check>
        ))}
      </Block>
      {tasks.length > 0 && (
        <Block>
          <SelectField
            name="post"
            label={t(words.to)}
            value={refused?.typed['post']}
            options={posts.map((post) => ({ value: post.id, text: `${post.personName} · ${post.title}` }))}
          />
          <TextField name="reason" label={t(words.reason)} rows={3} value={refused?.typed['reason']} />
          <p className="quiet">{t(words.promise)}</p>
          <ActionRow>
            <Act
              kind="primary"
              icon="arrow-narrow-right"
              text={t(words.give)}
              cap="Ctrl Enter"
              {...(!me.permissions.includes('task.reassign') && { refused: t(words.may) })}
            />
          </ActionRow>
        </Block>
      )}
    </Form>
  )
}
