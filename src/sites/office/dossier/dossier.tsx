import {
  redirect,
  useActionData,
  useLoaderData,
  useNavigate,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from 'react-router'
import { dateAt } from '#values/plain-date.ts'
import { showClock, showDate } from '#values/show-time.ts'
import type { Words } from '#values/words.ts'
import { hintOf } from '#ui/keymap.ts'
import { IconButton } from '#ui/office/Button.tsx'
import { Menu } from '#ui/office/Menu.tsx'
import { Block, PageHead, Pane, Panes } from '#ui/office/Panes.tsx'
import { Tabs } from '#ui/office/Tabs.tsx'
import { isPanel, taskOf } from '../acts/acts.ts'
import { doAct } from '../acts/do-act.ts'
import { writeDone } from '../acts/done.ts'
import { useDone } from '../acts/use-done.ts'
import { useActKeys } from '../acts/use-act-keys.ts'
import { inboxHref } from '../inbox/address.ts'
import { ExemptionLines } from '../counter/ExemptionLines.tsx'
import { RefusedNote } from '../RefusedNote.tsx'
import { OfficePage } from '../OfficePage.tsx'
import { refusedAnswer, staffPage, type Refused } from '../staff.ts'
import { textOf } from '../../form-text.ts'
import { useOffice, useSay } from '../use-office.ts'
import { officeWords } from '../words.ts'
import { dossierHref, dossierTabs, readDossierPlace } from './address.ts'
import { DataTab } from './DataTab.tsx'
import { TrailLinks } from '../../admin/TrailLinks.tsx'
import { DossierHistory } from './DossierHistory.tsx'
import { ToldOutside } from './ToldOutside.tsx'
import { DossierSide } from './DossierSide.tsx'
import { MeetingTab } from './MeetingTab.tsx'
import { FiledThere } from './FiledThere.tsx'
import { paperLinks, printHref } from './paper-links.ts'
import { PaperPane } from './PaperPane.tsx'
import { RelatedTab } from './RelatedTab.tsx'
import { ResultTab } from './ResultTab.tsx'
import { saveMeeting } from './save-meeting.ts'
import { RevokedNote } from './IssuedResult.tsx'
import { revokeResult, saveResult } from './save-result.ts'
import { WhyTab } from './WhyTab.tsx'
import { titled } from '../../titled.ts'

const words = {
  'du-lieu': { vi: 'Dữ liệu', en: 'Data' },
  hop: { vi: 'Họp, kiểm tra', en: 'Council, inspection' },
  'ket-qua': { vi: 'Kết quả dự thảo', en: 'Draft result' },
  'lich-su': { vi: 'Lịch sử', en: 'History' },
  'lien-quan': { vi: 'Liên quan', en: 'Related' },
  'vi-sao': { vi: 'Ai xem được', en: 'Who can see it' },
  parts: { vi: 'Phần của hồ sơ', en: 'Parts of the dossier' },
  line: {
    vi: '{code} · Thủ tục {procedure}, bản {version} · {channel} {time}',
    en: '{code} · Procedure {procedure}, version {version} · {channel} {time}',
  },
  online: { vi: 'Nộp trực tuyến', en: 'Filed online' },
  counter: { vi: 'Nộp tại quầy', en: 'Filed at the counter' },
  post: { vi: 'Gửi bưu chính', en: 'Sent by post' },
  print: { vi: 'In phiếu kiểm soát', en: 'Print the control slip' },
  prints: { vi: 'In biểu mẫu', en: 'Print forms' },
  actions: { vi: 'Việc làm được', en: 'Actions' },
  papers: { vi: 'giấy tờ', en: 'papers' },
} as const satisfies Record<string, Words>

const prints = {
  'control-slip': { vi: 'Phiếu kiểm soát quá trình', en: 'Control slip' },
  'receipt-slip': { vi: 'Giấy tiếp nhận và hẹn trả', en: 'Receipt slip' },
  application: { vi: 'Đơn', en: 'Application' },
  'supplement-request': { vi: 'Phiếu yêu cầu bổ sung', en: 'Supplement request' },
  'apology-notice': { vi: 'Phiếu xin lỗi và hẹn lại', en: 'Apology notice' },
  'rejection-slip': { vi: 'Phiếu từ chối tiếp nhận', en: 'Rejection slip' },
  result: { vi: 'Kết quả', en: 'Result' },
} as const satisfies Record<string, Words>

export async function loader(args: LoaderFunctionArgs) {
  const page = staffPage(args)
  const { client, call } = page
  const id = args.params['id'] ?? ''
  const place = readDossierPlace(id, new URL(args.request.url).searchParams)
  const [dossier, access, { forecast }] = await Promise.all([
    client.services.getDossier({ id }),
    client.services.explainAccess({ id }),
    client.reporting.getForecast({ id }),
  ])
  // Only what came online can have been filed on the national portal.
  const { filing } =
    dossier.channel === 'online' && place.tab === 'du-lieu'
      ? await client.nationalPortal.viewNationalFiling({ id })
      : { filing: null }
  const unitId = taskOf(dossier)?.unitId
  const posts =
    place.panel === 'assign' && unitId && call.actor.permissions.has('task.reassign')
      ? (await client.directory.getUnit({ id: unitId })).posts
      : []
  return { place, dossier, access, forecast, posts, filing, now: new Date() }
}

export async function action(args: ActionFunctionArgs) {
  const page = staffPage(args)
  const form = await args.request.formData()
  const id = args.params['id'] ?? ''
  const place = readDossierPlace(id, new URL(args.request.url).searchParams)
  form.set('dossier', id)
  try {
    if (textOf(form, 'do') === 'save') {
      await saveResult(page, id, form)
      return redirect(dossierHref({ id, tab: place.tab, paper: place.paper }))
    }
    if (textOf(form, 'do') === 'revoke-result') {
      await revokeResult(page, id, form)
      return redirect(dossierHref({ id, tab: place.tab }))
    }
    if (await saveMeeting(page, id, form)) return redirect(dossierHref({ id, tab: place.tab, paper: place.paper }))
    const did = await doAct(page, form)
    const done = writeDone({ ...did, about: textOf(form, 'code'), at: Date.now() })
    if (textOf(form, 'then') === 'next') return redirect(inboxHref({ whose: 'mine', done }))
    return redirect(dossierHref({ id, tab: place.tab, paper: place.paper, done }))
  } catch (error) {
    return refusedAnswer(error, page, form)
  }
}

export const meta: MetaFunction<typeof loader> = ({ loaderData, matches }) =>
  titled(matches, `${loaderData?.dossier.code ?? ''} ${loaderData?.dossier.procedureName ?? ''}`, officeWords.brand)

export default function DossierPage() {
  const { place, dossier, access, forecast, posts, filing, now } = useLoaderData<typeof loader>()
  // Papers that were sent anew stand beside the data, not in it.
  const changedFields = dossier.changed.filter(({ path }) => !path.startsWith('papers.')).length
  const refused = useActionData<Refused>()?.refused
  const known = useOffice()
  const { language, me } = known
  const t = useSay()
  const navigate = useNavigate()
  const here = { id: place.id, tab: place.tab, paper: place.paper, pins: place.pins }
  const asked = place.panel ?? refused?.typed['viec']
  const panel = asked && isPanel(dossier, asked) ? asked : undefined
  const panelHref = (name: string) => dossierHref({ ...here, panel: name })
  const closeHref = dossierHref(here)
  const canPin =
    place.tab === 'du-lieu' && dossier.allowed.some((one) => one.action === 'supplement' && one.refused === undefined)
  const keys = useActKeys({
    dossier,
    panelHref,
    open: panel,
    closeHref,
    canAssign: me.permissions.includes('task.reassign'),
  })
  const papers = paperLinks(dossier, language)
  const shownTabs = dossierTabs.filter((one) => one !== 'hop' || dossier.meetings.length > 0)
  const tab = { dossier, place, refused }
  const done = useDone(place.done, dossier.id)
  return (
    <OfficePage
      rail
      {...done}
      keys={{
        ...(panel === undefined && { back: () => void navigate('/can-bo') }),
        ...keys,
        extra: Object.fromEntries(
          papers
            .slice(0, 9)
            .map((paper, at) => [String(at + 1), () => void navigate(dossierHref({ ...here, paper: paper.id }))]),
        ),
      }}
      hints={[
        ...(papers.length === 0
          ? []
          : [
              {
                caps: papers.length === 1 ? ['1'] : ['1', '–', String(Math.min(9, papers.length))],
                text: t(words.papers),
              },
            ]),
        ...(canPin ? [hintOf('pin', language)] : []),
        ...(['submit', 'done', 'pass', 'return', 'opinion', 'later'] as const)
          .filter((name) => keys[name] !== undefined)
          .map((name) => hintOf(name, language)),
        hintOf('back', language),
      ]}
    >
      <PageHead
        back={{ href: '/can-bo', text: t(officeWords.inbox) }}
        title={dossier.procedureName}
        beside={`· ${[dossier.enterpriseName ?? dossier.applicantName, ...dossier.coApplicants].join(', ')}`}
        text={t(words.line, {
          code: dossier.code,
          procedure: dossier.procedureCode,
          version: dossier.versionNumber,
          channel: t(words[dossier.channel as 'online'] ?? words.online),
          time: `${showDate(dateAt(dossier.filedAt))} ${showClock(dossier.filedAt)}`,
        })}
        right={
          <>
            <IconButton icon="printer" label={t(words.print)} href={printHref(dossier.id, 'control-slip')} />
            <Menu
              label={t(words.prints)}
              items={Object.entries(prints)
                .filter(([form]) => canPrint(form))
                .map(([form, one]) => ({ text: t(one), icon: 'printer', href: printHref(dossier.id, form) }))}
            />
          </>
        }
      />
      <Panes shape="work">
        <PaperPane
          dossier={dossier}
          chosen={place.paper ?? (place.tab === 'ket-qua' && dossier.result ? 'result' : undefined)}
          hrefOf={(paper) => dossierHref({ ...here, panel: place.panel, paper })}
        />
        <Pane
          label={t(words[place.tab])}
          still={place.tab === 'vi-sao' || place.tab === 'lich-su'}
          head={
            <Tabs
              label={t(words.parts)}
              items={shownTabs.map((one) => ({
                href: dossierHref({ ...here, tab: one }),
                text: t(words[one]),
                count:
                  one === 'vi-sao'
                    ? access.seenBy.length
                    : one === 'du-lieu' && changedFields > 0
                      ? changedFields
                      : undefined,
                current: one === place.tab,
              }))}
            />
          }
        >
          <RevokedNote result={dossier.result} />
          {place.tab === 'hop' && <MeetingTab {...tab} />}
          {filing && <FiledThere {...filing} />}
          {place.tab === 'du-lieu' && (
            <>
              {refused?.typed['do']?.endsWith('-exemption') && <RefusedNote language={language} refused={refused} />}
              <ExemptionLines exemptions={dossier.exemptions} canDecide={me.permissions.includes('dossier.receive')} />
              <DataTab {...tab} />
            </>
          )}
          {place.tab === 'ket-qua' && <ResultTab {...tab} />}
          {place.tab === 'lich-su' && (
            <>
              <Block>
                <DossierHistory dossier={dossier} full />
              </Block>
              <ToldOutside dossier={dossier} />
              <TrailLinks known={known} object={`dossier:${dossier.id}`} />
            </>
          )}
          {place.tab === 'lien-quan' && <RelatedTab {...tab} />}
          {place.tab === 'vi-sao' && <WhyTab access={access} />}
        </Pane>
        <DossierSide
          dossier={dossier}
          access={access}
          forecast={forecast}
          posts={posts}
          now={now}
          panel={panel}
          panelHref={panelHref}
          closeHref={closeHref}
          whyHref={dossierHref({ ...here, tab: 'vi-sao' })}
          historyHref={dossierHref({ ...here, tab: 'lich-su' })}
          refused={refused}
        />
      </Panes>
    </OfficePage>
  )

  /** Slips that exist at this state. */
  function canPrint(form: string): boolean {
    if (form === 'supplement-request') return dossier.supplement !== null
    if (form === 'rejection-slip') return dossier.outcome === 'rejected'
    if (form === 'apology-notice') return dossier.history.some((line) => line.kind === 'apologised')
    if (form === 'result') return dossier.result !== null
    return true
  }
}
