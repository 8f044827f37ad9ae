import { useLoaderData, type LoaderFunctionArgs, type MetaFunction } from 'react-router'
import { showInstant } from '#values/show-time.ts'
import { fill, say, type Words } from '#values/words.ts'
import { PageTitle, Section } from '#ui/portal/Columns.tsx'
import { DataTable } from '#ui/portal/DataTable.tsx'
import { LinkList } from '#ui/portal/SearchBox.tsx'
import { pageOf } from '../client.ts'
import { PortalPage } from './PortalPage.tsx'
import { titled } from './title.tsx'

const words = {
  title: { vi: 'Dữ liệu mở', en: 'Open data' },
  lead: {
    vi: 'Số liệu ai cũng tải được, đếm từ từng hồ sơ, cập nhật mỗi phút, không có dữ liệu cá nhân.',
    en: 'Figures for everybody, counted from dossiers, each minute anew, without personal data.',
  },
  counted: { vi: 'Cập nhật gần nhất: {at}.', en: 'Last counted: {at}.' },
  terms: { vi: 'Điều kiện sử dụng', en: 'Terms' },
  asks: {
    vi: 'Tham số trên địa chỉ: {asks}. Không ghi gì là tháng này, cả tỉnh.',
    en: 'In the address: {asks}. Without any: this month, the province.',
  },
  columns: { vi: 'Các cột của «{title}»', en: 'Columns of “{title}”' },
  key: { vi: 'Tên trong JSON', en: 'In JSON' },
  head: { vi: 'Cột trong CSV', en: 'In CSV' },
  means: { vi: 'Nghĩa', en: 'What it means' },
  json: { vi: 'Tải JSON', en: 'JSON' },
  csv: { vi: 'Tải CSV', en: 'CSV' },
  use: {
    vi: 'Mỗi câu trả lời giữ lại dùng được một phút. Một mạng hỏi quá 1.200 lần một giờ thì phải chờ vài giây. Ô bắt đầu bằng = + - @ trong CSV có dấu nháy phía trước, để bảng tính không chạy thành công thức. Tên trường JSON không đổi; thêm trường thì ghi ở đây.',
    en: 'Each answer may be kept for a minute. Beyond 1,200 questions an hour a network waits some seconds. Cells that begin with = + - @ bear a quote mark, so that no spreadsheet runs them. Names of JSON fields stay; new ones are told here.',
  },
  catalogue: { vi: 'Danh mục này dạng JSON', en: 'This catalogue as JSON' },
  describe: { vi: 'Mô tả giao diện lập trình', en: 'Description of the API' },
} as const satisfies Record<string, Words>

export async function loader(args: LoaderFunctionArgs) {
  const { client, language } = pageOf(args)
  return { language, catalogue: await client.reporting.getOpenData({}) }
}

export const meta: MetaFunction = ({ matches }) => titled(matches, words.title)

export default function OpenData() {
  const { language, catalogue } = useLoaderData<typeof loader>()
  const t = (one: Words, values: Record<string, string | number> = {}) => say(fill(one, values), language)
  const { terms, countedAt, datasets } = catalogue
  return (
    <PortalPage>
      <PageTitle title={t(words.title)} lead={t(words.lead)} />
      {datasets.map(({ id, title, text, json, csv, asks, columns }) => (
        <Section key={id} id={id} title={title}>
          <p>{text}</p>
          <p className="quiet">{t(words.asks, { asks })}</p>
          <LinkList
            links={[...(csv === null ? [] : [{ href: csv, text: t(words.csv) }]), { href: json, text: t(words.json) }]}
          />
          <DataTable
            caption={t(words.columns, { title })}
            columns={[
              { key: 'key', title: t(words.key), tight: true },
              { key: 'head', title: t(words.head), heads: true },
              { key: 'means', title: t(words.means) },
            ]}
            rows={columns.map(({ key, head, means }, at) => ({
              id: String(at),
              key: key === null ? '–' : <code>{key}</code>,
              head: head ?? '–',
              means,
            }))}
          />
        </Section>
      ))}
      <Section title={t(words.terms)}>
        <p>{terms}</p>
        <p>{t(words.use)}</p>
        {countedAt !== null && <p>{t(words.counted, { at: showInstant(countedAt, language) })}</p>}
        <LinkList
          links={[
            { href: '/api/reporting/open-data', text: t(words.catalogue) },
            { href: '/lap-trinh', text: t(words.describe) },
          ]}
        />
      </Section>
    </PortalPage>
  )
}
