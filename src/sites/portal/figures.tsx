import { useLoaderData, type LoaderFunctionArgs, type MetaFunction } from 'react-router'
import { groupThousands } from '#values/money.ts'
import { showShare } from '#values/show-share.ts'
import { addDays, dateAt, firstOfMonth, isPlainDate } from '#values/plain-date.ts'
import { showDate, showInstant } from '#values/show-time.ts'
import { fill, say, type Words } from '#values/words.ts'
import { BarFigures, FigureStrip } from '#ui/portal/BarFigures.tsx'
import { PageTitle, Section } from '#ui/portal/Columns.tsx'
import { DataTable } from '#ui/portal/DataTable.tsx'
import { FilterForm } from '#ui/portal/SideNav.tsx'
import { pageOf } from '../client.ts'
import { PortalPage } from './PortalPage.tsx'
import { titled } from './title.tsx'
import { portalWords } from './words.ts'

const words = {
  title: { vi: 'Số liệu giải quyết thủ tục', en: 'How procedures are handled' },
  lead: {
    vi: 'Đếm từ từng hồ sơ, từ {from} đến {to}, lúc {at}. Không ai gõ tay.',
    en: 'Counted from the dossiers, {from} to {to}, at {at}.',
  },
  period: { vi: 'Thời gian', en: 'Period' },
  by: { vi: 'Xem theo', en: 'By' },
  show: { vi: 'Xem', en: 'Show' },
  month: { vi: 'Tháng này', en: 'This month' },
  quarter: { vi: '90 ngày qua', en: 'Last 90 days' },
  year: { vi: '365 ngày qua', en: 'Last 365 days' },
  unit: { vi: 'Cơ quan', en: 'Agency' },
  procedure: { vi: 'Thủ tục', en: 'Procedure' },
  field: { vi: 'Lĩnh vực', en: 'Field' },
  carried: { vi: 'Kỳ trước chuyển sang', en: 'Carried over' },
  received: { vi: 'Tiếp nhận trong kỳ', en: 'Received in the period' },
  online: { vi: 'Nộp trên mạng', en: 'Online' },
  helped: { vi: 'Nộp trên mạng ({count} có cán bộ hỗ trợ)', en: 'Online ({count} with help)' },
  finished: { vi: 'Đã giải quyết', en: 'Handled' },
  onTime: { vi: 'Giải quyết đúng hạn', en: 'Handled on time' },
  late: { vi: 'Giải quyết quá hạn', en: 'Handled late' },
  stopped: { vi: 'Rút, dừng giữa chừng', en: 'Withdrawn or stopped' },
  inProgress: { vi: 'Đang giải quyết', en: 'In progress' },
  inProgressLate: { vi: 'Đang giải quyết, đã quá hạn', en: 'In progress, overdue' },
  howTitle: { vi: 'Đếm thế nào', en: 'What is counted' },
  how: {
    vi: 'Tiếp nhận là bộ phận một cửa đã nhận; hồ sơ mới gửi, hay bị từ chối khi tiếp nhận, không tính. Đã giải quyết là đã chấp thuận hoặc từ chối, có văn bản trả lời. Chuyển sang + tiếp nhận = đã giải quyết + rút, dừng + đang giải quyết.',
    en: 'Received: taken in by a counter; what is only sent, or rejected there, is not counted. Handled: granted or refused in writing. Carried over + received = handled + withdrawn or stopped + in progress.',
  },
  formSix: { vi: 'Xem theo mẫu 06, tải dữ liệu mở', en: 'By form 06, with open data' },
  once: { vi: 'Không phải nộp lại, khai lại', en: 'Not asked for twice' },
  index: { vi: 'Bộ chỉ số phục vụ người dân, doanh nghiệp', en: 'Index of serving citizens and enterprises' },
  open: { vi: 'Dữ liệu mở: danh mục, nghĩa từng cột', en: 'Open data: catalogue and columns' },
  satisfied: { vi: 'Hài lòng', en: 'Satisfied' },
  few: { vi: 'ít lượt', en: 'few' },
  all: { vi: 'Bảng số liệu', en: 'Table' },
  someLate: { vi: '{count} quá hạn', en: '{count} late' },
  noneLate: { vi: 'không quá hạn', en: 'none late' },
  level: { vi: 'Cấp', en: 'Level' },
  levels: {
    all: { vi: 'Cả ba cấp', en: 'All three levels' },
    province: { vi: 'Sở, ban, ngành', en: 'Departments' },
    district: { vi: 'Huyện, thành phố', en: 'Districts' },
    commune: { vi: 'Xã, phường, thị trấn', en: 'Communes' },
  },
}

/** In the order in which they add up. */
const columns = [
  'carried',
  'received',
  'online',
  'finished',
  'onTime',
  'late',
  'stopped',
  'inProgress',
  'inProgressLate',
] as const

const levels = ['all', 'province', 'district', 'commune'] as const
const periods = { month: 0, quarter: 90, year: 365 } as const

