import { useEffect, useState } from 'react'
import { useLoaderData, useNavigate, type LoaderFunctionArgs, type MetaFunction } from 'react-router'
import { dateAt } from '#values/plain-date.ts'
import { groupThousands } from '#values/money.ts'
import { showClock, showFullDate } from '#values/show-time.ts'
import { say, type Words } from '#values/words.ts'
import { hintOf, moveHint } from '#ui/keymap.ts'
import { PersonLine } from '#ui/office/Avatar.tsx'
import { DeadlineBadge, NoteBox, StatusText } from '#ui/office/Badge.tsx'
import { Act } from '#ui/office/Button.tsx'
import { DataTable, ListFoot } from '#ui/office/DataTable.tsx'
import { SelectField, TextField } from '#ui/office/Fields.tsx'
import { PageHead, Pane, Panes } from '#ui/office/Panes.tsx'
import { EmptyState } from '#ui/office/States.tsx'
import { FilterChips } from '#ui/office/Tabs.tsx'
import { staffPage } from '../office/staff.ts'
import { AdminPage } from './AdminPage.tsx'
import { titleOfOperation, titles } from './operation-titles.ts'
import { findAccount, findUnit, isObject, readFilters, searchOf, trailHref, trailPath } from './trail-filters.ts'
import { TrailKeeping } from './TrailKeeping.tsx'
import { useAdmin, useSay } from './use-admin.ts'
import { adminWords } from './words.ts'
import { titled } from '../titled.ts'

