import { say, type Words } from '#values/words.ts'
import type { Client } from '#engines/contract.ts'
import { Act } from '#ui/office/Button.tsx'
import { DataTable } from '#ui/office/DataTable.tsx'
import { SelectField } from '#ui/office/Fields.tsx'
import { Block } from '#ui/office/Panes.tsx'
import { EmptyState } from '#ui/office/States.tsx'
import { useAdmin, useSay } from './use-admin.ts'

const words = {
  compared: { vi: 'Bản {number} so với bản', en: 'Version {number} compared with' },
  compare: { vi: 'So sánh', en: 'Compare' },
  version: { vi: 'Bản {number}', en: 'Version {number}' },
  facts: { vi: 'Mô tả', en: 'Facts' },
  papers: { vi: 'Giấy tờ', en: 'Papers' },
  form: { vi: 'Biểu mẫu', en: 'Form' },
  process: { vi: 'Quy trình', en: 'Process' },
  results: { vi: 'Kết quả', en: 'Results' },
  messages: { vi: 'Tin báo', en: 'Messages' },
  what: { vi: 'Mục', en: 'What' },
  before: { vi: 'Bản {number}', en: 'Version {number}' },
  added: { vi: 'chưa có', en: 'not there' },
  gone: { vi: 'bỏ', en: 'gone' },
  same: { vi: 'Hai bản này nói như nhau', en: 'Both versions say the same' },
  only: { vi: 'Thủ tục này mới có một bản', en: 'There is one version only' },
} as const satisfies Record<string, Words>

type Changes = Awaited<ReturnType<Client['services']['compareVersions']>>

interface ChangesProps {
  readonly number: number
  /** The version it is compared with; undefined where there is no other. */
  readonly other: number | undefined
  readonly others: readonly number[]
  readonly changes: Changes
}

/** What one version says otherwise than another, part by part; the other can be chosen. */
export function ProcedureChanges({ number, other, others, changes }: ChangesProps) {
  const { language } = useAdmin()
  const t = useSay()
  if (other === undefined) return <EmptyState title={t(words.only)} icon="file-settings" tone="paused" />
  const parts = [...Map.groupBy(changes, ({ part }) => part)]
  return (
    <>
      <Block>
        <form method="get" className="filter-line" key={`${number} ${other}`}>
          <input type="hidden" name="ban" value={number} />
          <input type="hidden" name="phan" value="so-sanh" />
          <SelectField
            name="voi"
            label={t(words.compared, { number })}
            value={String(other)}
            options={others.map((one) => ({ value: String(one), text: t(words.version, { number: one }) }))}
          />
          <Act text={t(words.compare)} />
        </form>
      </Block>
      {parts.length === 0 && <EmptyState title={t(words.same)} icon="circle-check" tone="good" />}
      {parts.map(([part, list]) => (
        <Block key={part} title={t(words[part])} count={list.length}>
          <DataTable
            language={language}
            caption={t(words[part])}
            inset
            columns={[
              { key: 'what', title: t(words.what), heads: true, width: 220 },
              { key: 'before', title: t(words.before, { number: other }), quiet: true },
              { key: 'after', title: t(words.version, { number }) },
            ]}
            rows={list.map((change, at) => ({
              id: `${part}-${at}`,
              what: say(change.what, language),
              before: change.before === null ? <i>{t(words.added)}</i> : <del>{say(change.before, language)}</del>,
              after: change.after === null ? <i>{t(words.gone)}</i> : <ins>{say(change.after, language)}</ins>,
            }))}
          />
        </Block>
      ))}
    </>
  )
}
