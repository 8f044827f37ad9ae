import type { ComponentType, ReactNode } from 'react'
import { isRouteErrorResponse, useLocation } from 'react-router'
import { problems } from '#values/errors.ts'
import { fill, say, type Language, type Words } from '#values/words.ts'
import { Act } from '#ui/office/Button.tsx'
import { Pane, Panes } from '#ui/office/Panes.tsx'
import { Failure } from '#ui/office/States.tsx'
import type { Told } from './staff.ts'
import { officeWords } from './words.ts'

const words = {
  failed: { vi: 'Màn hình này chưa mở được', en: 'This screen could not be opened' },
  none: { vi: 'Không mở được', en: 'Not opened' },
  incident: { vi: 'Mã sự cố để báo nơi hỗ trợ: {code}', en: 'Incident number for support: {code}' },
  noMachine: { vi: 'Không phải lỗi máy. Mã để hỏi: {code}', en: 'Not a machine failure. Number to ask with: {code}' },
  again: { vi: 'Thử lại', en: 'Try again' },
  inbox: { vi: 'Về hộp việc', en: 'Back to the inbox' },
} as const satisfies Record<string, Words>

const isTold = (value: unknown): value is Told => typeof value === 'object' && value !== null && 'words' in value

interface FailedProps {
  readonly error: unknown
  /** What the layout of the site knows; undefined when it failed itself. */
  readonly known: { readonly language: Language; readonly incident: string } | undefined
  /** The frame of the site's screens. */
  readonly Page: ComponentType<{ readonly children: ReactNode }>
}

/** A page that failed: what happened, what to do, the number to tell. */
export function Failed({ error, known, Page }: FailedProps) {
  const language = known?.language ?? 'vi'
  const told = isRouteErrorResponse(error) && isTold(error.data) ? error.data : undefined
  const status = isRouteErrorResponse(error) ? error.status : 500
  const fallback = { code: 'internal', words: problems.internal.message, incident: known?.incident ?? '' }
  const failure = <FailedColumn language={language} told={told ?? fallback} status={status} />
  if (known === undefined) return <main className="content">{failure}</main>
  return (
    <Page>
      <Panes shape="one">
        <Pane label={say(words.failed, language)}>{failure}</Pane>
      </Panes>
    </Page>
  )
}

/** The same for one column: only it is replaced. */
export function FailedColumn({
  language,
  told,
  status,
}: {
  readonly language: Language
  readonly told: Told
  readonly status?: number
}) {
  const { pathname } = useLocation()
  const ours = (status ?? 404) >= 500 || told.code === 'internal'
  return (
    <Failure
      title={say(ours ? words.failed : words.none, language)}
      text={say(told.words, language)}
      actions={
        <>
          {ours && <Act text={say(words.again, language)} icon="refresh" href="" />}
          {told.code === 'notFound' && pathname.startsWith('/can-bo/ho-so/') && (
            <Act text={say(officeWords.askToRead, language)} icon="eye" href="/can-bo/xin-xem" />
          )}
          <Act text={say(words.inbox, language)} icon="inbox" href="/can-bo" />
        </>
      }
      incident={told.incident && say(fill(ours ? words.incident : words.noMachine, { code: told.incident }), language)}
    />
  )
}
