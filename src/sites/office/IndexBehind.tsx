import { dateAt } from '#values/plain-date.ts'
import { showDate } from '#values/show-time.ts'
import type { Words } from '#values/words.ts'
import type { Client } from '#engines/contract.ts'
import { DataTable } from '#ui/office/DataTable.tsx'
import { Block } from '#ui/office/Panes.tsx'
import { EmptyState } from '#ui/office/States.tsx'
import { useOffice, useSay } from './use-office.ts'

const words = {
  code: { vi: 'Mã', en: 'Code' },
  procedure: { vi: 'Thủ tục', en: 'Procedure' },
  says: { vi: 'Căn cứ', en: 'Judged by' },
  title: { vi: 'Nội dung', en: 'About' },
  asked: { vi: 'Gửi', en: 'Sent' },
  due: { vi: 'Hạn', en: 'Due' },
  answered: { vi: 'Trả lời', en: 'Answered' },
  only: { vi: 'Chỉ phản ánh, khiếu nại bạn được xem', en: 'Only what you may see' },
  noneSeen: { vi: 'Không có gì bạn được xem', en: 'None that you may see' },
  more: { vi: 'Xem tiếp', en: 'More' },
} as const satisfies Record<string, Words>

type Reporting = Client['reporting']
type Procedures = Awaited<ReturnType<Reporting['listIndexProcedures']>>
type Petitions = Awaited<ReturnType<Reporting['listIndexPetitions']>>

/** The procedures behind a figure, each opened by its code. */
export function BehindProcedures({ figure, procedures }: { readonly figure: string; readonly procedures: Procedures }) {
  const { language } = useOffice()
  const t = useSay()
  return (
    <Block title={figure}>
      <DataTable
        language={language}
        caption={figure}
        density="tight"
        columns={[
          { key: 'code', title: t(words.code), width: 110, code: true },
          { key: 'name', title: t(words.procedure), heads: true },
          { key: 'says', title: t(words.says), width: 360, quiet: true },
        ]}
        rows={procedures.map(({ code, name, says }, at) => ({
          id: `${code} ${at}`,
          href: `/thu-tuc/${encodeURIComponent(code)}`,
          code,
          name,
          says,
        }))}
      />
    </Block>
  )
}

interface BehindPetitionsProps {
  readonly figure: string
  readonly petitions: Petitions
  readonly pageAfter: (after: string) => string
}

/** The petitions behind a figure that one may see. */
export function BehindPetitions({ figure, petitions: { rows, next }, pageAfter }: BehindPetitionsProps) {
  const { language } = useOffice()
  const t = useSay()
  const day = (at: Date | null) => (at === null ? '' : showDate(dateAt(at)))
  return (
    <Block title={figure} note={t(words.only)}>
      {rows.length === 0 ? (
        <EmptyState title={t(words.noneSeen)} icon="message" tone="paused" />
      ) : (
        <DataTable
          language={language}
          caption={figure}
          columns={[
            { key: 'code', title: t(words.code), width: 150, code: true },
            { key: 'title', title: t(words.title), heads: true },
            { key: 'asked', title: t(words.asked), width: 100 },
            { key: 'due', title: t(words.due), width: 100 },
            { key: 'answered', title: t(words.answered), width: 100 },
          ]}
          rows={rows.map((row) => ({
            id: row.id,
            href: `/can-bo/hoi-dap/${row.id}`,
            code: row.code,
            title: row.title,
            asked: day(row.askedAt),
            due: day(row.due),
            answered: day(row.answeredAt),
          }))}
        />
      )}
      {next !== undefined && (
        <p>
          <a href={pageAfter(next)}>{t(words.more)}</a>
        </p>
      )}
    </Block>
  )
}
