import type { Client } from '#engines/contract.ts'
import { showInstant } from '#values/show-time.ts'
import type { Words } from '#values/words.ts'
import { DataTable } from '#ui/office/DataTable.tsx'
import { Block } from '#ui/office/Panes.tsx'
import { useOffice, useSay } from './use-office.ts'

type Reading = Awaited<ReturnType<Client['audit']['readsOfMyData']>>['rows'][number]

const words = {
  title: { vi: 'Ai đã hỏi quyền của bạn, xem thay bạn', en: 'Who asked about your rights or looked as you' },
  text: { vi: 'Lý do nằm trong tin nhắn gửi bạn lúc đó.', en: 'The reason is in the message you were sent.' },
  at: { vi: 'Lúc', en: 'At' },
  who: { vi: 'Ai', en: 'Who' },
  what: { vi: 'Làm gì', en: 'What' },
} as const satisfies Record<string, Words>

/** What the trail says of others who touched the reader's own account, posts and rights, the latest first. */
export function WhoLookedAtMe({ rows }: { readonly rows: readonly (Reading & { readonly title: Words })[] }) {
  const { language } = useOffice()
  const t = useSay()
  if (rows.length === 0) return null
  return (
    <Block title={t(words.title)} note={t(words.text)}>
      <DataTable
        language={language}
        caption={t(words.title)}
        inset
        columns={[
          { key: 'at', title: t(words.at), width: 200, quiet: true },
          { key: 'who', title: t(words.who), heads: true },
          { key: 'what', title: t(words.what) },
        ]}
        rows={rows.map((row, at) => ({
          id: String(at),
          at: showInstant(new Date(row.at), language),
          who: [row.who, row.unit].filter(Boolean).join(', '),
          what: t(row.title),
        }))}
      />
    </Block>
  )
}
