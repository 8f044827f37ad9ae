import { useFetcher } from 'react-router'
import type { Words } from '#values/words.ts'
import { useKeys } from '#ui/keymap.ts'
import { FormToken } from '../../FormToken.tsx'
import { useOffice, useSay } from '../use-office.ts'
import type { Refused } from '../staff.ts'
import type { DeskView } from './desk.tsx'
import { DeskAct, pressKey } from './DeskAct.tsx'
import { deskAddress, useFreshDesk } from './use-fresh-desk.ts'
import { minutesBetween, queueWords } from './words.ts'
import './queue.css'

const words = {
  label: { vi: 'Quầy của tôi', en: 'My desk' },
  waiting: { vi: '{count} người chờ', en: '{count} waiting' },
  nobody: { vi: 'chưa gọi ai', en: 'nobody called' },
  again: { vi: 'Gọi lại', en: 'Call again' },
  absent: { vi: 'Vắng', en: 'Not there' },
  next: { vi: 'Gọi số kế tiếp', en: 'Next number' },
} as const satisfies Record<string, Words>

const refreshMs = 10_000

/** Who stands at the desk and who is next, above whatever the officer does for them. */
export function DeskStrip({ view }: { readonly view: DeskView }) {
  const { language, now } = useOffice()
  const t = useSay()
  const fetcher = useFetcher<Refused>()
  useKeys({ extra: { f2: pressKey('goi'), f3: pressKey('goi-lai'), f4: pressKey('vang') } })
  const { serving, desk, waiting } = useFreshDesk(refreshMs, view) ?? view
  const refused = fetcher.data?.refused
  return (
    <fetcher.Form method="post" action={deskAddress} className="desk-strip" aria-label={t(words.label)}>
      <FormToken />
      <input type="hidden" name="tai-cho" value="yes" />
      <span>{desk && t(queueWords.desk, { desk: desk.number })}</span>
      {serving === null ? (
        <span className="quiet">{t(words.nobody)}</span>
      ) : (
        <>
          <b>{serving.code}</b>
          <span>{serving.service[language]}</span>
          <span className="quiet">{t(queueWords.minutes, { count: minutesBetween(serving.calledAt, now) })}</span>
        </>
      )}
      <span className="desk-strip-rest" role="status">
        {refused ? refused.text : t(words.waiting, { count: waiting.length })}
      </span>
      {serving && (
        <>
          <DeskAct what="goi-lai" id={serving.id} icon="volume" cap="F3" text={t(words.again)} />
          <DeskAct what="vang" id={serving.id} cap="F4" text={t(words.absent)} />
        </>
      )}
      <DeskAct what="goi" icon="bell-ringing" cap="F2" text={t(words.next)} />
    </fetcher.Form>
  )
}
