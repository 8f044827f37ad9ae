import { say, type Words } from '#values/words.ts'
import { DataTable } from '#ui/office/DataTable.tsx'
import { Check } from '#ui/office/Fields.tsx'
import { Block } from '#ui/office/Panes.tsx'
import { useAdmin, useSay } from '../use-admin.ts'
import type { CatalogueRecord } from './words.ts'

const words = {
  title: { vi: 'Khác với thủ tục đang có', en: 'What differs' },
  take: { vi: 'Nhận', en: 'Take' },
  before: { vi: 'Đang có', en: 'Here' },
  after: { vi: 'Danh mục', en: 'Catalogue' },
  missing: { vi: 'chưa có', en: 'not there' },
} as const satisfies Record<string, Words>

/** The form to which the ticks belong. */
export const acceptForm = 'nhan-ban-ghi'

/** What the catalogue says otherwise, side by side; what is ticked is taken over. */
export function Differences({ record }: { readonly record: CatalogueRecord }) {
  const { language } = useAdmin()
  const t = useSay()
  return record.differences.length === 0 ? null : (
    <Block title={t(words.title)} count={record.differences.length}>
      <DataTable
        language={language}
        caption={t(words.title)}
        inset
        columns={[
          { key: 'take', title: t(words.take), width: 180, heads: true },
          { key: 'before', title: t(words.before), width: 260, quiet: true },
          { key: 'after', title: t(words.after) },
        ]}
        rows={record.differences.map(({ fact, what, before, after }) => ({
          id: fact,
          take: (
            <Check name="muc" value={fact} form={acceptForm} checked={!record.isComplete}>
              {say(what, language)}
            </Check>
          ),
          before:
            before === null ? <i>{t(words.missing)}</i> : <span className="said-lines">{say(before, language)}</span>,
          after: <span className="said-lines">{say(after, language)}</span>,
        }))}
      />
    </Block>
  )
}
