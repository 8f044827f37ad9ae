import type { ReactNode } from 'react'
import { say, type Language, type Words } from '#values/words.ts'
import { FileCard } from '#ui/portal/FileDrop.tsx'
import type { Client } from '#engines/contract.ts'
import { FormToken } from '../../FormToken.tsx'

const words = {
  waits: {
    vi: 'Tệp đã tới đủ, đang chờ quét mã độc. Không phải gửi lại: ít phút nữa bấm nút dưới đây.',
    en: 'The file came whole and waits for the virus scan. Do not send it again: press below in a few minutes.',
  },
  goOn: { vi: 'Xem đã quét xong chưa', en: 'See if it was scanned' },
  scanned: {
    vi: 'Đã quét xong, không có mã độc. Bấm nút dưới đây để đưa vào hồ sơ.',
    en: 'Scanned, and clean. Press below to put it in the application.',
  },
  put: { vi: 'Đưa vào hồ sơ', en: 'Put it in' },
} as const satisfies Record<string, Words>

/** What the address says of a file that a plain form sent. */
export interface Sent {
  readonly paper: string | null
  readonly error: string | null
}

export const sentOf = (query: URLSearchParams): Sent => ({
  paper: query.get('paper'),
  error: query.get('error'),
})

export type SentFile = Awaited<ReturnType<Client['files']['listSentFiles']>>[number]

interface UploadFormProps {
  readonly language: Language
  /** The page to come back to, and the operation that puts the file there. */
  readonly page: string
  readonly attach: string
  readonly paper: string
  readonly title: string
  /** Sent before, also days ago: they waited for the virus scan and are not there yet. */
  readonly waiting: readonly SentFile[]
  /** The file input. */
  readonly children: ReactNode
}

/** A plain file form for one paper; with a script the chosen file goes resumably instead (see `useChosenFiles`). */
export function UploadForm({ language, page, attach, paper, title, waiting, children }: UploadFormProps) {
  const t = (one: Words) => say(one, language)
  return (
    <form method="post" action="/uploads/form" encType="multipart/form-data" data-paper={paper}>
      <FormToken />
      <input type="hidden" name="return" value={page} />
      <input type="hidden" name="attach" value={attach} />
      <input type="hidden" name="paper" value={paper} />
      {waiting
        .filter((one) => one.paper === paper)
        .map(({ id, name, isScanned }) => (
          <FileCard
            key={id}
            title={title}
            meta={name}
            attention
            actions={[{ icon: 'refresh', text: t(isScanned ? words.put : words.goOn), name: 'sent', value: id }]}
          >
            <p>{t(isScanned ? words.scanned : words.waits)}</p>
          </FileCard>
        ))}
      {children}
    </form>
  )
}