export async function loader(args: LoaderFunctionArgs) {
  const { client, language } = pageOf(args)
  const query = new URL(args.request.url).searchParams
  const by = (['unit', 'procedure', 'field'] as const).find((one) => one === query.get('theo')) ?? 'unit'
  const period = (['month', 'quarter', 'year'] as const).find((one) => one === query.get('ky')) ?? 'month'
  // All units of three levels are a list that nobody reads: it begins with the departments.
  const level = levels.find((one) => one === query.get('cap')) ?? (by === 'unit' ? 'province' : 'all')
  const today = dateAt(new Date())
  const from = period === 'month' ? firstOfMonth(today) : addDays(today, -periods[period])
  const figures = await client.services.getFigures({
    by,
    level: level === 'all' ? undefined : level,
    ...(isPlainDate(from) ? { from } : {}),
  })
  return { language, by, period, level, figures }
}

export const meta: MetaFunction = ({ matches }) => titled(matches, words.title)

export default function Figures() {
  const { language, by, period, level, figures } = useLoaderData<typeof loader>()
  const t = (one: Words, values: Record<string, string | number> = {}) => say(fill(one, values), language)
  const { total, rows, from, to, at } = figures
  const top = rows
    .filter((row) => row.finished > 0)
    .toSorted((one, other) => other.finished - one.finished)
    .slice(0, 12)
  return (
    <PortalPage>
      <PageTitle
        title={t(words.title)}
        lead={t(words.lead, { from: showDate(from), to: showDate(to), at: showInstant(at, language) })}
      />
      <FilterForm
        submit={t(words.show)}
        selects={[
          {
            name: 'ky',
            label: t(words.period),
            value: period,
            options: (['month', 'quarter', 'year'] as const).map((value) => ({ value, text: t(words[value]) })),
          },
          {
            name: 'theo',
            label: t(words.by),
            value: by,
            options: (['unit', 'procedure', 'field'] as const).map((value) => ({ value, text: t(words[value]) })),
          },
          {
            name: 'cap',
            label: t(words.level),
            value: level,
            options: levels.map((value) => ({ value, text: t(words.levels[value]) })),
          },
        ]}
      />
      <FigureStrip
        look="ruled"
        figures={[
          { value: groupThousands(total.received), text: t(words.received) },
          {
            value: showShare(total.online, total.received),
            text: total.assisted === 0 ? t(words.online) : t(words.helped, { count: groupThousands(total.assisted) }),
          },
          { value: groupThousands(total.finished), text: t(words.finished) },
          { value: showShare(total.onTime, total.finished), text: t(words.onTime) },
          { value: groupThousands(total.inProgressLate), text: t(words.inProgressLate) },
          { value: showShare(total.satisfied, total.shown), text: t(words.satisfied) },
        ]}
      />
      {top.length > 0 && (
        <BarFigures
          caption={t(words.finished)}
          columns={{ name: t(words[by]), bar: t(words.finished), end: t(words.onTime) }}
          legend={{ whole: t(words.finished), part: t(words.late) }}
          rows={top.map((row) => ({
            name: t(row.name),
            value: row.finished,
            part: row.late,
            valueText: groupThousands(row.finished),
            partText: row.late > 0 ? t(words.someLate, { count: groupThousands(row.late) }) : t(words.noneLate),
            end: showShare(row.onTime, row.finished),
          }))}
        />
      )}
      <DataTable
        caption={t(words.all)}
        columns={[
          { key: 'name', title: t(words[by]), heads: true },
          ...columns.map((key) => ({ key, title: t(words[key]), number: true })),
          { key: 'satisfied', title: t(words.satisfied), number: true },
        ]}
        rows={rows.map((row) => ({
          id: row.id,
          name: t(row.name),
          carried: groupThousands(row.carried),
          received: groupThousands(row.received),
          online: showShare(row.online, row.received),
          finished: groupThousands(row.finished),
          onTime: groupThousands(row.onTime),
          late: groupThousands(row.late),
          stopped: groupThousands(row.stopped),
          inProgress: groupThousands(row.inProgress),
          inProgressLate: groupThousands(row.inProgressLate),
          satisfied: row.shown === 0 ? t(words.few) : showShare(row.satisfied, row.shown),
        }))}
      />
      <Section title={t(words.howTitle)} link={{ href: '/hai-long', text: t(portalWords.satisfaction) }}>
        <p>{t(words.how)}</p>
        <p>
          <a href="/so-lieu/mau-06">{t(words.formSix)}</a>
        </p>
        <p>
          <a href="/so-lieu/bo-chi-so">{t(words.index)}</a>
        </p>
        <p>
          <a href="/so-lieu/mot-lan">{t(words.once)}</a>
        </p>
        <p>
          <a href="/so-lieu/du-lieu-mo">{t(words.open)}</a>
        </p>
      </Section>
    </PortalPage>
  )
}
