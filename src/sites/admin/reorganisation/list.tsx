import { useLoaderData, type LoaderFunctionArgs, type MetaFunction } from 'react-router'
import { dateAt } from '#values/plain-date.ts'
import { showDate } from '#values/show-time.ts'
import { groupThousands } from '#values/money.ts'
import type { Words } from '#values/words.ts'
import { StatusText } from '#ui/office/Badge.tsx'
import { Act } from '#ui/office/Button.tsx'
import { DataTable } from '#ui/office/DataTable.tsx'
import { PageHead, Pane, Panes } from '#ui/office/Panes.tsx'
import { EmptyState } from '#ui/office/States.tsx'
import { staffPage } from '../../office/staff.ts'
import { titled } from '../../titled.ts'
import { AdminPage } from '../AdminPage.tsx'
import { useAdmin, useSay } from '../use-admin.ts'
import { adminWords } from '../words.ts'
import { reorganisationWords, stateOf, stateWords } from './words.ts'

const words = {
  lead: {
    vi: 'Nhập, chia, đổi tên, chuyển đơn vị; chuyển thẩm quyền. Xem trước, hẹn ngày, hoàn tác được',
    en: 'Merge, split, rename, move; transfer competence. Previewed, scheduled, taken back',
  },
  state: { vi: 'Tình trạng', en: 'State' },
  moved: { vi: 'Đã chuyển', en: 'Moved' },
  none: { vi: 'Chưa có đợt sắp xếp nào', en: 'No reorganisation yet' },
  noneText: {
    vi: 'Lập phương án trước; xem nó đụng tới những gì rồi mới hẹn ngày thực hiện.',
    en: 'Make a plan first; see what it touches before you schedule it.',
  },
} as const satisfies Record<string, Words>

export async function loader(args: LoaderFunctionArgs) {
  const { client } = staffPage(args)
  return { today: dateAt(new Date()), rows: await client.directory.listReorganizations({}) }
}

export const meta: MetaFunction = ({ matches }) => titled(matches, adminWords.reorganisations, adminWords.admin)

export default function Reorganisations() {
  const { today, rows } = useLoaderData<typeof loader>()
  const { language } = useAdmin()
  const t = useSay()
  const make = <Act kind="primary" icon="plus" text={t(reorganisationWords.make)} href="/quan-tri/sap-xep/moi" />
  return (
    <AdminPage>
      <PageHead title={t(adminWords.reorganisations)} text={t(words.lead)} right={rows.length > 0 ? make : undefined} />
      <Panes shape="one">
        <Pane label={t(adminWords.reorganisations)} still={rows.length === 0}>
          {rows.length === 0 ? (
            <EmptyState
              title={t(words.none)}
              icon="arrows-exchange"
              tone="paused"
              text={t(words.noneText)}
              actions={make}
            />
          ) : (
            <DataTable
              language={language}
              caption={t(adminWords.reorganisations)}
              sticky
              density="loose"
              columns={[
                { key: 'title', title: t(reorganisationWords.title), heads: true },
                { key: 'document', title: t(reorganisationWords.document), width: 300, quiet: true },
                { key: 'day', title: t(reorganisationWords.day), width: 120 },
                { key: 'state', title: t(words.state), width: 210 },
                { key: 'moved', title: t(words.moved), width: 100, number: true },
              ]}
              rows={rows.map((row) => {
                const state = stateWords[stateOf(row, today)]
                return {
                  id: row.id,
                  href: `/quan-tri/sap-xep/${row.id}`,
                  title: row.title,
                  document: row.document,
                  day: showDate(row.effectiveOn),
                  state: (
                    <StatusText tone={state.tone} icon={state.icon}>
                      {t(state.words)}
                    </StatusText>
                  ),
                  moved: groupThousands(row.moved),
                }
              })}
            />
          )}
        </Pane>
      </Panes>
    </AdminPage>
  )
}
