import { useState, useSyncExternalStore, type ReactNode } from 'react'
import { Form, useNavigation } from 'react-router'
import type { Words } from '#values/words.ts'
import { Act } from '#ui/office/Button.tsx'
import { Field } from '#ui/office/Fields.tsx'
import { FormToken } from '../../FormToken.tsx'
import { SendOnce } from '../../SendOnce.tsx'
import { useSay } from '../use-admin.ts'

const words = {
  tooBig: {
    vi: 'Tệp lớn hơn 1,4 MB. Hãy chia thành nhiều tệp.',
    en: 'The file is bigger than 1.4 MB. Divide it.',
  },
  look: { vi: 'Xem trước', en: 'Preview' },
  first: { vi: 'Chọn tệp trước', en: 'Choose a file first' },
  noScript: {
    vi: 'Gửi tệp cần JavaScript. Hoặc dùng dòng lệnh: {command}',
    en: 'Sending a file needs JavaScript. Or use the command line: {command}',
  },
} as const satisfies Record<string, Words>

const never = () => () => {}
const mostBytes = 1_400_000

interface ChooseFileProps {
  readonly label: string
  readonly hint: string
  /** Endings of the files that are taken. */
  readonly accept: string
  /** What does the same at a shell. */
  readonly command: string
  /** What else the form asks. */
  readonly children?: ReactNode
}

/** A file, read by the browser: it goes with the form like anything typed. */
export function ChooseFile({ label, hint, accept, command, children }: ChooseFileProps) {
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
  if (!hasScript) return <p>{t(words.noScript, { command })}</p>
  const refused =
    state === 'submitting' ? '…' : file === undefined ? t(words.first) : file === 'tooBig' ? t(words.tooBig) : undefined
  return (
    <Form method="post" className="plan-fields">
      <FormToken />
      <SendOnce />
      <Field id="tep" label={label} hint={hint}>
        <input id="tep" type="file" accept={accept} onChange={(event) => void take(event.target.files?.[0])} />
      </Field>
      {typeof file === 'object' && (
        <>
          <input type="hidden" name="ten" value={file.name} />
          <input type="hidden" name="noi-dung" value={file.content} />
        </>
      )}
      {children}
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
