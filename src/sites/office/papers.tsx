import { useLoaderData, type LoaderFunctionArgs, type MetaFunction } from 'react-router'
import { showInstant } from '#values/show-time.ts'
import { say, type Words } from '#values/words.ts'
import { StatusText } from '#ui/office/Badge.tsx'
import { Act } from '#ui/office/Button.tsx'
import { DataTable, ListFoot, Marked } from '#ui/office/DataTable.tsx'
import { TextField } from '#ui/office/Fields.tsx'
import { Pane, Panes, Toolbar } from '#ui/office/Panes.tsx'
import { EmptyState } from '#ui/office/States.tsx'
import { titled } from '../titled.ts'
import { markFound } from './mark-found.ts'
import { OfficePage } from './OfficePage.tsx'
import { staffPage } from './staff.ts'
import { useOffice, useSay } from './use-office.ts'
import { officeWords } from './words.ts'

const words = {
  title: { vi: 'Tìm trong giấy tờ', en: 'Search in papers' },
  find: { vi: 'Chữ trong giấy tờ đã gửi', en: 'Words in papers that were sent' },
  toneless: { vi: 'không dấu cũng được', en: 'tone marks optional' },
  go: { vi: 'Tìm', en: 'Search' },
  code: { vi: 'Hồ sơ', en: 'Dossier' },
  applicant: { vi: 'Người nộp', en: 'Applicant' },
  paper: { vi: 'Giấy tờ', en: 'Paper' },
  piece: { vi: 'Chỗ tìm thấy', en: 'Where it stands' },
  at: { vi: 'Gửi lúc', en: 'Sent' },
  recognised: { vi: 'máy đọc từ ảnh, có thể sai chữ', en: 'read by machine, letters may be wrong' },
  rows: { vi: '{count} dòng', en: '{count} rows' },
  only: { vi: 'Chỉ gồm hồ sơ bạn được xem', en: 'Only dossiers that you may see' },
  start: { vi: 'Gõ vài chữ nhớ được trong giấy tờ', en: 'Type some words you remember' },
  startText: {
    vi: 'Số giấy, tên người, tên đường. Cụm chữ liền nhau thì đặt trong ngoặc kép. Giấy tờ mới gửi được đọc trong ít phút, nếu máy chủ có chương trình đọc.',
    en: 'Numbers, names, streets; words beside each other between quotation marks. New papers are read within minutes, where the server has a reader.',
  },
  none: { vi: 'Không thấy “{text}” trong giấy tờ bạn được xem', en: 'No paper you may see says “{text}”' },
  noneText: {
    vi: 'Thử ít chữ hơn: ảnh mờ thì máy đọc sai vài chữ.',
    en: 'Try fewer words: blurred pictures are misread.',
  },
} as const satisfies Record<string, Words>

const hrefOf = (text: string, after?: string): string =>
  `/can-bo/giay-to?${new URLSearchParams({ tim: text, ...(after !== undefined && { sau: after }) })}`

export async function loader(args: LoaderFunctionArgs) {
  const page = staffPage(args)
  const query = new URL(args.request.url).searchParams
  const text = (query.get('tim') ?? '').trim().slice(0, 100)
  const after = query.get('sau') ?? undefined
  const found = text.length < 2 ? { rows: [] } : await page.client.services.searchPapers({ text, after })
  return { text, isFirst: after === undefined, rows: found.rows, next: 'next' in found ? found.next : undefined }
}

export const meta: MetaFunction = ({ matches }) => titled(matches, words.title, officeWords.brand)

export default function Papers() {
  const { text, rows, next, isFirst } = useLoaderData<typeof loader>()
  const { language } = useOffice()
  const t = useSay()
  return (
    <OfficePage>
      <Toolbar title={t(words.title)} titleUnseen>
        <form method="get" action="/can-bo/giay-to" role="search" className="list-search">
          <TextField
            key={text}
            name="tim"
            type="search"
            label={t(words.find)}
            labelUnseen
            placeholder={t(words.find)}
            value={text}
            icon="search"
            after={t(words.toneless)}
          />
          <Act text={t(words.go)} />
        </form>
      </Toolbar>
      <Panes shape="one">
        <Pane
          label={t(words.title)}
          foot={
            rows.length === 0 ? undefined : (
              <ListFoot
                language={language}
                text={t(words.rows, { count: rows.length })}
                left={<span className="quiet">{t(words.only)}</span>}
                newerHref={isFirst ? undefined : hrefOf(text)}
                olderHref={next && hrefOf(text, next)}
              />
            )
          }
        >
          {rows.length === 0 ? (
            <EmptyState
              icon="search"
              tone="paused"
              title={text.length < 2 ? t(words.start) : t(words.none, { text })}
              text={t(text.length < 2 ? words.startText : words.noneText)}
            />
          ) : (
            <DataTable
              language={language}
              caption={t(words.title)}
              sticky
              density="loose"
              columns={[
                { key: 'code', title: t(words.code), heads: true, width: 190, code: true },
                { key: 'applicant', title: t(words.applicant), width: 200, strong: true },
                { key: 'paper', title: t(words.paper), width: 240 },
                { key: 'piece', title: t(words.piece) },
                { key: 'at', title: t(words.at), width: 170, quiet: true },
              ]}
              rows={rows.map((row) => ({
                id: row.id,
                href: `/can-bo/ho-so/${row.dossierId}`,
                code: row.code,
                applicant: row.applicantName,
                paper: row.paperName === null ? row.fileName : say(row.paperName, language),
                piece: (
                  <>
                    …<Marked pieces={markFound(row.piece, text)} />…
                    {row.how === 'ocr' && (
                      <>
                        <br />
                        <StatusText tone="paused" icon="scan">
                          {t(words.recognised)}
                        </StatusText>
                      </>
                    )}
                  </>
                ),
                at: showInstant(row.addedAt, language),
              }))}
            />
          )}
        </Pane>
      </Panes>
    </OfficePage>
  )
}
