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
import { Problem } from '#values/errors.ts'
import type { Words } from '#values/words.ts'
import { hintOf, moveHint } from '#ui/keymap.ts'
import { AvatarEmpty, PersonLine } from '#ui/office/Avatar.tsx'
import { Act, ActionRow } from '#ui/office/Button.tsx'
import { Legend, StackedBar } from '#ui/office/Charts.tsx'
import { DataTable, ListFoot } from '#ui/office/DataTable.tsx'
import { Check, SelectField, TextField } from '#ui/office/Fields.tsx'
import { Block, PageHead, Pane, Panes } from '#ui/office/Panes.tsx'
import { EmptyState } from '#ui/office/States.tsx'
import { RefusedNote } from './RefusedNote.tsx'
import { DueBadge } from './DueBadge.tsx'
import { OfficePage } from './OfficePage.tsx'
import { refusedAnswer, staffPage, tried, type Refused } from './staff.ts'
import { textOf } from '../form-text.ts'
import { useOffice, useSay } from './use-office.ts'
import { officeWords } from './words.ts'
import { SendOnce } from '../SendOnce.tsx'
import type { Page } from '../client.ts'
import { doAct } from './acts/do-act.ts'
import { writeDone } from './acts/done.ts'
import { useDone } from './acts/use-done.ts'
import { titled } from '../titled.ts'
import { FormToken } from '../FormToken.tsx'

const words = {
  title: { vi: 'Đơn vị đang giữ {open} việc, {late} việc quá hạn', en: '{open} open in the unit, {late} late' },
  most: { vi: 'Giữ nhiều nhất: {name}, {open} việc.', en: 'Holds most: {name}, {open}.' },
  late: { vi: 'Quá hạn', en: 'Late' },
  today: { vi: 'Hạn hôm nay', en: 'Due today' },
  week: { vi: 'Trong 7 ngày', en: 'Within 7 days' },
  later: { vi: 'Sau đó', en: 'Later' },
  waiting: { vi: 'Đang chờ, chưa tính hạn', en: 'Waiting, not counted' },
  person: { vi: 'Người', en: 'Person' },
  held: { vi: 'Đang giữ', en: 'Open' },
  done: { vi: 'Xong 7 ngày qua', en: 'Done in 7 days' },
  load: { vi: 'Khối lượng', en: 'Load' },
  nobody: { vi: 'Chưa ai nhận', en: 'Not taken yet' },
  said: {
    vi: '{name}: {late} quá hạn, {today} hạn hôm nay, {week} trong 7 ngày, {later} sau đó, {waiting} đang chờ',
    en: '{name}: {late} late, {today} today, {week} this week, {later} later, {waiting} waiting',
  },
  work: { vi: 'Việc của {name}', en: 'Work of {name}' },
  untaken: { vi: 'Việc chưa ai nhận', en: 'Work not taken yet' },
  listed: { vi: '{count} việc · chọn việc để giao lại', en: '{count} · tick to re-assign' },
  shown: { vi: '{count} trong {open} việc', en: '{count} of {open}' },
  elsewhere: {
    vi: 'Bạn xem được khối lượng, không xem được từng hồ sơ của đơn vị này.',
    en: 'You may see how much there is, not the dossiers of this unit.',
  },
  to: { vi: 'Giao cho', en: 'To' },
  reason: { vi: 'Lý do giao lại (người nhận sẽ đọc)', en: 'Reason (read by whoever gets it)' },
  give: { vi: 'Giao lại việc đã chọn', en: 'Re-assign' },
  may: {
    vi: 'Việc của đơn vị này do lãnh đạo, người phụ trách của đơn vị đó giao lại.',
    en: 'Work of this unit is re-assigned by whoever leads it.',
  },
  alone: { vi: 'Trong đơn vị không còn ai khác để giao.', en: 'There is nobody else in the unit.' },
  closed: { vi: '{count} việc vừa có người làm xong, giữ nguyên', en: '{count} had just been finished and stay' },
  none: { vi: 'Chưa có việc nào', en: 'No work' },
  noneText: { vi: 'Khi đơn vị có việc, mỗi người một dòng ở đây.', en: 'One line a person, as soon as there is work.' },
  choose: { vi: 'Chọn một người để xem việc và giao lại', en: 'Choose a person' },
  promise: { vi: 'Hạn với người dân không đổi khi giao lại.', en: 'Deadlines stay as they are.' },
} as const satisfies Record<string, Words>

const pageSize = 50

export async function loader(args: LoaderFunctionArgs) {
  const page = staffPage(args)
  const { client, call } = page
  const query = new URL(args.request.url).searchParams
  const key = Number(query.get('nguoi') ?? Number.NaN)
  const load = await client.workflow.viewLoad({})
  const chosen = load.find((row) => row.key === key)
  const after = query.get('sau') ?? undefined
  const found =
    chosen && chosen.open > 0
      ? await tried(page, () => client.workflow.listWorkOf({ key: chosen.key, limit: pageSize, after }))
      : undefined
  const unit = chosen && found && 'value' in found ? await client.directory.getUnit({ id: chosen.unitId }) : undefined
  // One may see the load of more units than one may give work in.
  const given = call.actor.permissions.get('task.reassign') ?? []
  const canGive = unit !== undefined && (given === 'all' || given.includes(unit.key))
  return {
    load,
    chosen,
    work: found && ('value' in found ? { ...found.value, isFirst: after === undefined } : undefined),
    canGive,
    posts: canGive ? unit.posts.filter((post) => post.personName !== null && post.id !== chosen?.postId) : [],
    // Somebody whose work was all given away is no row any more.
    from: query.get('nguoi') ?? '',
    done: query.get('xong') ?? undefined,
    closed: query.get('da-xong'),
    now: new Date(),
  }
}

