import { useLoaderData, type LoaderFunctionArgs, type MetaFunction } from 'react-router'
import { showDate } from '#values/show-time.ts'
import type { Words } from '#values/words.ts'
import { StatusText } from '#ui/office/Badge.tsx'
import { Act } from '#ui/office/Button.tsx'
import { DataTable } from '#ui/office/DataTable.tsx'
import { TextField } from '#ui/office/Fields.tsx'
import { LineList } from '#ui/office/Lines.tsx'
import { Block, PageHead, Pane, Panes } from '#ui/office/Panes.tsx'
import { EmptyState } from '#ui/office/States.tsx'
import { staffPage } from '../../office/staff.ts'
import { titled } from '../../titled.ts'
import { AdminPage } from '../AdminPage.tsx'
import { useAdmin, useSay } from '../use-admin.ts'
import { adminWords } from '../words.ts'
import { statusWords, transferWords } from './words.ts'

const words = {
  lead: {
    vi: 'Một quyết định, một lần ghi: quyền, hộp việc, quyền ký và tài khoản tự đổi lúc 00:00 ngày hiệu lực.',
    en: 'One decision, written once: rights, inbox, signing and account change at 00:00 of its day.',
  },
  state: { vi: 'Tình trạng', en: 'State' },
  none: { vi: 'Chưa có quyết định nào', en: 'No decision yet' },
  noneText: { vi: 'Tìm cán bộ để bắt đầu.', en: 'Find the official to begin.' },
  new: { vi: 'Quyết định mới', en: 'New decision' },
  find: { vi: 'Tìm cán bộ: tên, chức danh, đơn vị', en: 'Find an official: name, title, unit' },
  nobody: { vi: 'Không thấy ai. Thử từ khác.', en: 'Nobody found. Try other words.' },
} as const satisfies Record<string, Words>

export async function loader(args: LoaderFunctionArgs) {
  const { client } = staffPage(args)
  const text = (new URL(args.request.url).searchParams.get('nguoi') ?? '').trim().slice(0, 100)
  const [transfers, posts] = await Promise.all([
    client.directory.listTransfers({}),
    text === '' ? [] : client.directory.findPeople({ text, limit: 20 }),
  ])
  const people = new Map(
    posts.flatMap(({ personId, ...post }) => (personId === null ? [] : [[personId, { ...post, personId }] as const])),
  )
  return { transfers, text, people: [...people.values()] }
}

export const meta: MetaFunction = ({ matches }) => titled(matches, adminWords.transfers, adminWords.admin)

export default function Transfers() {
  const { transfers, text, people } = useLoaderData<typeof loader>()
  const { language } = useAdmin()
  const t = useSay()
  return (
    <AdminPage>
      <PageHead title={t(adminWords.transfers)} text={t(words.lead)} />
      <Panes shape="side">
        <Pane label={t(adminWords.transfers)} still={transfers.length === 0}>
          {transfers.length === 0 ? (
            <EmptyState title={t(words.none)} icon="arrows-exchange" tone="paused" text={t(words.noneText)} />
          ) : (
            <DataTable
              language={language}
              caption={t(adminWords.transfers)}
              sticky
              density="loose"
              columns={[
                { key: 'official', title: t(transferWords.official), heads: true },
                { key: 'document', title: t(transferWords.document), quiet: true },
                { key: 'day', title: t(transferWords.effectiveOn), width: 150 },
                { key: 'state', title: t(words.state), width: 190 },
              ]}
              rows={transfers.map((one) => {
                const state = statusWords[one.status]
                return {
                  id: one.id,
                  href: `/quan-tri/dieu-dong/${one.id}`,
                  official: one.personName,
                  document: one.document,
                  day: showDate(one.effectiveOn),
                  state: (
                    <StatusText tone={state.tone} icon={state.icon}>
                      {t(state.words)}
                    </StatusText>
                  ),
                }
              })}
            />
          )}
        </Pane>
        <Pane label={t(words.new)} ground="ground">
          <Block title={t(words.new)} small>
            <form method="get" action="/quan-tri/dieu-dong" role="search" className="search-line" key={text}>
              <TextField name="nguoi" type="search" label={t(words.find)} value={text} />
              <Act text={t(adminWords.search)} />
            </form>
            {text !== '' && people.length === 0 && <p className="quiet">{t(words.nobody)}</p>}
            <LineList
              label={t(words.new)}
              lines={people.map((one) => ({
                id: one.personId,
                href: `/quan-tri/can-bo/${one.personId}`,
                text: one.personName,
                note: `${one.title}, ${one.unitName}`,
              }))}
            />
          </Block>
        </Pane>
      </Panes>
    </AdminPage>
  )
}
