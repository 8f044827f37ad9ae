import { useActionData, useLoaderData, type LoaderFunctionArgs, type MetaFunction } from 'react-router'
import { groupThousands } from '#values/money.ts'
import { showDate } from '#values/show-time.ts'
import { say, type Words } from '#values/words.ts'
import { DeadlineBadge, NoteBox, StatusText } from '#ui/office/Badge.tsx'
import { DataTable } from '#ui/office/DataTable.tsx'
import { LineList } from '#ui/office/Lines.tsx'
import { Block, PageHead, Pane, Panes } from '#ui/office/Panes.tsx'
import { EmptyState } from '#ui/office/States.tsx'
import { Tabs } from '#ui/office/Tabs.tsx'
import { sheetWords, staffingWords, textsInOrder } from '#engines/directory/contract.ts'
import { RefusedNote } from '../../office/RefusedNote.tsx'
import { staffPage } from '../../office/staff.ts'
import { titled } from '../../titled.ts'
import { AdminPage } from '../AdminPage.tsx'
import { useAdmin, useSay } from '../use-admin.ts'
import { adminWords } from '../words.ts'
import { actOnImport } from './act-on-import.ts'
import { ImportSteps } from './ImportSteps.tsx'
import { importWords, statusWords } from './words.ts'

const states = ['new', 'changed', 'same', 'aside'] as const
type State = (typeof states)[number]

const words = {
  lines: { vi: 'Các dòng của bảng', en: 'The lines' },
  kind: { vi: 'Về', en: 'About' },
  line: { vi: 'Dòng', en: 'Line' },
  does: { vi: 'Sẽ làm gì', en: 'What it does' },
  did: { vi: 'Đã làm gì', en: 'What it did' },
  why: { vi: 'Vì sao, sửa thế nào', en: 'Why, and what to do' },
  cells: { vi: 'Ghi trong bảng', en: 'As written' },
  none: { vi: 'Không có dòng nào', en: 'No lines' },
  more: { vi: 'Các dòng sau', en: 'More lines' },
  first: { vi: 'Về đầu', en: 'Back to the first' },
  do: { vi: 'Việc với bảng này', en: 'What can be done' },
  executeText: {
    vi: 'Ghi các dòng Mới và Thay đổi, tất cả hoặc không gì cả. Dòng cách ly để lại.',
    en: 'Writes what is new or changed, all of it or nothing. Lines set aside are left.',
  },
  nothing: { vi: 'Không có dòng nào để ghi', en: 'There is nothing to write' },
  discard: { vi: 'Bỏ bảng này', en: 'Drop it' },
  undoText: {
    vi: 'Lấy lại đúng những gì lần nhập này đã ghi. Không làm được nữa khi đã có việc dựa vào đó.',
    en: 'Takes away exactly what this import wrote. Not any more once something depends on it.',
  },
  download: { vi: 'Tải các dòng cách ly', en: 'Download the lines set aside' },
  downloadText: {
    vi: 'Bảng tính có thêm cột lý do. Sửa ngay trong đó rồi gửi lại.',
    en: 'A spreadsheet with a column of reasons. Mend it and send it again.',
  },
  unread: {
    vi: 'Trang “{sheet}” không đọc: thiếu cột {columns}',
    en: 'Sheet “{sheet}” was not read: it lacks {columns}',
  },
  accounts: {
    vi: 'Tài khoản mở theo bảng chưa có mật khẩu: cấp ở mục Tài khoản.',
    en: 'Accounts opened by it have no password yet: give one under Accounts.',
  },
  quotas: { vi: 'Biên chế tại {day}', en: 'Quotas on {day}' },
  quota: { vi: 'Biên chế', en: 'Quotas' },
  held: { vi: '{before} thành {after}, được giao {number}', en: '{before} become {after} of {number}' },
  beyond: { vi: 'Vượt {count}', en: '{count} too many' },
  quotaText: {
    vi: 'Vượt biên chế vẫn nhập được: trang chỉ báo trước.',
    en: 'What is beyond a quota is imported all the same: this only says so.',
  },
} as const satisfies Record<string, Words>

export async function loader(args: LoaderFunctionArgs) {
  const { client } = staffPage(args)
  const query = new URL(args.request.url).searchParams
  const id = args.params['id'] ?? ''
  const asked = states.find((one) => one === query.get('muc'))
  const from = Math.max(0, Number.parseInt(query.get('tu') ?? '0', 10) || 0)
  const view = await client.directory.getImport({ id, state: asked ?? 'new', from })
  // Opened without a choice, it shows what there is.
  const state = asked ?? states.find((one) => view.counts[one] > 0) ?? 'new'
  return state === (asked ?? 'new')
    ? { ...view, state, from }
    : { ...(await client.directory.getImport({ id, state, from })), state, from }
}

