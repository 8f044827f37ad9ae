import { useState, useSyncExternalStore } from 'react'
import { Form, useNavigation } from 'react-router'
import type { Words } from '#values/words.ts'
import { Act } from '#ui/office/Button.tsx'
import { Field } from '#ui/office/Fields.tsx'
import { FormToken } from '../../FormToken.tsx'
import { SendOnce } from '../../SendOnce.tsx'
import { useSay } from '../use-admin.ts'

const words = {
  choose: { vi: 'Tệp .xlsx hoặc .csv', en: 'An .xlsx or .csv file' },
  hint: {
    vi: 'Nhiều nhất 1,4 MB, 20.000 dòng. Cả tỉnh 5.000 người, 250 đơn vị là khoảng 0,4 MB',
    en: '1.4 MB and 20,000 lines at the most. A province of 5,000 people in 250 units has some 0.4 MB',
  },
  tooBig: {
    vi: 'Tệp lớn hơn 1,4 MB. Hãy chia thành nhiều tệp.',
    en: 'The file is bigger than 1.4 MB. Divide it.',
  },
  look: { vi: 'Xem trước', en: 'Preview' },
  first: { vi: 'Chọn tệp trước', en: 'Choose a file first' },
  noScript: {
    vi: 'Gửi tệp cần JavaScript. Hoặc dùng dòng lệnh: ./lien-thong import organization TỆP.xlsx',
    en: 'Sending a file needs JavaScript. Or use the command line: ./lien-thong import organization FILE.xlsx',
  },
} as const satisfies Record<string, Words>

const never = () => () => {}
const mostBytes = 1_400_000

/** A spreadsheet, read by the browser: it goes with the form like anything typed. */
export function ChooseFile() {
  const t = useSay()
  const { state } = useNavigation()
  const [file, setFile] = useState<{ name: string; content: string } | 'tooBig'>()
  const hasScript = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  const take = async (chosen: File | undefined) =>
    setFile(
      chosen === undefined
        ? undefined
        : chosen.size > mostBytes
          ? 'tooBig'
          : { name: chosen.name, content: await base64Of(chosen) },
    )
  if (!hasScript) return <p>{t(words.noScript)}</p>
  const refused =
    state === 'submitting' ? '…' : file === undefined ? t(words.first) : file === 'tooBig' ? t(words.tooBig) : undefined
  return (
    <Form method="post" className="plan-fields">
      <FormToken />
      <SendOnce />
      <Field id="tep" label={t(words.choose)} hint={t(words.hint)}>
        <input id="tep" type="file" accept=".xlsx,.csv,.txt" onChange={(event) => void take(event.target.files?.[0])} />
      </Field>
      {typeof file === 'object' && (
        <>
          <input type="hidden" name="ten" value={file.name} />
          <input type="hidden" name="noi-dung" value={file.content} />
        </>
      )}
      <Act kind="primary" icon="eye" text={t(words.look)} {...(refused !== undefined && { refused })} />
    </Form>
  )
}

/** As base64url without padding, which a form sends as it is. */
async function base64Of(file: File): Promise<string> {
  let text = ''
  for (const byte of new Uint8Array(await file.arrayBuffer())) text += String.fromCharCode(byte)
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}
