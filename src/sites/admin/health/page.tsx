import { useLoaderData, type LoaderFunctionArgs, type MetaFunction } from 'react-router'
import { showInstant } from '#values/show-time.ts'
import type { Words } from '#values/words.ts'
import { DataTable } from '#ui/office/DataTable.tsx'
import { Block, PageHead, Pane, Panes } from '#ui/office/Panes.tsx'
import { EmptyState } from '#ui/office/States.tsx'
import { staffPage } from '../../office/staff.ts'
import { titled } from '../../titled.ts'
import { AdminPage } from '../AdminPage.tsx'
import { useAdmin, useSay } from '../use-admin.ts'
import { adminWords } from '../words.ts'
import { HealthFigures, Partners } from './figures.tsx'
import { Trouble } from './Trouble.tsx'

const words = {
  checked: {
    vi: 'Máy tự xem mỗi phút một lần; lần cuối {time}',
    en: 'Looked at every minute by itself; last {time}',
  },
  never: { vi: 'Chưa xem lần nào: việc nền chưa chạy', en: 'Never looked at: background work does not run yet' },
  unknown: { vi: 'Chưa biết hệ thống có khỏe không', en: 'Not known yet whether the platform is well' },
  good: { vi: 'Hệ thống khỏe', en: 'The platform is well' },
  watch: { vi: '{count} điều cần xem', en: '{count} things need a look' },
  urgent: { vi: '{count} điều cần xử lý ngay', en: '{count} things to act on now' },
  now: { vi: 'Xử lý ngay', en: 'Act now' },
  nowText: { vi: 'người dùng đang bị ảnh hưởng', en: 'people are hindered' },
  today: { vi: 'Xử lý trong hôm nay', en: 'Act today' },
  todayText: { vi: 'sắp ảnh hưởng, hoặc dữ liệu chưa được bảo vệ', en: 'soon they are, or something is unguarded' },
  soon: { vi: 'Chuẩn bị', en: 'Plan' },
  soonText: { vi: 'còn thời gian', en: 'there is time' },
  none: { vi: 'Không có sự cố nào', en: 'Nothing is wrong' },
  noneText: {
    vi: 'Đĩa, sao lưu, chứng thư, đồng hồ, hàng việc và các đối tác đều bình thường.',
    en: 'Disk, backup, certificate, clock, queues and partners are well.',
  },
  ended: { vi: 'Đã hết trong 30 ngày qua', en: 'Over, within 30 days' },
  noneEnded: { vi: 'Chưa có sự cố nào trong 30 ngày qua.', en: 'Nothing within 30 days.' },
  what: { vi: 'Sự cố', en: 'Trouble' },
  from: { vi: 'Từ', en: 'From' },
  until: { vi: 'Đến', en: 'Until' },
  all: { vi: 'Cách xử lý mọi sự cố', en: 'All runbooks' },
} as const satisfies Record<string, Words>

const groups = [
  { gravity: 'now', title: words.now, note: words.nowText },
  { gravity: 'today', title: words.today, note: words.todayText },
  { gravity: 'soon', title: words.soon, note: words.soonText },
] as const

export async function loader(args: LoaderFunctionArgs) {
  const { client } = staffPage(args)
  const [health, state] = await Promise.all([client.operations.viewHealth({}), client.operations.viewState({})])
  return { health, disk: state.disk }
}

export const meta: MetaFunction = ({ matches }) => titled(matches, adminWords.health, adminWords.admin)

export default function Health() {
  const { health, disk } = useLoaderData<typeof loader>()
  const { troubles, ended, checkedAt, figures } = health
  const { language } = useAdmin()
  const t = useSay()
  const urgent = troubles.filter(({ gravity }) => gravity === 'now').length
  const title =
    urgent > 0
      ? t(words.urgent, { count: urgent })
      : troubles.length > 0
        ? t(words.watch, { count: troubles.length })
        : // Nobody is told that all is well before anybody has looked.
          t(checkedAt === null ? words.unknown : words.good)
  return (
    <AdminPage>
      <PageHead
        size="large"
        title={title}
        text={checkedAt === null ? t(words.never) : t(words.checked, { time: showInstant(checkedAt, language) })}
        right={<a href="/quan-tri/su-co">{t(words.all)}</a>}
      />
      <Panes shape="side">
        <Pane label={t(adminWords.health)} still>
          {troubles.length === 0 && checkedAt !== null && <EmptyState title={t(words.none)} text={t(words.noneText)} />}
          {groups.map(({ gravity, title: name, note }) => {
            const those = troubles.filter((one) => one.gravity === gravity)
            return (
              those.length > 0 && (
                <Block key={gravity} title={t(name)} count={those.length} note={t(note)}>
                  {those.map((one) => (
                    <Trouble key={`${one.code} ${one.subject}`} trouble={one} />
                  ))}
                </Block>
              )
            )
          })}
          <Block title={t(words.ended)} count={ended.length}>
            {ended.length === 0 ? (
              <p className="quiet">{t(words.noneEnded)}</p>
            ) : (
              <DataTable
                language={language}
                caption={t(words.ended)}
                inset
                columns={[
                  { key: 'what', title: t(words.what), heads: true },
                  { key: 'from', title: t(words.from), width: 190 },
                  { key: 'until', title: t(words.until), width: 190 },
                ]}
                rows={ended.map((one) => ({
                  id: `${one.code} ${one.subject} ${one.endedAt.toISOString()}`,
                  what: t(one.what),
                  from: showInstant(one.since, language),
                  until: showInstant(one.endedAt, language),
                }))}
              />
            )}
          </Block>
        </Pane>
        <Pane label={t(adminWords.state)} ground="ground">
          {figures !== null && <HealthFigures figures={figures} version={health.version} disk={disk} />}
          {figures !== null && <Partners partners={figures.partners} ended={ended} troubles={troubles} />}
        </Pane>
      </Panes>
    </AdminPage>
  )
}
