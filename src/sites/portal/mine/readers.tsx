import { useLoaderData, type LoaderFunctionArgs, type MetaFunction } from 'react-router'
import { dateAt } from '#values/plain-date.ts'
import { showClock, showDate } from '#values/show-time.ts'
import { PageTitle } from '#ui/portal/Columns.tsx'
import { DataTable, Pager } from '#ui/portal/DataTable.tsx'
import { EmptyState } from '#ui/portal/Cards.tsx'
import { mustBe, pageOf } from '../../client.ts'
import { MinePage } from './MinePage.tsx'
import { titled } from '../title.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const page = pageOf(args)
  mustBe(page, 'citizen', args.request)
  const after = new URL(args.request.url).searchParams.get('sau') ?? undefined
  return { language: page.language, reads: await page.client.audit.readsOfMyData({ after, limit: 50 }) }
}

export const meta: MetaFunction = ({ matches }) =>
  titled(matches, { vi: 'Ai đã xem dữ liệu của tôi', en: 'Who read my data' })

export default function Readers() {
  const { language, reads } = useLoaderData<typeof loader>()
  const vi = language === 'vi'
  return (
    <MinePage language={language} tab="readers">
      <PageTitle
        title={vi ? 'Ai đã xem dữ liệu của tôi' : 'Who read my data'}
        lead={
          vi
            ? 'Mỗi lần cán bộ mở hồ sơ của ông/bà, hệ thống ghi một dòng; không ai xóa hay sửa được.'
            : 'Each time an official opens your dossier one line is written; nobody can remove or change it.'
        }
      />
      {reads.rows.length === 0 ? (
        <EmptyState title={vi ? 'Chưa ai xem' : 'Nobody yet'}>
          {vi ? 'Khi có người xem, dòng đầu tiên sẽ ở đây.' : 'The first line will stand here.'}
        </EmptyState>
      ) : (
        <DataTable
          caption={vi ? 'Các lần xem' : 'Readings'}
          captionUnseen
          columns={[
            { key: 'at', title: vi ? 'Lúc' : 'When', tight: true },
            { key: 'who', title: vi ? 'Ai' : 'Who', heads: true },
            { key: 'what', title: vi ? 'Làm gì' : 'What' },
            { key: 'why', title: vi ? 'Để làm gì' : 'Why' },
          ]}
          rows={reads.rows.map((row, index) => ({
            id: String(index),
            at: `${showDate(dateAt(new Date(row.at)))} ${showClock(new Date(row.at))}`,
            who: row.byMe ? (vi ? 'Chính tôi' : 'Myself') : [row.who, row.unit].filter(Boolean).join(', '),
            what: row.kind === 'read' ? (vi ? 'Xem hồ sơ' : 'Read') : vi ? 'Xử lý hồ sơ' : 'Worked on',
            why: row.purpose ?? (
              <DossierLink
                object={row.objects.find((one) => one.type === 'dossier')}
                text={vi ? 'Giải quyết hồ sơ' : 'Handling a dossier'}
              />
            ),
          }))}
        />
      )}
      {reads.next && (
        <Pager
          label={vi ? 'Các lần xem' : 'Readings'}
          older={{ href: `?sau=${encodeURIComponent(reads.next)}`, text: vi ? 'Cũ hơn' : 'Older' }}
        />
      )}
    </MinePage>
  )
}

/** The dossier for which it was read. */
const DossierLink = ({ object, text }: { object: { id: string } | undefined; text: string }) =>
  object === undefined ? null : <a href={`/trang-cua-toi/ho-so/${object.id}`}>{text}</a>
