import { useEffect, type Dispatch, type SetStateAction } from 'react'
import type { ProblemPlace } from '#values/errors.ts'
import { say, type Words } from '#values/words.ts'
import type { Client } from '#engines/contract.ts'
import { StatusText } from '#ui/office/Badge.tsx'
import { Act } from '#ui/office/Button.tsx'
import { DataTable } from '#ui/office/DataTable.tsx'
import { EmptyState } from '#ui/office/States.tsx'
import { hasStopped, useUploads } from '../../portal/filing/use-uploads.ts'
import { useOffice, useSay } from '../use-office.ts'
import { arrangeHref } from './pages/arrange-address.ts'
import { OnPaper, Scan } from './PaperInputs.tsx'

const words = {
  caption: { vi: 'Giấy tờ', en: 'Papers' },
  paper: { vi: 'Giấy tờ', en: 'Paper' },
  form: { vi: 'Hình thức', en: 'Form' },
  state: { vi: 'Trạng thái', en: 'State' },
  scan: { vi: 'Quét, tải lên', en: 'Scan' },
  original: { vi: 'Bản chính', en: 'Original' },
  copy: { vi: 'Bản sao', en: 'Copy' },
  either: { vi: 'Chính hoặc sao', en: 'Either' },
  files: { vi: '{count} tệp', en: '{count} files' },
  sending: { vi: 'Đã gửi {percent}%', en: '{percent}% sent' },
  checking: { vi: 'Đang kiểm tệp', en: 'Checking' },
  waiting: { vi: 'Chờ mạng', en: 'Waiting for the line' },
  queued: { vi: 'Đã gửi đủ, chờ kiểm tra', en: 'All sent, waits to be checked' },
  broken: { vi: 'Chưa gửi được: mất mạng', en: 'Not sent: no connection' },
  refused: { vi: 'Chưa gửi được: {why}', en: 'Not sent: {why}' },
  retry: { vi: 'Thử lại', en: 'Try again' },
  none: { vi: 'Chưa có', en: 'Not yet' },
  optional: { vi: 'nếu có', en: 'if any' },
  generated: { vi: 'Hệ thống in từ tờ khai', en: 'Printed from the form' },
  arrange: { vi: 'Xếp trang', en: 'Arrange pages' },
  join: { vi: 'nhiều nhất {count} tệp: cần gộp trang', en: '{count} files at most: join the pages' },
  remove: { vi: 'Bỏ tệp', en: 'Remove' },
  noPapers: { vi: 'Thủ tục này không đòi giấy tờ kèm theo', en: 'This procedure asks for no papers' },
} as const satisfies Record<string, Words>

export type Files = Readonly<Record<string, readonly string[]>>
export type Paper = Awaited<ReturnType<Client['services']['prepareReception']>>['papers'][number]

interface PapersTableProps {
  readonly papers: readonly Paper[]
  readonly files: Files
  readonly onFiles: Dispatch<SetStateAction<Files>>
  readonly onPaper: readonly string[]
  /** Papers may be looked at and stay paper; what is filed online is always scanned. */
  readonly mayBePaper: boolean
  readonly places: readonly ProblemPlace[]
  readonly onBusy: (busy: boolean) => void
  /** Of the draft that keeps the scans, whose pages can be arranged there once it has all that stands here. */
  readonly draftId?: string
  readonly settle?: () => Promise<boolean>
}

/** Each paper with its form, how it was given, and the way to scan it; what is sent stands in hidden fields. */
export function PapersTable({
  papers,
  files,
  onFiles,
  onPaper,
  mayBePaper,
  places,
  onBusy,
  draftId,
  settle,
}: PapersTableProps) {
  const { language } = useOffice()
  const t = useSay()
  const uploads = useUploads(async (paper, fileId) => {
    onFiles((all) => ({ ...all, [paper]: [...(all[paper] ?? []), fileId] }))
    return undefined
  })
  const busy = papers.some((paper) => uploads.of(paper.id).some((upload) => !hasStopped(upload)))
  useEffect(() => onBusy(busy), [busy, onBusy])
  if (papers.length === 0) return <EmptyState title={t(words.noPapers)} icon="file-check" />
  const rows = papers.map((paper) => {
    const sent = files[paper.id] ?? []
    // A paper that was missing is there once its file is.
    const wrong = sent.length > 0 ? undefined : places.find((place) => place.path === `papers.${paper.id}`)
    const under = uploads.of(paper.id)
    return {
      id: `papers.${paper.id}`,
      tone: wrong ? ('late' as const) : undefined,
      paper: (
        <>
          {t(paper.name)}
          {!paper.required && !paper.generated && <small> {t(words.optional)}</small>}
          {sent.map((id) => (
            <input key={id} type="hidden" name={`tep-${paper.id}`} value={id} />
          ))}
        </>
      ),
      form: t(words[paper.form]),
      state: paper.generated ? (
        <StatusText tone="info">{t(words.generated)}</StatusText>
      ) : (
        <>
          {sent.length > 0 && (
            <StatusText tone="good" icon="check">
              {t(words.files, { count: sent.length })}{' '}
              <Act kind="link" text={t(words.remove)} onAct={() => onFiles((all) => ({ ...all, [paper.id]: [] }))} />
            </StatusText>
          )}
          {draftId !== undefined && sent.length > 0 && (
            <a
              className="act act-link"
              href={arrangeHref(draftId, paper.id)}
              onClick={(event) => {
                event.preventDefault()
                void settle?.().then((isKept) => isKept && location.assign(arrangeHref(draftId, paper.id)))
              }}
            >
              {t(words.arrange)}
            </a>
          )}
          {sent.length > paper.maxFiles && (
            <StatusText tone="soon" icon="files">
              {t(words.join, { count: paper.maxFiles })}
            </StatusText>
          )}
          {under.map((upload) => (
            <StatusText
              key={upload.key}
              tone={hasStopped(upload) ? 'late' : 'info'}
              icon={hasStopped(upload) ? 'alert-circle' : 'cloud-up'}
            >
              {t(words[upload.state], { percent: upload.percent, why: upload.why ? t(upload.why) : '' })}
              {upload.state === 'queued' && (
                <>
                  {' '}
                  <Act kind="link" text={t(words.remove)} onAct={() => uploads.drop(upload.key)} />
                </>
              )}
              {upload.state === 'broken' && (
                <>
                  {' '}
                  <Act kind="link" text={t(words.retry)} onAct={() => uploads.retry(upload.key)} />
                </>
              )}
            </StatusText>
          ))}
          {!mayBePaper && sent.length === 0 && under.length === 0 && (
            <StatusText tone={paper.required ? 'soon' : 'paused'} icon={paper.required ? 'hourglass' : 'minus'}>
              {t(words.none)}
            </StatusText>
          )}
          {mayBePaper && sent.length === 0 && under.length === 0 && <OnPaper paper={paper} onPaper={onPaper} />}
          {wrong && <p className="field-error">{say(wrong.message, language)}</p>}
        </>
      ),
      scan: (
        <Scan
          paper={paper}
          text={t(words.scan)}
          count={sent.length}
          onFiles={(chosen) => {
            for (const file of chosen) uploads.start(paper.id, file)
          }}
        />
      ),
    }
  })
  return (
    <DataTable
      language={language}
      caption={t(words.caption)}
      inset
      columns={[
        { key: 'paper', title: t(words.paper), heads: true, strong: true },
        { key: 'form', title: t(words.form), width: 110, quiet: true },
        { key: 'state', title: t(words.state), width: 210 },
        { key: 'scan', title: '', width: 105 },
      ]}
      rows={rows}
    />
  )
}
