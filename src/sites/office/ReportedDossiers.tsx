import { dateAt } from '#values/plain-date.ts'
import { showDate } from '#values/show-time.ts'
import type { Words } from '#values/words.ts'
import { DataTable } from '#ui/office/DataTable.tsx'
import { Block } from '#ui/office/Panes.tsx'
import { EmptyState } from '#ui/office/States.tsx'
import { useOffice, useSay } from './use-office.ts'

const words = {
  code: { vi: 'Mã', en: 'Code' },
  procedure: { vi: 'Thủ tục', en: 'Procedure' },
  received: { vi: 'Nhận', en: 'Received' },
  due: { vi: 'Hạn', en: 'Due' },
  finished: { vi: 'Xong', en: 'Done' },
  only: { vi: 'Chỉ hồ sơ bạn được xem', en: 'Only what you may see' },
  noneSeen: { vi: 'Không có hồ sơ nào bạn được xem', en: 'None that you may see' },
  more: { vi: 'Xem tiếp', en: 'More' },
} as const satisfies Record<string, Words>

interface Reported {
  readonly id: string
  readonly code: string
  readonly procedureName: string
  readonly receivedAt: Date
  readonly deadline: Date
  readonly finishedAt: Date | null
}

interface ReportedDossiersProps {
  /** What they are counted in. */
  readonly figure: string
  readonly dossiers: { readonly rows: readonly Reported[]; readonly next?: string | undefined }
  readonly pageAfter: (after: string) => string
}

/** The dossiers behind a figure that one may see, each opened by its code. */
export function ReportedDossiers({ figure, dossiers: { rows, next }, pageAfter }: ReportedDossiersProps) {
  const { language } = useOffice()
  const t = useSay()
  return (
    <Block title={figure} note={t(words.only)}>
      {rows.length === 0 ? (
        <EmptyState title={t(words.noneSeen)} icon="eye" tone="paused" />
      ) : (
        <DataTable
          language={language}
          caption={t(words.only)}
          inset
          density="tight"
          columns={[
            { key: 'code', title: t(words.code), width: 190, code: true, heads: true },
            { key: 'name', title: t(words.procedure) },
            { key: 'received', title: t(words.received), width: 100 },
            { key: 'due', title: t(words.due), width: 100 },
            { key: 'finished', title: t(words.finished), width: 100 },
          ]}
          rows={rows.map((one) => ({
            id: one.id,
            href: `/can-bo/ho-so/${one.id}`,
            code: one.code,
            name: one.procedureName,
            received: showDate(dateAt(one.receivedAt)),
            due: showDate(dateAt(one.deadline)),
            finished: one.finishedAt === null ? '–' : showDate(dateAt(one.finishedAt)),
          }))}
        />
      )}
      {next !== undefined && <a href={pageAfter(next)}>{t(words.more)}</a>}
    </Block>
  )
}
