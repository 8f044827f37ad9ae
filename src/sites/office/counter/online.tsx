import { useLoaderData, type LoaderFunctionArgs, type MetaFunction } from 'react-router'
import { showInstant } from '#values/show-time.ts'
import { say, type Words } from '#values/words.ts'
import { Act } from '#ui/office/Button.tsx'
import { DataTable, ListFoot } from '#ui/office/DataTable.tsx'
import { PageHead, Pane, Panes } from '#ui/office/Panes.tsx'
import { EmptyState } from '#ui/office/States.tsx'
import { DueBadge } from '../DueBadge.tsx'
import { staffPage } from '../staff.ts'
import { useOffice, useSay } from '../use-office.ts'
import { CounterPage } from './CounterPage.tsx'
import { counterWords, dossierPath } from './words.ts'
import { titled } from '../../titled.ts'
import { officeWords } from '../words.ts'

const words = {
  title: { vi: 'Hồ sơ nộp trực tuyến chờ tiếp nhận', en: 'Filed online, waiting for reception' },
  lead: {
    vi: 'Xem tờ khai và giấy tờ, rồi tiếp nhận, yêu cầu bổ sung hoặc từ chối ngay trong hồ sơ.',
    en: 'Look at form and papers, then receive, ask or reject in the dossier.',
  },
  step: { vi: 'Bước', en: 'Step' },
  filed: { vi: 'Nộp lúc', en: 'Filed' },
  due: { vi: 'Trả lời trước', en: 'Answer by' },
  none: { vi: 'Không có hồ sơ trực tuyến nào chờ tiếp nhận', en: 'Nothing waits for reception' },
  noneText: { vi: 'Hồ sơ mới nộp sẽ hiện ở đây và trong hộp việc.', en: 'New ones appear here and in the inbox.' },
  inbox: { vi: 'Mở hộp việc', en: 'Open the inbox' },
  rows: { vi: '{count} hồ sơ', en: '{count} dossiers' },
} as const satisfies Record<string, Words>

export async function loader(args: LoaderFunctionArgs) {
  const page = staffPage(args)
  const after = new URL(args.request.url).searchParams.get('sau') ?? undefined
  const found = await page.client.workflow.listInbox({ whose: 'mine', kind: 'receive', after })
  return {
    rows: found.rows,
    next: found.next,
    isFirst: after === undefined,
  }
}

export const meta: MetaFunction = ({ matches }) => titled(matches, words.title, officeWords.brand)

export default function Online() {
  const { rows, next, isFirst } = useLoaderData<typeof loader>()
  const { language, now } = useOffice()
  const t = useSay()
  return (
    <CounterPage
      rail={false}
      head={
        <PageHead
          title={t(words.title)}
          text={t(words.lead)}
          right={<Act icon="inbox" text={t(words.inbox)} href="/can-bo" />}
        />
      }
    >
      <Panes shape="one">
        <Pane
          label={t(words.title)}
          foot={
            next === undefined && isFirst ? undefined : (
              <ListFoot
                language={language}
                text={t(words.rows, { count: rows.length })}
                newerHref={isFirst ? undefined : '/can-bo/quay/truc-tuyen'}
                olderHref={next && `/can-bo/quay/truc-tuyen?sau=${encodeURIComponent(next)}`}
              />
            )
          }
        >
          {rows.length === 0 ? (
            <EmptyState title={t(words.none)} text={t(words.noneText)} />
          ) : (
            <DataTable
              language={language}
              caption={t(words.title)}
              sticky
              columns={[
                { key: 'code', title: t(counterWords.code), heads: true, width: 190, code: true },
                { key: 'title', title: t(counterWords.procedure), strong: true },
                { key: 'line', title: t(counterWords.applicant) },
                { key: 'step', title: t(words.step), width: 170, quiet: true },
                { key: 'filed', title: t(words.filed), width: 220, quiet: true },
                { key: 'due', title: t(words.due), width: 150 },
              ]}
              rows={rows.map((item) => ({
                id: item.id,
                href: dossierPath(item.subjectId),
                code: item.code,
                title: item.line,
                line: item.title,
                step: say(item.stepName, language),
                filed: showInstant(item.openedAt, language),
                due: <DueBadge due={item.due} left={item.left} now={now} language={language} />,
              }))}
            />
          )}
        </Pane>
      </Panes>
    </CounterPage>
  )
}