const place = '/quan-tri/to-chuc/nhap'

export const action = actOnImport(place, (directory) => ({
  execute: directory.executeImport,
  undo: directory.undoImport,
  discard: directory.discardImport,
}))

export const meta: MetaFunction<typeof loader> = ({ loaderData, matches }) =>
  titled(matches, loaderData?.fileName, importWords.title, adminWords.admin)

type View = Awaited<ReturnType<typeof loader>>

export default function OneImport() {
  const view = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const { language } = useAdmin()
  const t = useSay()
  const status = statusWords[view.status]
  const here = (state: State, from?: number) =>
    `${place}/${view.id}?${new URLSearchParams({ muc: state, ...(from !== undefined && { tu: String(from) }) })}`
  return (
    <AdminPage>
      <PageHead
        title={view.fileName}
        back={{ href: place, text: t(importWords.title) }}
        right={
          <DeadlineBadge tone={status.tone} icon={status.icon}>
            {t(status.words)}
          </DeadlineBadge>
        }
      />
      <Panes shape="side">
        <Pane
          label={t(words.lines)}
          head={
            <Tabs
              label={t(words.lines)}
              items={states.map((one) => ({
                href: here(one),
                text: t(importWords[one]),
                count: groupThousands(view.counts[one]),
                current: one === view.state,
              }))}
            />
          }
          still={view.lines.length === 0}
        >
          {view.lines.length === 0 ? (
            <EmptyState title={t(words.none)} icon="table" tone="paused" />
          ) : (
            <Lines view={view} />
          )}
          {(view.next !== null || view.from > 0) && (
            <Block>
              <p className="in-line">
                {view.from > 0 && <a href={here(view.state)}>{t(words.first)}</a>}
                {view.next !== null && <a href={here(view.state, view.next)}>{t(words.more)}</a>}
              </p>
            </Block>
          )}
        </Pane>
        <Pane label={t(words.do)} ground="ground">
          {failed && (
            <Block>
              <RefusedNote language={language} refused={failed.refused} />
            </Block>
          )}
          <Warnings view={view} />
          <ImportSteps
            view={view}
            place={place}
            object="import"
            say={words}
            doneNote={t(words.accounts)}
            asideNote={t(words.downloadText)}
          />
        </Pane>
      </Panes>
    </AdminPage>
  )
}

function Lines({ view }: { readonly view: View }) {
  const { language } = useAdmin()
  const t = useSay()
  const isAside = view.state === 'aside'
  return (
    <DataTable
      language={language}
      caption={t(words.lines)}
      sticky
      density="loose"
      columns={[
        { key: 'line', title: t(words.line), width: 64, number: true },
        { key: 'kind', title: t(words.kind), width: 90, quiet: true },
        { key: 'says', title: t(isAside ? words.why : view.status === 'draft' ? words.does : words.did), heads: true },
        ...(isAside ? [{ key: 'cells' as const, title: t(words.cells), quiet: true }] : []),
      ]}
      rows={view.lines.map((one) => ({
        id: String(one.number),
        line: one.line,
        kind: t(sheetWords[one.kind]),
        says: say(one.says, language),
        cells: textsInOrder(one.kind, one.cells ?? {}).join(' · '),
      }))}
    />
  )
}

/** What of quotas and sheets is to be known before it is carried out. */
function Warnings({ view }: { readonly view: View }) {
  const t = useSay()
  const [quota] = view.quotas
  return (
    <>
      {quota && (
        <Block title={t(words.quotas, { day: showDate(quota.on) })} small>
          <LineList
            label={t(words.quota)}
            lines={view.quotas.map(({ unitName, staffing, number, before, after }) => ({
              id: `${unitName} ${staffing}`,
              text: unitName,
              note: `${t(staffingWords[staffing])}: ${t(words.held, { before, after, number })}`,
              ...(after > number && {
                right: (
                  <StatusText tone="late" icon="alert-triangle">
                    {t(words.beyond, { count: after - number })}
                  </StatusText>
                ),
              }),
            }))}
          />
          <p className="quiet">{t(words.quotaText)}</p>
        </Block>
      )}
      {view.unread.length > 0 && (
        <Block>
          <NoteBox tone="soon" icon="alert-triangle">
            {view.unread.map(({ sheet, missing }) => (
              <p key={sheet}>{t(words.unread, { sheet, columns: missing.join(', ') })}</p>
            ))}
          </NoteBox>
        </Block>
      )}
    </>
  )
}
