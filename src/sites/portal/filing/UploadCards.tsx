import { fill, say, type Language, type Words } from '#values/words.ts'
import { FileCard } from '#ui/portal/FileDrop.tsx'
import { StatusBadge } from '#ui/portal/StatusBadge.tsx'
import type { Uploads } from './use-uploads.ts'

const words = {
  sending: { vi: 'Đã gửi {percent}%', en: '{percent}% sent' },
  checking: { vi: 'Đang kiểm tra tệp', en: 'Checking the file' },
  waiting: { vi: 'Chờ mạng, sẽ tự gửi tiếp', en: 'Waiting for the line; goes on by itself' },
  queued: { vi: 'Đã gửi đủ, chờ kiểm tra; tự làm tiếp', en: 'All sent, waits to be checked; goes on by itself' },
  broken: { vi: 'Chưa gửi được: mất mạng', en: 'Not sent: no connection' },
  refused: { vi: 'Chưa gửi được', en: 'Not sent' },
  retry: { vi: 'Thử lại ngay', en: 'Try again now' },
  drop: { vi: 'Bỏ', en: 'Remove' },
  held: { vi: 'Còn tệp đang gửi. Gửi xong sẽ tự làm tiếp.', en: 'Files are still being sent. It goes on by itself.' },
  stuck: {
    vi: 'Có tệp chưa gửi được. Gửi lại hoặc bỏ tệp đó rồi làm tiếp.',
    en: 'A file was not sent. Try again or remove it, then go on.',
  },
} as const satisfies Record<string, Words>

interface UploadCardsProps {
  readonly language: Language
  readonly uploads: Uploads
  readonly paper: string
  readonly title: string
}

/** The files of one paper that are on their way. */
export function UploadCards({ language, uploads, paper, title }: UploadCardsProps) {
  const t = (one: Words) => say(one, language)
  return uploads.of(paper).map((upload) => (
    <FileCard
      key={upload.key}
      title={title}
      meta={upload.name}
      attention={upload.state !== 'sending'}
      {...(upload.state === 'refused'
        ? { badge: <StatusBadge tone="late">{t(words.refused)}</StatusBadge> }
        : {
            progress: {
              percent: upload.percent,
              text: t(fill(words[upload.state], { percent: upload.percent })),
            },
          })}
      actions={[
        ...(upload.state === 'broken'
          ? [{ icon: 'refresh' as const, text: t(words.retry), press: () => uploads.retry(upload.key) }]
          : []),
        { icon: 'trash', text: t(words.drop), press: () => uploads.drop(upload.key) },
      ]}
    >
      {upload.why && <p>{t(upload.why)}</p>}
    </FileCard>
  ))
}

/** Says why a form that was sent is still here. */
export function UploadNote({
  language,
  pending,
}: {
  readonly language: Language
  readonly pending: Uploads['pending']
}) {
  return (
    <p role="status" className="note">
      {pending && say(words[pending], language)}
    </p>
  )
}