const words = {
  nobody: { vi: 'Chưa đăng nhập', en: 'Not signed in' },
  title: { vi: 'Nhật ký kiểm toán', en: 'Audit trail' },
  lead: {
    vi: 'Mọi lần đọc dữ liệu cá nhân và mọi lần ghi. Việc tra cứu này cũng được ghi.',
    en: 'Every read of personal data and every write. This search is recorded too.',
  },
  sealed: { vi: '{count} dòng đã niêm phong', en: '{count} entries sealed' },
  object: { vi: 'Về cái gì', en: 'About what' },
  objectHint: { vi: 'loại:mã, như dossier:…', en: 'type:id, such as dossier:…' },
  whoHint: { vi: 'họ tên hoặc tên đăng nhập', en: 'name or login' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  operation: { vi: 'Việc gì', en: 'What was done' },
  any: { vi: 'Mọi việc', en: 'Anything' },
  to: { vi: 'Đến ngày', en: 'To' },
  at: { vi: 'Lúc', en: 'At' },
  who: { vi: 'Ai', en: 'Who' },
  kind: { vi: 'Loại', en: 'Kind' },
  all: { vi: 'Tất cả', en: 'All' },
  read: { vi: 'Đọc', en: 'Read' },
  write: { vi: 'Ghi', en: 'Write' },
  refused: { vi: 'Từ chối', en: 'Refused' },
  post: { vi: 'Vị trí', en: 'Post' },
  onBehalf: { vi: 'thay {name}', en: 'for {name}' },
  erased: { vi: 'đã xóa theo luật', en: 'erased by law' },
  none: { vi: 'Không có dòng nào khớp', en: 'No entry fits' },
  noneText: { vi: 'Bỏ bớt điều kiện, hoặc nới khoảng ngày.', en: 'Drop a condition, or widen the dates.' },
  which: { vi: 'Có nhiều kết quả khớp “{text}”. Chọn một:', en: 'Several fit “{text}”. Choose one:' },
  rows: { vi: '{count} dòng, mới nhất trước', en: '{count} entries, newest first' },
  wrongObject: {
    vi: 'Ghi loại và mã, cách nhau bằng dấu hai chấm: dossier:0199…',
    en: 'Type and id with a colon: dossier:0199…',
  },
} as const satisfies Record<string, Words>

export async function loader(args: LoaderFunctionArgs) {
  const page = staffPage(args)
  const { client } = page
  const query = new URL(args.request.url).searchParams
  const filters = readFilters(query)
  const [accounts, units, state] = await Promise.all([
    findAccount(client, filters.ai),
    findUnit(client, filters['don-vi']),
    client.audit.getTrailState({}),
  ])
  const isNone = (filters.ai !== '' && accounts.length === 0) || (filters['don-vi'] !== '' && units.length === 0)
  const choices = [accounts, units].filter((found) => found.length > 1).flat()
  const found =
    isNone || choices.length > 0
      ? { rows: [], next: undefined }
      : await client.audit.searchEntries({
          ...searchOf(filters),
          account: accounts[0]?.value,
          unit: units[0]?.value,
          after: query.get('sau') ?? undefined,
          limit: 100,
        })
  return {
    filters,
    choices,
    state,
    isWrong: filters['doi-tuong'] !== '' && !isObject(filters['doi-tuong']),
    isFirst: !query.has('sau'),
    next: found.next,
    rows: found.rows.map((row) => ({ ...row, title: titleOfOperation(row.operation) })),
    operations: [...titles()].map(([value, title]) => ({ value, title })),
  }
}

export const meta: MetaFunction = ({ matches }) => titled(matches, adminWords.trail, adminWords.admin)

const kinds = [
  { value: '', words: words.all },
  { value: 'doc', words: words.read, icon: 'eye' },
  { value: 'ghi', words: words.write, icon: 'pencil' },
  { value: 'tu-choi', words: words.refused, icon: 'ban' },
] as const

export default function Trail() {
  const { filters, choices, state, isWrong, isFirst, next, rows, operations } = useLoaderData<typeof loader>()
  const { language } = useAdmin()
  const t = useSay()
  const navigate = useNavigate()
  const [chosen, setChosen] = useState<string>()
  const at = rows.findIndex((row) => row.id === chosen)
  const move = (step: number) => () => setChosen(rows[Math.max(0, Math.min(rows.length - 1, at + step))]?.id)
  useEffect(() => {
    if (chosen !== undefined) document.getElementById(chosen)?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  const first = trailHref(filters)
  const older = next && `${first}${first.includes('?') ? '&' : '?'}sau=${encodeURIComponent(next)}`
  const kindHref = (value: string) => trailHref({ ...filters, loai: value })
  return (
    <AdminPage
      rail
      hints={[moveHint(language), hintOf('open', language)]}
      keys={{
        next: move(1),
        previous: move(-1),
        open: () => void (rows[at] && navigate(`${trailPath}/${rows[at].id}`)),
        onward: () => void (older && navigate(older)),
        earlier: () => void (!isFirst && navigate(first)),
        extra: {
          pagedown: () => void (older && navigate(older)),
          ...Object.fromEntries(kinds.map(({ value }, i) => [String(i + 1), () => void navigate(kindHref(value))])),
        },
      }}
    >
      <PageHead
        title={t(words.title)}
        text={t(words.lead)}
        right={
          <DeadlineBadge tone={state.alarms.length > 0 ? 'late' : 'good'} icon="link">
            {t(words.sealed, { count: groupThousands(state.seal?.treeSize ?? 0) })}
          </DeadlineBadge>
        }
      />
      <Panes shape="side">
        <Pane
          label={t(words.title)}
          head={
            <>
              <div className="block">
                <form method="get" action={trailPath} role="search" className="filter-line" key={first}>
                  {filters.loai && <input type="hidden" name="loai" value={filters.loai} />}
                  <TextField
                    name="ai"
                    type="search"
                    label={t(words.who)}
                    value={filters.ai}
                    placeholder={t(words.whoHint)}
                  />
                  <TextField name="don-vi" type="search" label={t(words.unit)} value={filters['don-vi']} />
                  <TextField
                    name="doi-tuong"
                    label={t(words.object)}
                    value={filters['doi-tuong']}
                    placeholder={t(words.objectHint)}
                    error={isWrong ? t(words.wrongObject) : undefined}
                    code
                  />
                  <SelectField
                    name="viec"
                    label={t(words.operation)}
                    value={filters.viec}
                    options={[
                      { value: '', text: t(words.any) },
                      ...operations.map((one) => ({ value: one.value, text: say(one.title, language) })),
                    ]}
                  />
                  <TextField name="tu" type="date" label={t(adminWords.from)} value={filters.tu} />
                  <TextField name="den" type="date" label={t(words.to)} value={filters.den} />
                  <Act icon="filter" text={t(adminWords.search)} />
                </form>
                {choices.length > 0 && (
                  <NoteBox
                    tone="soon"
                    icon="users"
                    title={t(words.which, { text: choices[0] ? filters[choices[0].filter] : '' })}
                  >
                    <FilterChips
                      label={t(words.who)}
                      chips={choices.map((one) => ({
                        text: one.text,
                        href: trailHref({ ...filters, [one.filter]: one.value }),
                      }))}
                    />
                  </NoteBox>
                )}
              </div>
              <FilterChips
                bar
                label={t(words.kind)}
                chips={kinds.map((one) => ({
                  text: t(one.words),
                  ...('icon' in one && { icon: one.icon }),
                  on: filters.loai === one.value,
                  href: kindHref(one.value),
                }))}
              />
            </>
          }
          foot={
            <ListFoot
              language={language}
              text={t(words.rows, { count: rows.length })}
              newerHref={isFirst ? undefined : first}
              olderHref={older}
            />
          }
        >
          {rows.length === 0 && choices.length > 0 ? null : rows.length === 0 ? (
            <EmptyState title={t(words.none)} icon="search" tone="paused" text={t(words.noneText)} />
          ) : (
            <DataTable
              language={language}
              caption={t(words.title)}
              density="tight"
              sticky
              columns={[
                { key: 'at', title: t(words.at), width: 90 },
                { key: 'who', title: t(words.who), width: 230 },
                { key: 'post', title: t(words.post), quiet: true },
                { key: 'kind', title: t(words.kind), width: 100 },
                { key: 'what', title: t(words.operation), heads: true },
                { key: 'object', title: t(words.object), width: 270, code: true, quiet: true },
              ]}
              rows={rows.map((row, index) => {
                const at = new Date(row.at)
                const before = rows[index - 1]
                const isNewDay = before === undefined || dateAt(new Date(before.at)) !== dateAt(at)
                return {
                  id: row.id,
                  href: `${trailPath}/${row.id}`,
                  selected: row.id === chosen,
                  ...(isNewDay && { group: { title: showFullDate(dateAt(at), language) } }),
                  ...(row.outcome === 'refused' && { tone: 'late' as const }),
                  at: `${showClock(at)}:${String(at.getUTCSeconds()).padStart(2, '0')}`,
                  who: row.erased ? (
                    <i>{t(words.erased)}</i>
                  ) : (
                    <PersonLine
                      name={row.account === 'nobody' ? t(words.nobody) : (row.actorName ?? row.account)}
                      size="small"
                    />
                  ),
                  post: [row.postTitle, row.unitName, row.onBehalf && t(words.onBehalf, { name: row.onBehalf })]
                    .filter(Boolean)
                    .join(' · '),
                  kind: <Kind kind={row.kind} outcome={row.outcome} />,
                  what: say(row.title, language),
                  object: objectsOf(row.objects),
                }
              })}
            />
          )}
        </Pane>
        <Pane label={t(words.sealed, { count: groupThousands(state.seal?.treeSize ?? 0) })} ground="ground">
          <TrailKeeping state={state} />
        </Pane>
      </Panes>
    </AdminPage>
  )
}

function Kind({ kind, outcome }: { readonly kind: 'read' | 'write'; readonly outcome: 'done' | 'refused' }) {
  const t = useSay()
  if (outcome === 'refused') {
    return (
      <StatusText tone="late" icon="ban">
        {t(words.refused)}
      </StatusText>
    )
  }
  return (
    <StatusText tone={kind === 'read' ? 'info' : 'paused'} icon={kind === 'read' ? 'eye' : 'pencil'}>
      {t(words[kind])}
    </StatusText>
  )
}

/** The first thing it was about, in short, and how many more. */
function objectsOf(objects: readonly { type: string; id: string }[]): string {
  const names = [
    ...new Set(objects.map((one) => `${one.type}:${one.id.length > 16 ? `…${one.id.slice(-12)}` : one.id}`)),
  ]
  return names.length > 1 ? `${names[0]} +${names.length - 1}` : (names[0] ?? '')
}
