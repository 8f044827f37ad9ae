import { dateAt } from '#values/plain-date.ts'
import { showDate } from '#values/show-time.ts'
import type { Words } from '#values/words.ts'
import { DataTable } from '#ui/office/DataTable.tsx'
import { useOffice, useSay } from './use-office.ts'

const words = {
  code: { vi: 'Mã', en: 'Code' },
  procedure: { vi: 'Thủ tục', en: 'Procedure' },
  received: { vi: 'Nhận', en: 'Received' },
  due: { vi: 'Hạn', en: 'Due' },
  finished: { vi: 'Xong', en: 'Done' },
} as const satisfies Record<string, Words>

interface Reported {
  readonly id: string
  readonly code: string
  readonly procedureName: string
  readonly receivedAt: Date
  readonly deadline: Date
  readonly finishedAt: Date | null
}

/** The dossiers behind a figure, each opened by its code. */
export function ReportedDossiers({ rows, caption }: { readonly rows: readonly Reported[]; readonly caption: string }) {
  const { language } = useOffice()
  const t = useSay()
  return (
    <DataTable
      language={language}
      caption={caption}
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
  )
}
