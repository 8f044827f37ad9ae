import { useLoaderData, type LoaderFunctionArgs, type MetaFunction } from 'react-router'
import { say, type Words } from '#values/words.ts'
import type { Client } from '#engines/contract.ts'
import { StatusText } from '#ui/office/Badge.tsx'
import { Act } from '#ui/office/Button.tsx'
import { DataTable, ListFoot } from '#ui/office/DataTable.tsx'
import { TextField } from '#ui/office/Fields.tsx'
import { PageHead, Pane, Panes } from '#ui/office/Panes.tsx'
import { EmptyState } from '#ui/office/States.tsx'
import { handOutHref } from '../acts/acts.ts'
import { DueBadge } from '../DueBadge.tsx'
import { staffPage } from '../staff.ts'
import { useOffice, useSay } from '../use-office.ts'
import { CounterPage } from './CounterPage.tsx'
import { counterWords } from './words.ts'
import { titled } from '../../titled.ts'
import { officeWords } from '../words.ts'

const words = {
  title: { vi: 'Trả kết quả', en: 'Hand out results' },
  lead: {
    vi: 'Quét mã trên giấy hẹn, hoặc gõ mã hồ sơ, họ tên người nộp. Người đến bổ sung, rút hồ sơ cũng tìm ở đây.',
    en: 'Scan the slip, or type the code or the name. Also for those who come to supplement or to withdraw.',
  },
  find: { vi: 'Mã hồ sơ hoặc họ tên', en: 'Code or name' },
  search: { vi: 'Tìm', en: 'Search' },
  ready: { vi: 'Kết quả đã có, chờ người nhận', en: 'Ready to be handed out' },
  notReady: { vi: 'Đang ở bước {step}', en: 'At the step {step}' },
  waits: { vi: 'Chờ người nộp bổ sung', en: 'Waits for the applicant' },
  isReady: { vi: 'Có kết quả', en: 'Ready' },
  ended: { vi: 'Đã kết thúc', en: 'Ended' },
  state: { vi: 'Tình trạng', en: 'State' },
  due: { vi: 'Hẹn trả', en: 'Due' },
  rows: { vi: '{count} hồ sơ', en: '{count} dossiers' },
  none: { vi: 'Chưa có kết quả nào chờ trả', en: 'No result waits' },
  noneText: {
    vi: 'Khi văn thư cấp số, kết quả hiện ở đây và người nộp được báo.',
    en: 'Once issued, results appear here and the applicant is told.',
  },
  notFound: { vi: 'Không thấy “{text}” trong các hồ sơ quầy này xem được', en: 'No dossier you may see has “{text}”' },
  notFoundText: {
    vi: 'Gõ ít chữ hơn, không dấu cũng được; hoặc gõ phần cuối của mã.',
    en: 'Type less; tone marks are not needed; or the end of the code.',
  },
} as const satisfies Record<string, Words>

