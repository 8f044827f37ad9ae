import { useLoaderData, type LoaderFunctionArgs, type MetaFunction } from 'react-router'
import { showDate } from '#values/show-time.ts'
import { dateAt } from '#values/plain-date.ts'
import type { Words } from '#values/words.ts'
import { kindWords, petitionKinds } from '#engines/petitions/contract.ts'
import { StatusText } from '#ui/office/Badge.tsx'
import { Act } from '#ui/office/Button.tsx'
import { DataTable, ListFoot } from '#ui/office/DataTable.tsx'
import { PageHead, Pane, Panes } from '#ui/office/Panes.tsx'
import { EmptyState } from '#ui/office/States.tsx'
import { FilterChips } from '#ui/office/Tabs.tsx'
import { titled } from '../../titled.ts'
import { DueBadge } from '../DueBadge.tsx'
import { OfficePage } from '../OfficePage.tsx'
import { staffPage } from '../staff.ts'
import { useOffice, useSay } from '../use-office.ts'
import { officeWords } from '../words.ts'
import { petitionWords as shared, stateTones, stateWords } from './words.ts'

const words = {
  lead: {
    vi: '{open} việc đang chờ, {late} quá hạn. Mỗi loại chỉ người có quyền với loại ấy thấy.',
    en: '{open} wait, {late} late. Of each kind you see what you have the right to.',
  },
  open: { vi: 'Đang chờ', en: 'Open' },
  done: { vi: 'Đã xong', en: 'Done' },
  all: { vi: 'Mọi loại', en: 'All kinds' },
  filters: { vi: 'Lọc', en: 'Filters' },
  code: { vi: 'Mã', en: 'Code' },
  title: { vi: 'Nội dung', en: 'Subject' },
  kind: { vi: 'Loại', en: 'Kind' },
  unit: { vi: 'Đang ở', en: 'With' },
  asked: { vi: 'Gửi ngày', en: 'Sent' },
  state: { vi: 'Tình trạng', en: 'State' },
  due: { vi: 'Hạn', en: 'Due' },
  proposed: { vi: 'Chờ duyệt trả lời', en: 'Answer to approve' },
  toPublish: { vi: 'Chờ đăng', en: 'To publish' },
  rows: { vi: '{count} dòng', en: '{count} rows' },
  none: { vi: 'Không có việc nào', en: 'Nothing here' },
  noneText: {
    vi: 'Câu hỏi, phản ánh, đơn thư hiện ở đây khi giao cho đơn vị của bạn.',
    en: 'What is given to your unit shows here.',
  },
} as const satisfies Record<string, Words>

const pageSize = 50

export async function loader(args: LoaderFunctionArgs) {
  const page = staffPage(args)
  const query = new URL(args.request.url).searchParams
  const tab = query.get('xem') === 'xong' ? ('done' as const) : ('open' as const)
  const kind = petitionKinds.find((one) => one === query.get('loai'))
  const after = query.get('sau') ?? undefined
  const [found, counts] = await Promise.all([
    page.client.petitions.listPetitions({ tab, kind, after, limit: pageSize }),
    page.client.petitions.countPetitions({}),
  ])
  return { tab, kind, after, found, counts }
}

export const meta: MetaFunction = ({ matches }) => titled(matches, officeWords.petitions, officeWords.brand)

export default function Petitions() {
  const { tab, kind, after, found, counts } = useLoaderData<typeof loader>()
  const { language, now, me } = useOffice()
  const t = useSay()
  const href = (to: { tab?: 'open' | 'done'; kind?: string | undefined; after?: string }) => {
    const query = new URLSearchParams()
    if ((to.tab ?? tab) === 'done') query.set('xem', 'xong')
    const shown = 'kind' in to ? to.kind : kind
    if (shown !== undefined) query.set('loai', shown)
    if (to.after !== undefined) query.set('sau', to.after)
    return `/can-bo/hoi-dap${query.size > 0 ? `?${query}` : ''}`
  }
  return (
    <OfficePage>
      <PageHead
        title={t(officeWords.petitions)}
        text={t(words.lead, counts)}
        right={
          me.permissions.includes('petition.enter') && (
            <Act icon="phone" text={t(shared.enter)} href="/can-bo/hoi-dap/dien-thoai" />
          )
        }
      />
      <Panes shape="one">
        <Pane
          label={t(officeWords.petitions)}
          head={
            <FilterChips
              label={t(words.filters)}
              bar
              chips={[
                { text: t(words.open), count: counts.open, on: tab === 'open', href: href({ tab: 'open' }) },
                { text: t(words.done), on: tab === 'done', href: href({ tab: 'done' }) },
                { text: t(words.all), on: kind === undefined, href: href({ kind: undefined }) },
                ...petitionKinds.map((one) => ({
                  text: t(kindWords[one]),
                  on: kind === one,
                  href: href({ kind: one }),
                })),
              ]}
            />
          }
          foot={
            (after ?? found.next) && (
              <ListFoot
                language={language}
                text={t(words.rows, { count: found.rows.length })}
                newerHref={after && href({})}
                olderHref={found.next && href({ after: found.next })}
              />
            )
          }
        >
          {found.rows.length === 0 ? (
            <EmptyState icon="message" tone="paused" title={t(words.none)} text={t(words.noneText)} />
          ) : (
            <DataTable
              language={language}
              caption={t(officeWords.petitions)}
              columns={[
                { key: 'code', title: t(words.code), width: 150, code: true },
                { key: 'title', title: t(words.title), heads: true },
                { key: 'kind', title: t(words.kind), width: 150 },
                { key: 'unit', title: t(words.unit), width: 220, quiet: true },
                { key: 'asked', title: t(words.asked), width: 100, quiet: true },
                { key: 'state', title: t(words.state), width: 160 },
                { key: 'due', title: t(words.due), width: 130 },
              ]}
              rows={found.rows.map((row) => ({
                id: row.id,
                href: `/can-bo/hoi-dap/${row.id}`,
                code: row.code,
                title: row.title,
                kind: t(row.isSecond ? shared.second : kindWords[row.kind]),
                unit: row.unitName,
                asked: showDate(dateAt(row.askedAt)),
                state: <State row={row} />,
                due: row.due && row.left && (
                  <DueBadge
                    language={language}
                    due={row.due}
                    left={row.left}
                    now={now}
                    status={row.status === 'waiting-sender' ? 'waiting-applicant' : undefined}
                  />
                ),
              }))}
            />
          )}
        </Pane>
      </Panes>
    </OfficePage>
  )
}

type Row = Awaited<ReturnType<typeof loader>>['found']['rows'][number]

function State({ row }: { readonly row: Row }) {
  const t = useSay()
  if (row.isProposed) return <StatusText tone="waiting">{t(words.proposed)}</StatusText>
  if (row.status === 'answered' && row.due !== null) return <StatusText tone="soon">{t(words.toPublish)}</StatusText>
  return <StatusText tone={stateTones[row.status]}>{t(stateWords[row.status])}</StatusText>
}
