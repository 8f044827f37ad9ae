import { useLoaderData, useNavigate, type LoaderFunctionArgs, type MetaFunction } from 'react-router'
import { useEffect, useState } from 'react'
import { dateAt } from '#values/plain-date.ts'
import { showDate } from '#values/show-time.ts'
import type { Words } from '#values/words.ts'
import { hintOf, moveHint } from '#ui/keymap.ts'
import { StatusText } from '#ui/office/Badge.tsx'
import { Act } from '#ui/office/Button.tsx'
import { DataTable, ListFoot, Marked } from '#ui/office/DataTable.tsx'
import { TextField } from '#ui/office/Fields.tsx'
import { Pane, Panes, Toolbar } from '#ui/office/Panes.tsx'
import { EmptyState } from '#ui/office/States.tsx'
import { Tabs } from '#ui/office/Tabs.tsx'
import { DueBadge } from './DueBadge.tsx'
import { markFound } from './mark-found.ts'
import { OfficePage } from './OfficePage.tsx'
import { staffPage } from './staff.ts'
import { useOffice, useSay } from './use-office.ts'
import { officeWords } from './words.ts'
import { titled } from '../titled.ts'

const words = {
  find: { vi: 'Mã hồ sơ, tên người nộp, tổ chức', en: 'Code, applicant, organisation' },
  toneless: { vi: 'không dấu cũng được', en: 'tone marks optional' },
  go: { vi: 'Tìm', en: 'Search' },
  views: { vi: 'Cách xem', en: 'Views' },
  open: { vi: 'Đang giải quyết', en: 'Open' },
  all: { vi: 'Tất cả', en: 'All' },
  late: { vi: '{count} quá hạn', en: '{count} late' },
  soon: { vi: '{count} đến hạn trong 1 ngày', en: '{count} due within a day' },
  export: { vi: 'Kết xuất CSV', en: 'Export CSV' },
  code: { vi: 'Mã', en: 'Code' },
  procedure: { vi: 'Thủ tục', en: 'Procedure' },
  applicant: { vi: 'Người nộp', en: 'Applicant' },
  where: { vi: 'Đang ở', en: 'Where' },
  filed: { vi: 'Ngày nộp', en: 'Filed' },
  state: { vi: 'Tình trạng', en: 'State' },
  rows: { vi: '{count} dòng', en: '{count} rows' },
  only: { vi: 'Chỉ gồm hồ sơ bạn được xem', en: 'Only dossiers that you may see' },
  none: { vi: 'Không có hồ sơ nào đang giải quyết', en: 'No open dossiers' },
  noneText: {
    vi: 'Hồ sơ hiện ở đây khi đơn vị của bạn nhận, giải quyết hoặc được hỏi ý kiến.',
    en: 'Dossiers appear when your unit takes part in them.',
  },
  notFound: { vi: 'Không thấy “{text}” trong các hồ sơ bạn được xem', en: 'Nothing found for “{text}”' },
  notFoundText: {
    vi: 'Thử bớt từ, hoặc tìm cả hồ sơ đã xong.',
    en: 'Try fewer words, or look among finished dossiers, too.',
  },
  inPapers: { vi: 'Tìm trong giấy tờ', en: 'Search in papers' },
  clear: { vi: 'Xóa lọc', en: 'Clear' },
} as const satisfies Record<string, Words>

const pageSize = 60

interface ListPlace {
  readonly view: 'open' | 'all'
  readonly text?: string | undefined
  readonly procedure?: string | undefined
  readonly after?: string | undefined
}

function listHref({ view, text, procedure, after }: ListPlace): string {
  const query = new URLSearchParams()
  if (view === 'all') query.set('xem', 'tat-ca')
  else if (text) query.set('xem', 'dang')
  if (text) query.set('tim', text)
  if (procedure) query.set('thu-tuc', procedure)
  if (after) query.set('sau', after)
  const said = query.toString()
  return `/can-bo/ho-so${said === '' ? '' : `?${said}`}`
}

export async function loader(args: LoaderFunctionArgs) {
  const page = staffPage(args)
  const query = new URL(args.request.url).searchParams
  const text = query.get('tim')?.trim().slice(0, 100) || undefined
  // From the search on top of every screen nothing says which view: then everything is searched.
  const place: ListPlace = {
    view: query.get('xem') === 'tat-ca' || (text !== undefined && !query.has('xem')) ? 'all' : 'open',
    text,
    procedure: query.get('thu-tuc') || undefined,
    after: query.get('sau') || undefined,
  }
  const [list, counts] = await Promise.all([
    page.client.services.listDossiers({ ...place, limit: pageSize }),
    page.client.services.countDossiers({}),
  ])
  return { place, list, counts, now: new Date() }
}

export const meta: MetaFunction = ({ matches }) => titled(matches, officeWords.dossiers, officeWords.brand)

