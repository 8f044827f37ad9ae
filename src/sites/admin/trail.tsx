import { useLoaderData, type LoaderFunctionArgs, type MetaFunction } from 'react-router'
import { addDays, dateAt, instantOf, isPlainDate } from '#values/plain-date.ts'
import { groupThousands } from '#values/money.ts'
import { showClock, showFullDate } from '#values/show-time.ts'
import { say, type Words } from '#values/words.ts'
import { PersonLine } from '#ui/office/Avatar.tsx'
import { DeadlineBadge, StatusText } from '#ui/office/Badge.tsx'
import { Act } from '#ui/office/Button.tsx'
import { DataTable, ListFoot } from '#ui/office/DataTable.tsx'
import { SelectField, TextField } from '#ui/office/Fields.tsx'
import { PageHead, Pane, Panes } from '#ui/office/Panes.tsx'
import { EmptyState } from '#ui/office/States.tsx'
import { staffPage } from '../office/staff.ts'
import { AdminPage } from './AdminPage.tsx'
import { titleOfOperation, titles } from './operation-titles.ts'
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
  account: { vi: 'Tài khoản', en: 'Account' },
  operation: { vi: 'Việc gì', en: 'What was done' },
  any: { vi: 'Mọi việc', en: 'Anything' },
  to: { vi: 'Đến ngày', en: 'To' },
  at: { vi: 'Lúc', en: 'At' },
  who: { vi: 'Ai', en: 'Who' },
  kind: { vi: 'Loại', en: 'Kind' },
  read: { vi: 'Đọc', en: 'Read' },
  write: { vi: 'Ghi', en: 'Write' },
  refused: { vi: 'Từ chối', en: 'Refused' },
  post: { vi: 'Vị trí', en: 'Post' },
  onBehalf: { vi: 'thay {name}', en: 'for {name}' },
  erased: { vi: 'đã xóa theo luật', en: 'erased by law' },
  none: { vi: 'Không có dòng nào khớp', en: 'No entry fits' },
  noneText: { vi: 'Bỏ bớt điều kiện, hoặc nới khoảng ngày.', en: 'Drop a condition, or widen the dates.' },
  rows: { vi: '{count} dòng, mới nhất trước', en: '{count} entries, newest first' },
  wrongObject: {
    vi: 'Ghi loại và mã, cách nhau bằng dấu hai chấm: dossier:0199…',
    en: 'Type and id with a colon: dossier:0199…',
  },
} as const satisfies Record<string, Words>

export async function loader(args: LoaderFunctionArgs) {
  const page = staffPage(args)
  const { audit } = page.client
  const query = new URL(args.request.url).searchParams
  const text = (name: string) => (query.get(name) ?? '').trim()
  const filters = {
    object: text('doi-tuong').slice(0, 200),
    account: text('tai-khoan').slice(0, 100),
    operation: text('viec').slice(0, 100),
    from: text('tu'),
    to: text('den'),
  }
  const isWrong = filters.object !== '' && !/^[^:]+:.+$/.test(filters.object)
  const [found, state] = await Promise.all([
    audit.searchEntries({
      ...(filters.object !== '' && !isWrong && { object: filters.object }),
      ...(filters.account !== '' && { account: filters.account }),
      ...(filters.operation !== '' && { operation: filters.operation }),
      ...(isPlainDate(filters.from) && { from: instantOf(filters.from).toISOString() }),
      ...(isPlainDate(filters.to) && { to: instantOf(addDays(filters.to, 1)).toISOString() }),
      after: query.get('sau') ?? undefined,
      limit: 100,
    }),
    audit.getTrailState({}),
  ])
  return {
    filters,
    isWrong,
    isFirst: !query.has('sau'),
    next: found.next,
    sealed: state.seal?.treeSize ?? 0,
    rows: found.rows.map((row) => ({ ...row, title: titleOfOperation(row.operation) })),
    operations: [...titles()].map(([value, title]) => ({ value, title })),
  }
}

export const meta: MetaFunction = ({ matches }) => titled(matches, adminWords.trail, adminWords.admin)

export default function Trail() {
  const { filters, isWrong, isFirst, next, sealed, rows, operations } = useLoaderData<typeof loader>()
  const { language } = useAdmin()
  const t = useSay()
  const asked = new URLSearchParams(
    Object.entries({
      'doi-tuong': filters.object,
      'tai-khoan': filters.account,
      viec: filters.operation,
      tu: filters.from,
      den: filters.to,
    }).filter(([, value]) => value !== ''),
  )
  const first = `/quan-tri/nhat-ky?${asked}`
  return (
    <AdminPage rail>
      <PageHead
        title={t(words.title)}
        text={t(words.lead)}
        right={
          <DeadlineBadge tone="good" icon="link">
            {t(words.sealed, { count: groupThousands(sealed) })}
          </DeadlineBadge>
        }
      />
      <Panes shape="one">
        <Pane
          label={t(words.title)}
          head={
            <div className="block">
              <form method="get" action="/quan-tri/nhat-ky" role="search" className="filter-line" key={String(asked)}>
                <TextField
                  name="doi-tuong"
                  label={t(words.object)}
                  value={filters.object}
                  placeholder={t(words.objectHint)}
                  error={isWrong ? t(words.wrongObject) : undefined}
                  code
                />
                <TextField name="tai-khoan" label={t(words.account)} value={filters.account} code />
                <SelectField
                  name="viec"
                  label={t(words.operation)}
                  value={filters.operation}
                  options={[
                    { value: '', text: t(words.any) },
                    ...operations.map((one) => ({ value: one.value, text: say(one.title, language) })),
                  ]}
                />
                <TextField name="tu" type="date" label={t(adminWords.from)} value={filters.from} />
                <TextField name="den" type="date" label={t(words.to)} value={filters.to} />
                <Act icon="filter" text={t(adminWords.search)} />
              </form>
            </div>
          }
          foot={
            <ListFoot
              language={language}
              text={t(words.rows, { count: rows.length })}
              newerHref={isFirst ? undefined : first}
              olderHref={next && `${first}&sau=${encodeURIComponent(next)}`}
            />
          }
        >
          {rows.length === 0 ? (
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
                  href: `/quan-tri/nhat-ky/${row.id}`,
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
