import type { ReactNode } from 'react'
import { say, type Language, type Words } from '#values/words.ts'
import { FileCard } from '#ui/portal/FileDrop.tsx'
import { FormToken } from '../../FormToken.tsx'

const words = {
  waits: {
    vi: 'Tệp đã tới đủ, đang chờ quét mã độc. Không phải gửi lại: ít phút nữa bấm nút dưới đây.',
    en: 'The file came whole and waits for the virus scan. Do not send it again: press below in a few minutes.',
  },
  goOn: { vi: 'Xem đã quét xong chưa', en: 'See if it was scanned' },
} as const satisfies Record<string, Words>

/** What the address says of a file that a plain form sent. */
export interface Sent {
  readonly paper: string | null
  readonly error: string | null
  /** The file that waits for the virus scan. */
  readonly file: string | null
}

export const sentOf = (query: URLSearchParams): Sent => ({
  paper: query.get('paper'),
  error: query.get('error'),
  file: query.get('file'),
})

interface UploadFormProps {
  readonly language: Language
  /** The page to come back to, and the operation that puts the file there. */
  readonly page: string
  readonly attach: string
  readonly paper: string
  readonly title: string
  readonly sent: Sent
  /** The file input. */
  readonly children: ReactNode
}

/** A plain file form for one paper; with a script the chosen file goes resumably instead (see `useChosenFiles`). */
export function UploadForm({ language, page, attach, paper, title, sent, children }: UploadFormProps) {
  const waits = sent.paper === paper && sent.error === 'scanWaits' ? sent.file : null
  return (
    <form method="post" action="/uploads/form" encType="multipart/form-data" data-paper={paper}>
      <FormToken />
      <input type="hidden" name="return" value={page} />
      <input type="hidden" name="attach" value={attach} />
      <input type="hidden" name="paper" value={paper} />
      {waits === null ? (
        children
      ) : (
        <div id={`file-${paper}`}>
          <FileCard
            title={title}
            attention
            actions={[{ icon: 'refresh', text: say(words.goOn, language), name: 'sent', value: waits }]}
          >
            <p>{say(words.waits, language)}</p>
          </FileCard>
        </div>
      )}
    </form>
  )
}
