import { useState } from 'react'
import { Form } from 'react-router'
import type { Words } from '#values/words.ts'
import { Act } from '#ui/office/Button.tsx'
import { Field, TextField } from '#ui/office/Fields.tsx'
import { Block } from '#ui/office/Panes.tsx'
import { FormToken } from '../../FormToken.tsx'
import { SendOnce } from '../../SendOnce.tsx'
import { useSay } from '../use-office.ts'

const words = {
  title: { vi: 'Sao kê của nền tảng', en: 'Statement of the platform' },
  file: { vi: 'Chọn tệp CSV', en: 'Choose a CSV file' },
  content: { vi: 'Nội dung sao kê', en: 'The statement' },
  hint: { vi: 'Hoặc dán vào đây; dòng đầu là tên cột.', en: 'Or paste it; the first line names the columns.' },
  bring: { vi: 'Nhập sao kê', en: 'Bring it in' },
} as const satisfies Record<string, Words>

/** A statement brought in, from a file or pasted. */
export function Statement() {
  const t = useSay()
  const [content, setContent] = useState('')
  return (
    <Block title={t(words.title)}>
      <Form method="post" className="money-form" onSubmit={() => setTimeout(() => setContent(''))}>
        <FormToken />
        <SendOnce />
        <Field id="tep" label={t(words.file)}>
          <input
            id="tep"
            type="file"
            accept=".csv,text/csv"
            onChange={(event) => void event.target.files?.[0]?.text().then(setContent)}
          />
        </Field>
        <TextField
          name="noi-dung"
          label={t(words.content)}
          hint={t(words.hint)}
          rows={3}
          value={content}
          onText={setContent}
        />
        <Act icon="file-text" text={t(words.bring)} name="viec" value="sao-ke" />
      </Form>
    </Block>
  )
}
