import {
  redirect,
  useActionData,
  useLoaderData,
  useNavigation,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from 'react-router'
import { groupThousands } from '#values/money.ts'
import { showDate, showInstant } from '#values/show-time.ts'
import { say, type Words } from '#values/words.ts'
import { DeadlineBadge, NoteBox, StatusText } from '#ui/office/Badge.tsx'
import { Act } from '#ui/office/Button.tsx'
import { DataTable } from '#ui/office/DataTable.tsx'
import { LineList } from '#ui/office/Lines.tsx'
import { Block, PageHead, Pane, Panes } from '#ui/office/Panes.tsx'
import { FactRows } from '#ui/office/Preview.tsx'
import { EmptyState } from '#ui/office/States.tsx'
import { Tabs } from '#ui/office/Tabs.tsx'
import { sheetWords, staffingWords, textsInOrder } from '#engines/directory/contract.ts'
import { textOf } from '../../form-text.ts'
import { RefusedNote } from '../../office/RefusedNote.tsx'
import { refusedAnswer, staffPage } from '../../office/staff.ts'
import { titled } from '../../titled.ts'
import { AdminPage } from '../AdminPage.tsx'
import { PlanButton } from '../reorganisation/PlanForm.tsx'
import { useAdmin, useMay, useSay } from '../use-admin.ts'
import { adminWords } from '../words.ts'
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
  execute: { vi: 'Thực hiện', en: 'Carry out' },
  executeText: {
    vi: 'Ghi các dòng Mới và Thay đổi, tất cả hoặc không gì cả. Dòng cách ly để lại.',
    en: 'Writes what is new or changed, all of it or nothing. Lines set aside are left.',
  },
  nothing: { vi: 'Không có dòng nào để ghi', en: 'There is nothing to write' },
  discard: { vi: 'Bỏ bảng này', en: 'Drop it' },
  undo: { vi: 'Hoàn tác', en: 'Take back' },
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
  by: { vi: 'Người gửi', en: 'Sent by' },
  at: { vi: 'Gửi lúc', en: 'Sent' },
  doneAt: { vi: 'Thực hiện lúc', en: 'Carried out' },
  undoneAt: { vi: 'Hoàn tác lúc', en: 'Taken back' },
  trail: { vi: 'Xem trong nhật ký', en: 'See it in the audit trail' },
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

export async function action(args: ActionFunctionArgs) {
  const page = staffPage(args)
  const { directory } = page.client
  const form = await args.request.formData()
  const id = args.params['id'] ?? ''
  const what = textOf(form, 'viec')
  try {
    if (what === 'thuc-hien') await directory.executeImport({ id, seen: textOf(form, 'da-xem') })
    else if (what === 'hoan-tac') await directory.undoImport({ id })
    else await directory.discardImport({ id })
  } catch (error) {
    return refusedAnswer(error, page, form)
  }
  return redirect(what === 'bo' ? '/quan-tri/to-chuc/nhap' : `/quan-tri/to-chuc/nhap/${id}`)
}

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
    `/quan-tri/to-chuc/nhap/${view.id}?${new URLSearchParams({ muc: state, ...(from !== undefined && { tu: String(from) }) })}`
  return (
    <AdminPage>
      <PageHead
        title={view.fileName}
        back={{ href: '/quan-tri/to-chuc/nhap', text: t(importWords.title) }}
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
          <Doing view={view} />
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

/** Where it stands, and the next lawful step. */
function Doing({ view }: { readonly view: View }) {
  const { language } = useAdmin()
  const t = useSay()
  const mayRead = useMay('audit.read')
  const { state } = useNavigation()
  const isBusy = state === 'submitting'
  const [quota] = view.quotas
  const writes = view.counts.new + view.counts.changed
  const times = [
    [words.at, view.createdAt],
    [words.doneAt, view.doneAt],
    [words.undoneAt, view.undoneAt],
  ] as const
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
      <Block>
        {view.status === 'draft' && (
          <div className="standing">
            <PlanButton what="thuc-hien" fields={{ 'da-xem': view.seen }}>
              <Act
                kind="primary"
                icon="check"
                wide
                text={t(words.execute)}
                {...((isBusy || writes === 0) && { refused: isBusy ? '…' : t(words.nothing) })}
              />
            </PlanButton>
            <p className="quiet">{t(words.executeText)}</p>
            <PlanButton what="bo" fields={{}}>
              <Act icon="trash" wide text={t(words.discard)} {...(isBusy && { refused: '…' })} />
            </PlanButton>
          </div>
        )}
        {view.status === 'done' && (
          <div className="standing">
            <p className="quiet">{t(words.accounts)}</p>
            <PlanButton what="hoan-tac" fields={{}}>
              <Act icon="arrow-back-up" wide text={t(words.undo)} {...(isBusy && { refused: '…' })} />
            </PlanButton>
            <p className="quiet">{t(words.undoText)}</p>
          </div>
        )}
      </Block>
      {view.counts.aside > 0 && (
        <Block title={t(importWords.aside)} count={groupThousands(view.counts.aside)} small>
          <div className="standing">
            <Act icon="download" wide text={t(words.download)} href={`/quan-tri/to-chuc/nhap/${view.id}/cach-ly`} />
            <p className="quiet">{t(words.downloadText)}</p>
          </div>
        </Block>
      )}
      <Block>
        <FactRows
          rows={[
            { term: t(words.by), value: view.createdByName },
            ...times.flatMap(([term, at]) =>
              at === null ? [] : [{ term: t(term), value: showInstant(at, language) }],
            ),
          ]}
        />
        {mayRead && <a href={`/quan-tri/nhat-ky?doi-tuong=import:${view.id}`}>{t(words.trail)}</a>}
      </Block>
    </>
  )
}
