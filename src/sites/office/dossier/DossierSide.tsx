import { dateAt } from '#values/plain-date.ts'
import { showClock, showDayMonth, showWeekday } from '#values/show-time.ts'
import type { Words } from '#values/words.ts'
import { Opinion } from '#ui/office/History.tsx'
import { NoteBox } from '#ui/office/Badge.tsx'
import { Act } from '#ui/office/Button.tsx'
import { Block, Pane } from '#ui/office/Panes.tsx'
import { ActPanel, type PostChoice } from '../acts/ActPanel.tsx'
import { RefusedNote } from '../RefusedNote.tsx'
import { Actions } from '../acts/Actions.tsx'
import { taskOf, type OfficeDossier } from '../acts/acts.ts'
import { Estimate, type Estimated } from '../AtRiskDossier.tsx'
import { AtCounter } from '../counter/AtCounter.tsx'
import { DueBadge } from '../DueBadge.tsx'
import { NextStep } from '../inbox/InboxPreview.tsx'
import type { Refused } from '../staff.ts'
import { useOffice, useSay } from '../use-office.ts'
import { officeWords } from '../words.ts'
import { DeadlineClock } from './DeadlineClock.tsx'
import { DossierHistory } from './DossierHistory.tsx'
import { opinionsOf } from './opinions.ts'
import { printHref } from './paper-links.ts'
import { ToldOutside } from './ToldOutside.tsx'
import type { Access } from './WhyTab.tsx'

const words = {
  due: { vi: 'Hạn {clock} {day}', en: 'Due {clock} {day}' },
  promised: { vi: 'Đã hẹn lại {day}.', en: 'Promised anew for {day}.' },
  actions: { vi: 'Việc làm được', en: 'Actions' },
  opinions: { vi: 'Ý kiến', en: 'Opinions' },
  write: { vi: 'Viết ý kiến', en: 'Write an opinion' },
  history: { vi: 'Lịch sử', en: 'History' },
  slip: { vi: 'Phiếu kiểm soát', en: 'Control slip' },
  all: { vi: 'Xem đủ', en: 'All' },
  why: { vi: 'Vì sao tôi thấy hồ sơ này?', en: 'Why can I see this dossier?' },
  others: { vi: '{count} người xem được.', en: '{count} people can see it.' },
  list: { vi: 'Xem danh sách', en: 'See the list' },
} as const satisfies Record<string, Words>

/** What is done in a tab says there why it was refused. */
const saidInTabs = new Set(['save', 'pay', 'revoke-result', 'call', 'minutes', 'grant-exemption', 'refuse-exemption'])

interface DossierSideProps {
  readonly dossier: OfficeDossier
  readonly access: Access
  /** Null where nothing is forecast: it ended, its clock stands, or it is late already. */
  readonly forecast: (Estimated & { readonly isAtRisk: boolean }) | null
  readonly posts: readonly PostChoice[]
  readonly now: Date
  readonly panel: string | undefined
  readonly panelHref: (panel: string) => string
  readonly closeHref: string
  readonly whyHref: string
  readonly historyHref: string
  readonly refused: Refused['refused'] | undefined
}

/** The right column of a dossier: time, what can be done, what was said, why one sees it. */
export function DossierSide({
  dossier,
  access,
  forecast,
  posts,
  now,
  panel,
  panelHref,
  closeHref,
  whyHref,
  historyHref,
  refused,
}: DossierSideProps) {
  const { language, me } = useOffice()
  const t = useSay()
  const opinions = opinionsOf(dossier)
  const isPromised = dossier.promised !== null && dossier.promised.getTime() !== dossier.deadline.getTime()
  return (
    <Pane label={t(words.actions)} ground="ground">
      <Block
        title={t(words.due, {
          clock: showClock(dossier.deadline),
          day: `${showWeekday(dateAt(dossier.deadline), language)} ${showDayMonth(dateAt(dossier.deadline))}`,
        })}
        right={
          <DueBadge
            due={dossier.deadline}
            now={now}
            language={language}
            status={dossier.status}
            outcome={dossier.outcome}
            finishedAt={dossier.finishedAt}
            left={dossier.left}
            wide
          />
        }
      >
        <DeadlineClock dossier={dossier} now={now} />
        {isPromised && dossier.promised && (
          <p className="quiet">{t(words.promised, { day: showDayMonth(dateAt(dossier.promised)) })}</p>
        )}
        <NextStep dossier={dossier} />
      </Block>
      {forecast?.isAtRisk && (
        <Block>
          <NoteBox tone="soon" icon="alarm" title={<a href="/can-bo/nguy-co">{t(officeWords.atRisk)}</a>}>
            <Estimate {...forecast} />
          </NoteBox>
        </Block>
      )}
      {panel === undefined ? (
        <Block>
          {refused && !saidInTabs.has(refused.typed['do'] ?? '') && (
            <RefusedNote language={language} refused={refused} />
          )}
          <Actions language={language} dossier={dossier} permissions={me.permissions} panelHref={panelHref} canRemind />
          <AtCounter id={dossier.id} atCounter={dossier.atCounter} />
        </Block>
      ) : (
        <ActPanel
          language={language}
          open={panel}
          dossier={dossier}
          taskId={taskOf(dossier)?.id}
          posts={posts}
          now={now}
          closeHref={closeHref}
          refused={refused}
        />
      )}
      <Block title={t(words.opinions)} count={opinions.length} small>
        {opinions
          .slice(-4)
          .toReversed()
          .map((one) => (
            <Opinion key={one.id} name={one.name} post={one.post} when={one.when}>
              {one.text}
            </Opinion>
          ))}
        {opinions.length === 0 && dossier.canAdvise && (
          <Act kind="link" icon="message-2" text={t(words.write)} href={panelHref('opinion')} />
        )}
      </Block>
      <Block title={t(words.history)} small right={<a href={printHref(dossier.id, 'control-slip')}>{t(words.slip)}</a>}>
        <DossierHistory dossier={dossier} most={5} />
        <a href={historyHref}>{t(words.all)}</a>
      </Block>
      <ToldOutside dossier={dossier} most={2} />
      <Block title={t(words.why)} small>
        <p className="quiet">
          {t(access.words)} {t(words.others, { count: access.seenBy.length })} <a href={whyHref}>{t(words.list)}</a>
        </p>
      </Block>
    </Pane>
  )
}
