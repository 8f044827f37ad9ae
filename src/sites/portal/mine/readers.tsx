import { useLoaderData, type LoaderFunctionArgs, type MetaFunction } from 'react-router'
import { dateAt } from '#values/plain-date.ts'
import { say, type Words } from '#values/words.ts'
import { showClock, showDate } from '#values/show-time.ts'
import { PageTitle } from '#ui/portal/Columns.tsx'
import { DataTable, Pager } from '#ui/portal/DataTable.tsx'
import { EmptyState } from '#ui/portal/Cards.tsx'
import type { Client } from '#engines/contract.ts'
import { mustBe, pageOf } from '../../client.ts'
import { MinePage } from './MinePage.tsx'
import { titled } from '../title.tsx'

type Reading = Awaited<ReturnType<Client['audit']['readsOfMyData']>>['rows'][number]

export async function loader(args: LoaderFunctionArgs) {
  const page = pageOf(args)
  mustBe(page, 'citizen', args.url)
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
            ? 'Mỗi lần cán bộ mở hồ sơ của ông/bà, hệ thống ghi lại; không ai xóa hay sửa được. Nhiều lần liền nhau thì gộp một dòng, có ghi số lần.'
            : 'Each time an official opens your dossier it is written down; nobody can remove or change it. Times in a row stand in one line, with their number.'
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
            { key: 'what', title: vi ? 'Làm gì' : 'What', tight: true },
            { key: 'why', title: vi ? 'Để làm gì' : 'Why' },
          ]}
          rows={foldRepeated(reads.rows).map(({ row, count }, index) => ({
            id: String(index),
            at: `${showDate(dateAt(new Date(row.at)))} ${showClock(new Date(row.at))}`,
            who: row.byMe ? (vi ? 'Chính tôi' : 'Myself') : [row.who, row.unit].filter(Boolean).join(', '),
            what: `${say(whatOf(row), language)}${count > 1 ? ` (${count}×)` : ''}`,
            why: row.purpose ?? <Why row={row} vi={vi} />,
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

const whatOf = ({ kind, byMe }: Reading): Words =>
  kind === 'read'
    ? { vi: 'Xem hồ sơ', en: 'Read' }
    : byMe
      ? { vi: 'Tự làm', en: 'Done by myself' }
      : { vi: 'Xử lý hồ sơ', en: 'Worked on' }

/** The same person at the same thing on one day, one time after the other: one line, of the last time. One's own are told apart by kind only. */
function foldRepeated(rows: readonly Reading[]): { readonly row: Reading; readonly count: number }[] {
  const same = (row: Reading) =>
    [
      dateAt(new Date(row.at)),
      row.who,
      row.unit,
      row.kind,
      row.purpose,
      ...row.objects.map((one) => (row.byMe ? one.type : one.id)),
    ].join(' ')
  const folded: { row: Reading; count: number }[] = []
  for (const row of rows) {
    const last = folded.at(-1)
    if (last && same(last.row) === same(row)) last.count++
    else folded.push({ row, count: 1 })
  }
  return folded
}

/** The dossier for which it was read; before there is one, the application that is written alone or with others. */
function Why({ row, vi }: { readonly row: Reading; readonly vi: boolean }) {
  const dossier = row.objects.find((one) => one.type === 'dossier')
  if (dossier)
    return (
      <a href={`/trang-cua-toi/ho-so/${dossier.id}`}>
        {row.byMe ? (vi ? 'Hồ sơ của tôi' : 'My dossier') : vi ? 'Giải quyết hồ sơ' : 'Handling a dossier'}
      </a>
    )
  if (!row.objects.some((one) => one.type === 'draft')) return '–'
  if (row.byMe) return vi ? 'Viết đơn' : 'Writing an application'
  return vi ? 'Cùng nộp hồ sơ' : 'Filing together'
}