export async function action(args: ActionFunctionArgs) {
  const page = staffPage(args)
  const form = await args.request.formData()
  const back = new URLSearchParams({ nguoi: textOf(form, 'from') })
  try {
    const did = textOf(form, 'do') === 'undo' ? await doAct(page, form) : await giveChosen(page, form, back)
    back.set('xong', writeDone({ about: '', ...did, at: Date.now() }))
    return redirect(`/can-bo/tai-viec?${back}`)
  } catch (error) {
    return refusedAnswer(error, page, form)
  }
}

const nothingTicked = {
  status: 422,
  message: {
    vi: 'Chưa chọn việc nào. Đánh dấu việc cần giao lại trước.',
    en: 'Nothing is ticked. Tick the work to give first.',
  },
} as const

/** Gives the ticked work to one person; those that were just finished stay, and are counted in the address. */
async function giveChosen({ client }: Pick<Page, 'client'>, form: FormData, back: URLSearchParams) {
  const reason = textOf(form, 'reason')
  const ids = form.getAll('task').map(String)
  if (ids.length === 0) throw new Problem('nothingTicked', nothingTicked)
  const { given, closed } = await client.workflow.reassignTasks({
    ids,
    postId: textOf(form, 'post'),
    ...(reason ? { reason } : {}),
  })
  if (closed.length > 0) back.set('da-xong', String(closed.length))
  const undo = ids.filter((id) => !closed.includes(id)).map((id) => `task:${id}`)
  return { what: 'many-assign', about: String(given), undo } as const
}

export const meta: MetaFunction = ({ matches }) => titled(matches, officeWords.load, officeWords.brand)

type Row = Awaited<ReturnType<typeof loader>>['load'][number]

export default function Load() {
  const { load, chosen, work, canGive, posts, from, done, closed } = useLoaderData<typeof loader>()
  const { language } = useOffice()
  const t = useSay()
  const navigate = useNavigate()
  const did = useDone(done)
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
      {...did}
      {...(did.done && closed && { done: `${did.done}; ${t(words.closed, { count: closed })}` })}
      undo={did.undo?.length ? [...did.undo, ['from', from]] : []}
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
                  { tone: 'waiting', text: t(words.waiting) },
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
                // Nothing to draw of who holds nothing.
                bar: row.open > 0 ? <Bar row={row} whole={whole} name={nameOf(row)} /> : undefined,
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
            <Reassign
              key={chosen.key}
              chosen={chosen}
              name={nameOf(chosen)}
              work={work}
              canGive={canGive}
              posts={posts}
            />
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
  const { late, dueToday: today, waiting } = row
  const later = Math.max(0, row.open - waiting - late - today - week)
  return (
    <StackedBar
      label={t(words.said, { name, late, today, week, later, waiting })}
      whole={whole}
      parts={[
        { tone: 'late', value: late },
        { tone: 'soon', value: today },
        { tone: 'good', value: week },
        { tone: 'rest', value: later },
        { tone: 'waiting', value: waiting },
      ]}
    />
  )
}

type Loaded = Awaited<ReturnType<typeof loader>>

function Reassign({
  chosen,
  name,
  work,
  canGive,
  posts,
}: Pick<Loaded, 'work' | 'canGive' | 'posts'> & { readonly chosen: Row; readonly name: string }) {
  const { now } = useLoaderData<typeof loader>()
  const { language } = useOffice()
  const refused = useActionData<Refused>()?.refused
  const t = useSay()
  const tasks = work?.rows ?? []
  const hrefOf = (after?: string) =>
    `/can-bo/tai-viec?nguoi=${chosen.key}${after === undefined ? '' : `&sau=${encodeURIComponent(after)}`}`
  return (
    <Form method="post">
      <FormToken />
      <SendOnce />
      <input type="hidden" name="from" value={chosen.key} />
      <Block
        title={chosen.name ? t(words.work, { name }) : t(words.untaken)}
        note={t(words.listed, { count: chosen.open })}
      >
        {refused && <RefusedNote language={language} refused={refused} />}
        {tasks.length === 0 && <p className="quiet">{t(chosen.open > 0 ? words.elsewhere : words.none)}</p>}
        {work && (work.next !== undefined || !work.isFirst) && (
          <ListFoot
            language={language}
            text={t(words.shown, { count: tasks.length, open: chosen.open })}
            newerHref={work.isFirst ? undefined : hrefOf()}
            olderHref={work.next && hrefOf(work.next)}
          />
        )}
        {tasks.map((task) => (
          <Check key={task.id} name="task" value={task.id}>
            <a href={`/can-bo/ho-so/${task.subjectId}`}>{task.title}</a>{' '}
            <DueBadge
              due={task.due}
              left={task.left}
              now={now}
              language={language}
              status={task.isWaiting ? 'stopped' : undefined}
            />
            <br />
            <small>
              {task.line} · {t(task.stepName)}
            </small>
          </Check>
        ))}
      </Block>
      {tasks.length > 0 && posts.length === 0 && (
        <Block>
          <p className="quiet">{t(canGive ? words.alone : words.may)}</p>
        </Block>
      )}
      {tasks.length > 0 && posts.length > 0 && (
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
            <Act kind="primary" icon="arrow-narrow-right" text={t(words.give)} cap="Ctrl Enter" />
          </ActionRow>
        </Block>
      )}
    </Form>
  )
}
