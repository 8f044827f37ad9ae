import type { Words } from '#values/words.ts'
import { DataTable } from '#ui/office/DataTable.tsx'
import { Block } from '#ui/office/Panes.tsx'
import { useOffice, useSay } from '../use-office.ts'

const words = {
  title: { vi: 'Nộp trên Cổng quốc gia', en: 'Filed on the national portal' },
  code: { vi: 'mã {code}', en: 'code {code}' },
  all: { vi: 'Mọi câu trả lời và giấy tờ đã vào hồ sơ.', en: 'Every answer and paper is in the dossier.' },
  unread: { vi: 'Phần chưa vào được hồ sơ', en: 'What is not in the dossier' },
  field: { vi: 'Mục', en: 'Item' },
  value: { vi: 'Người nộp ghi', en: 'As written' },
  why: { vi: 'Vì sao', en: 'Why' },
} as const satisfies Record<string, Words>

interface FiledThereProps {
  readonly code: string
  readonly unread: readonly { readonly field: string; readonly value: string; readonly why: string }[]
}

/** Of a dossier that was filed on the national portal: its code there, and what of it has no place in the form here. */
export function FiledThere({ code, unread }: FiledThereProps) {
  const { language } = useOffice()
  const t = useSay()
  return (
    <Block title={t(words.title)} note={t(words.code, { code })}>
      {unread.length === 0 ? (
        <p className="quiet">{t(words.all)}</p>
      ) : (
        <DataTable
          language={language}
          caption={t(words.unread)}
          inset
          columns={[
            { key: 'field', title: t(words.field), heads: true, width: 160 },
            { key: 'value', title: t(words.value) },
            { key: 'why', title: t(words.why), quiet: true },
          ]}
          rows={unread.map(({ field, value, why }, at) => ({ id: `${at}-${field}`, field, value, why }))}
        />
      )}
    </Block>
  )
}
