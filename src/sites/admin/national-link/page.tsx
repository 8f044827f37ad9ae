import { useEffect } from 'react'
import {
  Form,
  redirect,
  useLoaderData,
  useNavigate,
  useRevalidator,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from 'react-router'
import { showShare } from '#values/show-share.ts'
import { showInstant } from '#values/show-time.ts'
import { groupThousands } from '#values/money.ts'
import { moveHint } from '#ui/keymap.ts'
import { Act } from '#ui/office/Button.tsx'
import { PageHead, Pane, Panes } from '#ui/office/Panes.tsx'
import { EmptyState } from '#ui/office/States.tsx'
import { causeWords } from '#engines/national-portal/web/index.ts'
import { Cause } from '#engines/national-portal/declare.ts'
import { FormToken } from '../../FormToken.tsx'
import { textOf } from '../../form-text.ts'
import { RefusedNote } from '../../office/RefusedNote.tsx'
import { refusedAnswer, staffPage, type Refused } from '../../office/staff.ts'
import { SendOnce } from '../../SendOnce.tsx'
import { titled } from '../../titled.ts'
import { useLastAnswer } from '../../use-last-answer.ts'
import { AdminPage } from '../AdminPage.tsx'
import { useAdmin, useMay, useSay } from '../use-admin.ts'
import { adminWords } from '../words.ts'
import { CauseList } from './CauseList.tsx'
import { Compared } from './Compared.tsx'
import { DayBars } from './DayBars.tsx'
import { MendAll } from './MendAll.tsx'
import { FlowTable } from './FlowTable.tsx'
import { StuckFilings } from './StuckFilings.tsx'
import { words } from './words.ts'

const here = '/quan-tri/cong-quoc-gia'
const refreshMs = 15_000

export async function loader(args: LoaderFunctionArgs) {
  const { client } = staffPage(args)
  const query = args.url.searchParams
  const link = await client.nationalPortal.viewNationalLink({})
  const asked = Cause.safeParse(query.get('nguyen-nhan') ?? link.causes[0]?.cause)
  const cause = asked.success ? asked.data : undefined
  const found =
    cause === undefined ? undefined : await client.nationalPortal.listNationalDifferences({ cause, limit: 100 })
  const stuck = await client.nationalPortal.listNationalFilings({ state: 'needs-look', limit: 50 })
  const at = found?.rows.findIndex(({ id }) => id === query.get('ho-so')) ?? -1
  return { link, cause, found: found?.rows ?? [], at: Math.max(0, at), stuck: stuck.rows }
}

export async function action(args: ActionFunctionArgs) {
  const page = staffPage(args)
  const { nationalPortal } = page.client
  const form = await args.request.formData()
  try {
    if (form.has('doi-soat')) await nationalPortal.checkNationalPortal({})
    if (form.has('nhan-lai')) await nationalPortal.retryNationalFilings({ code: textOf(form, 'nhan-lai') })
    for (const cause of form.getAll('nguyen-nhan'))
      await nationalPortal.repairNationalDifferences({ cause: Cause.parse(cause) })
    return redirect(`${here}?nguyen-nhan=${textOf(form, 'xem')}`)
  } catch (error) {
    return refusedAnswer(error, page, form)
  }
}

export const meta: MetaFunction = ({ matches }) => titled(matches, adminWords.nationalLink, adminWords.admin)

export type Loaded = Awaited<ReturnType<typeof loader>>

export default function NationalLink() {
  const loaded = useLoaderData<typeof loader>()
  const refused = useLastAnswer<Refused>()?.refused
  const { link, cause, found, at, stuck } = loaded
  const { language } = useAdmin()
  const t = useSay()
  const mayMend = useMay('national-link.manage')
  const navigate = useNavigate()
  useRefresh()
  const byMachine = link.causes.filter((one) => causeWords[one.cause].isByMachine)
  const waiting = link.flows.reduce((sum, one) => sum + one.waiting, 0)
  const share = showShare(link.records.same, link.records.all)
  const place = link.causes.findIndex((one) => one.cause === cause)
  const move = (step: number) => () => {
    const next = link.causes[place + step]
    if (next) void navigate(`${here}?nguyen-nhan=${next.cause}`)
  }
  if (link.standing === 'off' && link.records.all === 0)
    return (
      <AdminPage>
        <PageHead size="large" title={t(adminWords.nationalLink)} />
        <EmptyState icon="world" tone="paused" title={t(words.off)} text={t(words.offText)} />
      </AdminPage>
    )
  return (
    <AdminPage rail keys={{ next: move(1), previous: move(-1) }} hints={[moveHint(language)]}>
      <PageHead
        size="large"
        title={t(waiting > 0 ? words.sending : words.title, { share, count: groupThousands(waiting) })}
        text={standingText(link, t, (time) => (time === null ? '' : showInstant(time, language)))}
        right={<DayBars days={link.days} waiting={waiting} />}
      />
      <Panes shape="side">
        <Pane label={t(words.flows)}>
          {refused && <RefusedNote language={language} refused={refused} />}
          <FlowTable link={link}>
            {mayMend && (
              <Form method="post">
                <FormToken />
                <SendOnce />
                <input type="hidden" name="xem" value={cause ?? ''} />
                <Act name="doi-soat" value="1" icon="refresh" text={t(words.compare)} />
              </Form>
            )}
          </FlowTable>
          {stuck.length > 0 && <StuckFilings filings={stuck} xem={cause} mayMend={mayMend} />}
          <CauseList here={here} causes={link.causes} chosen={cause} mayMend={mayMend} />
        </Pane>
        <Pane
          label={t(words.choose)}
          ground="ground"
          foot={mayMend && byMachine.length > 0 ? <MendAll causes={byMachine} chosen={cause} /> : undefined}
        >
          {cause === undefined || found.length === 0 ? (
            <EmptyState icon="circle-check" tone="good" title={t(words.none)} text={t(words.noneText)} />
          ) : (
            <Compared
              here={here}
              cause={cause}
              found={found}
              at={at}
              count={link.causes.find((one) => one.cause === cause)?.count ?? found.length}
            />
          )}
        </Pane>
      </Panes>
    </AdminPage>
  )
}

function standingText(link: Loaded['link'], t: ReturnType<typeof useSay>, show: (at: Date | null) => string): string {
  const ms = link.tookMs ?? 0
  const took =
    ms < 1000
      ? t(words.milliseconds, { took: ms })
      : t(words.seconds, { took: (ms / 1000).toFixed(1).replace('.', ',') })
  const facts = { time: show(link.answeredAt), took }
  const since = link.waitingSince === null ? '' : ` ${t(words.waitingSince, { time: show(link.waitingSince) })}`
  if (link.standing === 'down') return t(words.down, { time: show(link.downSince), next: show(link.triedNext) }) + since
  if (link.standing === 'slow') return t(words.slow, facts) + since
  if (link.standing === 'off') return t(words.off) + since
  return (link.answeredAt === null ? t(words.never) : t(words.good, facts)) + since
}

/** Looks again by itself, as long as the page is seen. */
function useRefresh(): void {
  const { revalidate } = useRevalidator()
  useEffect(() => {
    const timer = setInterval(() => {
      if (!document.hidden) void revalidate()
    }, refreshMs)
    return () => clearInterval(timer)
  }, [revalidate])
}