export default function Dossiers() {
  const { place, list, counts, now } = useLoaderData<typeof loader>()
  const { language } = useOffice()
  const t = useSay()
  const navigate = useNavigate()
  const rows = list.rows
  // A row is chosen by its id: on another page of the list nothing is chosen.
  const [chosen, setChosen] = useState<string>()
  const at = rows.findIndex((row) => row.id === chosen)
  const move = (step: number) => () => setChosen(rows[Math.max(0, Math.min(rows.length - 1, at + step))]?.id)
  useEffect(() => {
    if (chosen !== undefined) document.getElementById(chosen)?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  const older = list.next && listHref({ ...place, after: list.next })
  const newer = place.after && listHref({ ...place, after: undefined })
  const marked = (text: string) => (place.text ? <Marked pieces={markFound(text, place.text)} /> : text)
  return (
    <OfficePage
      hints={[hintOf('search', language), moveHint(language), hintOf('open', language)]}
      keys={{
        next: move(1),
        previous: move(-1),
        open: () => void (rows[at] && navigate(`/can-bo/ho-so/${rows[at].id}`)),
        earlier: () => void (newer && navigate(newer)),
        onward: () => void (older && navigate(older)),
        extra: { pagedown: () => void (older && navigate(older)), pageup: () => void (newer && navigate(newer)) },
      }}
    >
      <Toolbar
        title={t(officeWords.dossiers)}
        titleUnseen
        right={<Act icon="download" text={t(words.export)} href={`/api/services/dossiers/export?view=${place.view}`} />}
      >
        <form method="get" action="/can-bo/ho-so" role="search" className="list-search">
          {place.procedure && <input type="hidden" name="thu-tuc" value={place.procedure} />}
          <input type="hidden" name="xem" value={place.view === 'all' ? 'tat-ca' : 'dang'} />
          <TextField
            key={place.text}
            name="tim"
            type="search"
            label={t(words.find)}
            labelUnseen
            placeholder={t(words.find)}
            value={place.text}
            icon="search"
            after={t(words.toneless)}
          />
          <Act text={t(words.go)} />
        </form>
        {(place.text || place.procedure) && (
          <Act kind="link" text={t(words.clear)} href={listHref({ view: place.view })} />
        )}
        <Act
          kind="link"
          text={t(words.inPapers)}
          href={place.text ? `/can-bo/giay-to?tim=${encodeURIComponent(place.text)}` : '/can-bo/giay-to'}
        />
      </Toolbar>
      <Tabs
        label={t(words.views)}
        items={(['open', 'all'] as const).map((view) => ({
          href: listHref({ ...place, view, after: undefined }),
          text: t(words[view]),
          count: view === 'open' ? `${counts.open}${counts.isCapped ? '+' : ''}` : undefined,
          current: view === place.view,
        }))}
        right={
          <>
            <StatusText tone={counts.late > 0 ? 'late' : 'good'}>{t(words.late, { count: counts.late })}</StatusText>{' '}
            <StatusText tone={counts.dueSoon > 0 ? 'soon' : 'good'}>
              {t(words.soon, { count: counts.dueSoon })}
            </StatusText>
          </>
        }
      />
      <Panes shape="one">
        <Pane
          label={t(officeWords.dossiers)}
          foot={
            rows.length === 0 ? undefined : (
              <ListFoot
                language={language}
                text={t(words.rows, { count: rows.length })}
                left={<span className="quiet">{t(words.only)}</span>}
                newerHref={newer}
                olderHref={older}
              />
            )
          }
        >
          {rows.length === 0 ? (
            place.text || place.procedure ? (
              <EmptyState
                icon="search"
                tone="paused"
                title={t(words.notFound, { text: place.text ?? place.procedure ?? '' })}
                text={t(words.notFoundText)}
                actions={
                  place.view === 'open' ? (
                    <Act
                      icon="search"
                      text={t(words.all)}
                      href={listHref({ ...place, view: 'all', after: undefined })}
                    />
                  ) : (
                    <>
                      <Act text={t(words.clear)} href={listHref({ view: 'open' })} />
                      {place.text && (
                        <Act
                          icon="eye"
                          text={t(officeWords.askToRead)}
                          href={`/can-bo/xin-xem?ma=${encodeURIComponent(place.text)}`}
                        />
                      )}
                    </>
                  )
                }
              />
            ) : (
              <EmptyState title={t(words.none)} text={t(words.noneText)} />
            )
          ) : (
            <DataTable
              language={language}
              caption={t(officeWords.dossiers)}
              sticky
              columns={[
                { key: 'code', title: t(words.code), width: 178, heads: true, code: true },
                { key: 'procedure', title: t(words.procedure) },
                { key: 'applicant', title: t(words.applicant), strong: true },
                { key: 'where', title: t(words.where), quiet: true },
                {
                  key: 'filed',
                  title: t(words.filed),
                  width: 96,
                  sort: place.view === 'all' ? { href: listHref(place), now: 'down' } : undefined,
                },
                {
                  key: 'state',
                  title: t(words.state),
                  width: 150,
                  sort: place.view === 'open' ? { href: listHref(place), now: 'up' } : undefined,
                },
              ]}
              rows={rows.map((row, index) => ({
                id: row.id,
                href: `/can-bo/ho-so/${row.id}`,
                selected: index === at,
                code: marked(row.code),
                procedure: marked(row.procedureName),
                applicant: marked(row.enterpriseName ?? row.applicantName),
                where: row.stepName ? `${t(row.stepName)} · ${row.unitName}` : row.unitName,
                filed: showDate(dateAt(row.filedAt)),
                state: (
                  <DueBadge
                    due={row.deadline}
                    left={row.left}
                    now={now}
                    language={language}
                    status={row.status}
                    outcome={row.outcome}
                    finishedAt={row.finishedAt}
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
