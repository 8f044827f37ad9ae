import type { Words } from '#values/words.ts'
import { Icon } from '#ui/Icon.tsx'
import { Block } from '#ui/office/Panes.tsx'
import { priorityWords } from '../../hall/words.ts'
import { useOffice, useSay } from '../use-office.ts'
import type { DeskView } from './desk.tsx'
import { DeskAct } from './DeskAct.tsx'
import { minutesBetween, queueWords } from './words.ts'

const words = {
  waiting: { vi: 'Đang chờ', en: 'Waiting' },
  people: { vi: '{count} người', en: '{count}' },
  nobody: { vi: 'Không ai chờ.', en: 'Nobody waits.' },
  absent: { vi: 'Lỡ lượt', en: 'Missed their turn' },
  back: { vi: 'Nhận lại', en: 'Take back' },
  today: { vi: 'Hôm nay tôi phục vụ', en: 'Served by me today' },
  served: { vi: '{count} lượt', en: '{count}' },
  wait: { vi: 'Chờ giữa chừng {minutes} phút', en: 'Median wait {minutes} min' },
  mark: { vi: 'Người dân chấm {mark} / 5', en: 'Rated {mark} / 5' },
} as const satisfies Record<string, Words>

/** Who waits for this desk in the order in which they are called, who missed their turn, and the day so far. */
export function WaitingList({ view }: { readonly view: DeskView }) {
  const { language, now } = useOffice()
  const t = useSay()
  const { waiting, absent, today } = view
  return (
    <>
      {view.desk && (
        <Block title={t(words.waiting)} count={t(words.people, { count: waiting.length })} small>
          {waiting.length === 0 && <p className="quiet">{t(words.nobody)}</p>}
          <ol className="desk-waiting">
            {waiting.map((ticket) => (
              <li key={ticket.id}>
                <b>{ticket.code}</b>
                <span>
                  {ticket.priority ? (
                    <>
                      <Icon name="wheelchair" /> {t(priorityWords[ticket.priority])}
                    </>
                  ) : (
                    ticket.service[language]
                  )}
                </span>
                <small>{t(queueWords.minutes, { count: minutesBetween(ticket.takenAt, now) })}</small>
              </li>
            ))}
          </ol>
        </Block>
      )}
      {absent.length > 0 && (
        <Block title={t(words.absent)} small>
          <ul className="desk-waiting">
            {absent.map((ticket) => (
              <li key={ticket.id}>
                <b>{ticket.code}</b>
                <span>{ticket.service[language]}</span>
                <DeskAct what="nhan-lai" id={ticket.id} kind="link" text={t(words.back)} />
              </li>
            ))}
          </ul>
        </Block>
      )}
      <Block title={t(words.today)} count={t(words.served, { count: today.served })} small>
        {today.waitMinutes !== null && (
          <p className="quiet">{t(words.wait, { minutes: Math.round(today.waitMinutes) })}</p>
        )}
        {today.mark !== null && <p className="quiet">{t(words.mark, { mark: today.mark.toFixed(1) })}</p>}
      </Block>
    </>
  )
}