export async function loader(args: LoaderFunctionArgs) {
  const page = staffPage(args)
  const { client } = page
  // The slip's QR code is an address that ends in the code of the dossier.
  const query = new URL(args.request.url).searchParams
  const typed = (query.get('tim') ?? '').trim()
  const text = (/\/tra-cuu\/([^/?#]+)/.exec(typed)?.[1] ?? typed).slice(0, 100)
  const after = query.get('sau') ?? undefined
  const found = await readyOrFound(client, text, after)
  const sent = await client.services.listResultAddresses({ dossierIds: found.rows.map((row) => row.dossierId) })
  const addresses = new Map(sent.map(({ dossierId, address }) => [dossierId, address]))
  return {
    text,
    next: found.next,
    isFirst: after === undefined,
    rows: found.rows.map((row) => ({ ...row, address: addresses.get(row.dossierId) })),
  }
}

/** What waits to be handed out; with a text, every dossier that has it. */
async function readyOrFound(client: Client, text: string, after: string | undefined) {
  if (text === '') {
    const ready = await client.workflow.listInbox({ whose: 'mine', kind: 'deliver', after })
    return {
      next: ready.next,
      rows: ready.rows.map((item) => ({
        id: item.id,
        dossierId: item.subjectId,
        code: item.code,
        procedure: item.line,
        applicant: item.title,
        isReady: true,
        ended: false,
        step: item.stepName,
        due: item.due,
        left: item.left,
        status: 'open',
      })),
    }
  }
  const found = await client.services.listDossiers({ view: 'all', text, after })
  return {
    next: found.next,
    rows: found.rows.map((one) => ({
      id: one.id,
      dossierId: one.id,
      code: one.code,
      procedure: one.procedureName,
      applicant: one.enterpriseName ?? one.applicantName,
      isReady: one.status === 'open' && one.finishedAt !== null,
      ended: one.status === 'ended',
      step: one.stepName,
      due: one.deadline,
      left: one.left,
      status: one.status,
    })),
  }
}

export const meta: MetaFunction = ({ matches }) => titled(matches, words.title, officeWords.brand)

export default function Results() {
  const { text, rows, next, isFirst } = useLoaderData<typeof loader>()
  const { language, now } = useOffice()
  const t = useSay()
  return (
    <CounterPage
      rail={false}
      head={
        <PageHead
          title={t(words.title)}
          text={t(words.lead)}
          right={<Act icon="clock" text={t(counterWords.resultsDue)} href="/can-bo/tra-ket-qua/trong-ngay" />}
        />
      }
      keys={{ extra: { f7: () => document.getElementById('tim')?.focus() } }}
      hints={[{ caps: ['F7'], text: t(words.find) }]}
    >
      <Panes shape="one">
        <Pane
          label={t(words.title)}
          foot={
            next === undefined && isFirst ? undefined : (
              <ListFoot
                language={language}
                text={t(words.rows, { count: rows.length })}
                newerHref={isFirst ? undefined : hrefOf(text)}
                olderHref={next && hrefOf(text, next)}
              />
            )
          }
        >
          <div className="block">
            <form method="get" action="/can-bo/tra-ket-qua" role="search" className="find-procedure">
              <TextField
                key={text}
                name="tim"
                type="search"
                icon="search"
                label={t(words.find)}
                labelUnseen
                placeholder={t(words.find)}
                value={text}
                autoFocus
                autoComplete="off"
                after={<kbd>F7</kbd>}
              />
              <Act text={t(words.search)} />
            </form>
          </div>
          {rows.length === 0 ? (
            <EmptyState
              title={text === '' ? t(words.none) : t(words.notFound, { text })}
              icon={text === '' ? 'certificate' : 'search'}
              tone="paused"
              text={t(text === '' ? words.noneText : words.notFoundText)}
            />
          ) : (
            <DataTable
              language={language}
              caption={text === '' ? t(words.ready) : t(words.title)}
              sticky
              columns={[
                { key: 'code', title: t(counterWords.code), heads: true, width: 190, code: true },
                { key: 'applicant', title: t(counterWords.applicant), strong: true },
                { key: 'procedure', title: t(counterWords.procedure) },
                { key: 'by', title: t(counterWords.by) },
                { key: 'state', title: t(words.state), width: 220 },
                { key: 'due', title: t(words.due), width: 150 },
              ]}
              rows={rows.map((row) => ({
                id: row.id,
                href: handOutHref(row.dossierId),
                code: row.code,
                applicant: row.applicant,
                procedure: row.procedure,
                by: row.address ? (
                  <StatusText tone="soon" icon="mail">
                    {t(counterWords.byPost, { address: row.address })}
                  </StatusText>
                ) : (
                  t(counterWords.atCounter)
                ),
                state: row.isReady ? (
                  <StatusText tone="good" icon="certificate">
                    {t(words.isReady)}
                  </StatusText>
                ) : row.status === 'waiting-applicant' ? (
                  <StatusText tone="waiting">{t(words.waits)}</StatusText>
                ) : (
                  <StatusText tone="paused" icon={row.ended ? 'check' : 'hourglass'}>
                    {row.ended || row.step === null
                      ? t(words.ended)
                      : t(words.notReady, { step: say(row.step, language) })}
                  </StatusText>
                ),
                due: row.ended ? null : (
                  <DueBadge due={row.due} left={row.left} now={now} language={language} status={row.status} />
                ),
              }))}
            />
          )}
        </Pane>
      </Panes>
    </CounterPage>
  )
}

function hrefOf(text: string, after?: string): string {
  const query = new URLSearchParams({ ...(text !== '' && { tim: text }), ...(after !== undefined && { sau: after }) })
  return `/can-bo/tra-ket-qua?${query}`
}
