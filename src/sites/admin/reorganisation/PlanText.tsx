import { useState, useSyncExternalStore } from 'react'
import type { Words } from '#values/words.ts'
import { Field, TextField } from '#ui/office/Fields.tsx'
import { Block } from '#ui/office/Panes.tsx'
import { useSay } from '../use-admin.ts'

const words = {
  file: { vi: 'Đã có bảng hoặc phương án', en: 'A table or plan is there already' },
  choose: { vi: 'Tệp CSV hoặc JSON', en: 'CSV or JSON file' },
  text: { vi: 'Nội dung bảng', en: 'Content of the table' },
  hint: {
    vi: 'Dán từ bảng tính cũng được. Dòng đầu là tên cột: code2020, fullName2020, code2025, fullName2025, geometryShare; hoặc mã cũ, tên cũ, mã mới, tên mới, tỷ lệ. Xã bị chia có nhiều dòng.',
    en: 'Pasting from a spreadsheet works too. The first line names the columns: code2020, fullName2020, code2025, fullName2025, geometryShare. A divided commune has several lines.',
  },
} as const satisfies Record<string, Words>

const never = () => () => {}

/** A plan as text, pasted or read from a file by the browser: it goes with the form like anything typed. */
export function PlanText({ value }: { readonly value: string }) {
  const t = useSay()
  const [text, setText] = useState(value)
  // Without a script nothing reads the file: only the field for pasting is drawn.
  const hasScript = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  return (
    <Block title={t(words.file)}>
      <div className="plan-fields">
        {hasScript && (
          <Field id="tep" label={t(words.choose)}>
            <input
              id="tep"
              type="file"
              accept=".csv,.txt,.json,text/csv,application/json"
              onChange={(event) => void event.target.files?.[0]?.text().then(setText)}
            />
          </Field>
        )}
        <TextField name="bang" label={t(words.text)} hint={t(words.hint)} value={text} onText={setText} rows={8} code />
      </div>
    </Block>
  )
}
