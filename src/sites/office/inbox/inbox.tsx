import {
  redirect,
  useActionData,
  useLoaderData,
  useNavigate,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from 'react-router'
import { useEffect } from 'react'
import type { Words } from '#values/words.ts'
import { hintOf, moveHint, type Bindings } from '#ui/keymap.ts'
import { Pane, Panes } from '#ui/office/Panes.tsx'
import { Tabs } from '#ui/office/Tabs.tsx'
import { StatusText } from '#ui/office/Badge.tsx'
import { Act, IconButton } from '#ui/office/Button.tsx'
import { isPanel, sortActs, taskOf, wordsOfAct } from '../acts/acts.ts'
import { doAct } from '../acts/do-act.ts'
import { writeDone } from '../acts/done.ts'
import { useDone } from '../acts/use-done.ts'
import { useActKeys } from '../acts/use-act-keys.ts'
import { FailedColumn } from '../Failed.tsx'
import { OfficePage } from '../OfficePage.tsx'
import { refusedAnswer, staffPage, tried, type Refused } from '../staff.ts'
import { textOf } from '../../form-text.ts'
import { useOffice, useSay } from '../use-office.ts'
import { useScriptsAhead } from '../use-scripts-ahead.ts'
import { officeWords } from '../words.ts'
import { inboxHref, readInboxPlace, type InboxPlace } from './address.ts'
import { doMany, isMany } from './do-many.ts'
import { InboxActions } from './InboxActions.tsx'
import { InboxList } from './InboxList.tsx'
import { InboxEmpty, InboxPreview } from './InboxPreview.tsx'
import { MarkedActions } from './MarkedActions.tsx'
import { useMarkKeys, useMarks } from './use-marks.ts'
import { PaperPane } from '../dossier/PaperPane.tsx'
import { titled } from '../../titled.ts'

const words = {
  mine: { vi: 'Của tôi', en: 'Mine' },
  unit: { vi: 'Phòng', en: 'My unit' },
  delegated: { vi: 'Được ủy quyền', en: 'Delegated to me' },
  tabs: { vi: 'Việc của ai', en: 'Whose work' },
  list: { vi: 'Danh sách việc', en: 'Work' },
  preview: { vi: 'Việc đang chọn', en: 'The selected work' },
  first: { vi: 'Về đầu', en: 'First' },
  more: { vi: 'Xem tiếp', en: 'More' },
  atRisk: { vi: '{count} hồ sơ có nguy cơ trễ hạn', en: '{count} dossiers will probably be late' },
  mark: { vi: 'Chọn nhiều việc (X)', en: 'Mark several (X)' },
} as const satisfies Record<string, Words>

const pageSize = 40

export async function loader(args: LoaderFunctionArgs) {
  const page = staffPage(args)
  const { client, call } = page
  const place = readInboxPlace(new URL(args.request.url).searchParams)
  const inbox = await client.workflow.listInbox({ whose: place.whose, after: place.after, limit: pageSize })
  // One's own first item opens by itself: it is the work at hand. Others' dossiers are read, and logged, only when chosen.
  const chosen =
    place.chosen ??
    (place.whose === 'mine'
      ? inbox.rows.find((row) => row.subjectType === 'dossier' && !row.isWaiting)?.subjectId
      : undefined)
  const preview = chosen === undefined ? undefined : await tried(page, () => client.services.getDossier({ id: chosen }))
  const unitId = place.unit ?? (preview && 'value' in preview ? taskOf(preview.value)?.unitId : undefined)
  const posts =
    (place.unit !== undefined || place.panel === 'assign') && unitId && call.actor.permissions.has('task.reassign')
      ? (await client.directory.getUnit({ id: unitId })).posts
      : []
  const ahead = page.scriptsOf('office-dossier')
  return { place: { ...place, chosen }, inbox, preview, posts, ahead, now: new Date() }
}

export async function action(args: ActionFunctionArgs) {
  const page = staffPage(args)
  const form = await args.request.formData()
  const place = readInboxPlace(new URL(args.request.url).searchParams)
  try {
    const { whose, after } = place
    const at = Date.now()
    if (isMany(form)) {
      const did = await doMany(page.client, form, page.language)
      return redirect(inboxHref({ whose, after, done: writeDone({ ...did, at }) }))
    }
    const did = await doAct(page, form)
    const stays = ['opinion', 'take', 'assign', 'undo'].includes(did.what)
    return redirect(
      inboxHref({
        whose,
        after,
        chosen: textOf(form, stays ? 'dossier' : 'next') || undefined,
        done: writeDone({ ...did, about: textOf(form, 'code'), at }),
      }),
    )
  } catch (error) {
    return refusedAnswer(error, page, form)
  }
}

export const meta: MetaFunction = ({ matches }) => titled(matches, officeWords.inbox, officeWords.brand)

export default function Inbox() {
  const { place, inbox, preview, posts, ahead, now } = useLoaderData<typeof loader>()
  const { language, counts, me, atRisk } = useOffice()
  const refused = useActionData<Refused>()?.refused
  const t = useSay()
  const navigate = useNavigate()
  const dossier = preview && 'value' in preview ? preview.value : undefined
  const here: InboxPlace = { whose: place.whose, after: place.after, chosen: place.chosen }
  const asked = place.panel ?? refused?.typed['viec']
  const panel = asked && dossier && isPanel(dossier, asked) ? asked : undefined
  const panelHref = (name: string) => inboxHref({ ...here, panel: name })
  const closeHref = inboxHref(here)
  // In the order in which they are drawn: J and K go down what is seen.
  const rows = inbox.rows.toSorted((a, b) => Number(a.isWaiting) - Number(b.isWaiting))
  const at = rows.findIndex((row) => row.subjectId === place.chosen)
  const neighbour = (step: number) => rows[at < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, at + step))]?.subjectId
  const move = (step: number) => () =>
    void navigate(inboxHref({ whose: place.whose, after: place.after, chosen: neighbour(step) }), {
      preventScrollReset: true,
    })
  const openHref = dossier && `/can-bo/ho-so/${dossier.id}`
  const tabs = ['mine', 'unit', 'delegated'] as const
  const marks = useMarks(rows, place.done)
  const assignHref = me.permissions.includes('task.reassign')
    ? (unit: string) => inboxHref({ ...here, panel: 'many-assign', unit })
    : undefined
  const markKeys = useMarkKeys(marks, assignHref)
  const newerHref = place.after && inboxHref({ whose: place.whose })
  const olderHref = inbox.next && inboxHref({ whose: place.whose, after: inbox.next })
  const ofOne = useActKeys({
    dossier,
    panelHref,
    open: panel,
    closeHref,
    canAssign: me.permissions.includes('task.reassign'),
  })
  const keys: Bindings = marks.rows === undefined ? ofOne : markKeys
  useEffect(() => {
    if (at >= 0) document.querySelector('.work-item.is-selected')?.scrollIntoView({ block: 'nearest' })
  }, [at])
  const done = useDone(place.done, place.chosen)
  useScriptsAhead(ahead)
  const primary = dossier && sortActs(dossier).primary
  return (
    <OfficePage
      keys={{
        next: move(1),
        previous: move(-1),
        ...(openHref && { open: () => void navigate(openHref) }),
        mark: () => marks.toggle(rows[at]),
        ...(newerHref && { earlier: () => void navigate(newerHref) }),
        ...(olderHref && { onward: () => void navigate(olderHref) }),
        ...keys,
        extra: Object.fromEntries(
          tabs.map((whose, index) => [String(index + 1), () => void navigate(inboxHref({ whose }))]),
        ),
      }}
      hints={[
        moveHint(language),
        ...(['open', 'submit', 'done', 'opinion', 'pass', 'return', 'later', 'mark'] as const)
          .filter((name) =>
            name === 'mark' ? rows.length > 0 : (name === 'open' ? openHref : keys[name]) !== undefined,
          )
          .map((name) => hintOf(name, language)),
        hintOf('goD', language),
      ]}
      {...done}
      acts={
        dossier &&
        (primary?.refused === undefined && primary
          ? [
              {
                id: 'primary',
                icon: 'arrow-up-right' as const,
                pieces: [t(wordsOfAct(primary, dossier))],
                cap: 'T',
                onAct: () => ofOne.submit?.(new KeyboardEvent('keydown')),
              },
            ]
          : []
        ).concat([
          {
            id: 'opinion',
            icon: 'message-2' as never,
            pieces: [t({ vi: 'Ghi ý kiến', en: 'Write an opinion' })],
            cap: 'Y',
            onAct: () => void navigate(panelHref('opinion')),
          },
        ])
      }
    >
      <Panes shape="inbox">
        <Pane
          label={t(words.list)}
          head={
            <>
              <h1 className="unseen">{t(officeWords.inbox)}</h1>
              <Tabs
                label={t(words.tabs)}
                items={tabs.map((whose) => ({
                  href: inboxHref({ whose }),
                  text: t(words[whose]),
                  count: countText(counts[whose]),
                  current: whose === place.whose,
                }))}
                right={
                  rows.length > 0 && (
                    <IconButton
                      icon="list-check"
                      label={t(words.mark)}
                      pressed={marks.rows !== undefined}
                      onAct={() => (marks.rows === undefined ? marks.toggle(rows[at]) : marks.clear())}
                    />
                  )
                }
              />
              {atRisk !== null && atRisk.count > 0 && (
                <p className="at-risk">
                  <a href="/can-bo/nguy-co">
                    <StatusText tone="soon">
                      {t(words.atRisk, { count: `${atRisk.count}${atRisk.isCapped ? '+' : ''}` })}
                    </StatusText>
                  </a>
                </p>
              )}
            </>
          }
          foot={
            (newerHref || olderHref) && (
              <>
                {newerHref && <Act text={t(words.first)} icon="chevron-left" cap="[" href={newerHref} />}
                {olderHref && <Act text={t(words.more)} icon="chevron-right" cap="]" href={olderHref} />}
              </>
            )
          }
        >
          <InboxList
            rows={rows}
            place={here}
            now={now}
            marks={marks}
            refusedId={refused ? refused.typed['dossier'] : undefined}
          />
        </Pane>
        <Pane label={t(words.preview)} still>
          {preview === undefined ? (
            <InboxEmpty place={here} isEmpty={rows.length === 0} />
          ) : 'failed' in preview ? (
            <FailedColumn language={language} told={preview.failed} />
          ) : (
            <InboxPreview
              dossier={preview.value}
              now={now}
              at={at}
              total={rows.length}
              hrefAt={(index) => rows[index] && inboxHref({ ...here, chosen: rows[index].subjectId })}
            />
          )}
        </Pane>
        {dossier && <PaperPane dossier={dossier} wideOnly />}
        {marks.rows === undefined ? (
          <InboxActions
            hasWork={rows.length > 0}
            dossier={dossier}
            taskId={rows[at]?.id}
            posts={posts}
            now={now}
            panel={panel}
            panelHref={panelHref}
            closeHref={closeHref}
            refused={refused}
            nextId={rows[at + 1]?.subjectId ?? rows[at - 1]?.subjectId}
          />
        ) : (
          <MarkedActions
            marks={marks}
            now={now}
            posts={place.unit ? posts : []}
            assignHref={assignHref}
            refused={refused}
          />
        )}
      </Panes>
    </OfficePage>
  )
}

const countText = ({ open, isCapped }: { open: number; isCapped: boolean }): string => `${open}${isCapped ? '+' : ''}`
