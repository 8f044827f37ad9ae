import { Form } from 'react-router'
import { Icon } from '#ui/Icon.tsx'
import { QrCode } from '#ui/QrCode.tsx'
import { priorities, type TicketTaken } from '#engines/queue/contract.ts'
import { showClock } from '#values/show-time.ts'
import { FormToken } from '../FormToken.tsx'
import { SendOnce } from '../SendOnce.tsx'
import { useSay } from './hall.ts'
import { LeaveBar } from './LeaveBar.tsx'
import { priorityWords } from './words.ts'

const words = {
  yours: { vi: 'Số của ông/bà', en: 'Your number' },
  to: { vi: 'Đến', en: 'Go to' },
  desk: { vi: 'Quầy {desks}', en: 'Desk {desks}' },
  wait: { vi: 'Chờ gọi', en: 'Wait' },
  before: { vi: 'Trước ông/bà', en: 'Before you' },
  people: { vi: '{count} người', en: '{count}' },
  about: { vi: 'Chừng', en: 'About' },
  minutes: { vi: '{count} phút', en: '{count} minutes' },
  unknown: { vi: 'quầy chưa mở', en: 'not open yet' },
  serving: { vi: 'Đang gọi {code}. ', en: 'Now {code}. ' },
  listen: { vi: 'Nhìn bảng, nghe loa.', en: 'Watch the board and listen.' },
  missed: {
    vi: 'Lỡ lượt thì báo bàn đón tiếp, không phải lấy lại.',
    en: 'Missed it? Tell the reception, no new number is needed.',
  },
  follow: {
    vi: 'Quét mã bằng điện thoại để xem còn mấy người, chừng mấy phút.',
    en: 'Scan it with a phone to see how many are before you and how long it takes.',
  },
  print: { vi: 'In phiếu', en: 'Print' },
  priority: { vi: 'Tôi được ưu tiên', en: 'I come first by law' },
  ground: { vi: 'Cán bộ quầy xem giấy tờ khi gọi.', en: 'The officer looks at your papers when you are called.' },
  isFirst: { vi: 'Được gọi trước: {ground}', en: 'Called first: {ground}' },
  taken: { vi: 'Lấy lúc {time}', en: 'Taken at {time}' },
}

interface TicketProps {
  readonly ticket: TicketTaken
  /** Where its holder sees on a phone how far it is. */
  readonly address: string
  readonly onLeave: () => void
}

/** The number that was just given, as large as it can be; it leaves the screen by itself. */
export function Ticket({ ticket, address, onLeave }: TicketProps) {
  const { t, language } = useSay()
  return (
    <>
      <LeaveBar onLeave={onLeave} />
      <section className="ticket">
        <p className="ticket-head">
          {t(words.yours)}
          <span className="ticket-service">
            <Icon name={ticket.service.icon} /> {ticket.service.name[language]}
          </span>
        </p>
        <h1 className="ticket-code">{ticket.code}</h1>
        <dl className="ticket-facts">
          <div>
            <dt>{t(words.to)}</dt>
            <dd>{ticket.desks.length > 0 ? t(words.desk, { desks: ticket.desks.join(', ') }) : t(words.wait)}</dd>
          </div>
          <div>
            <dt>{t(words.before)}</dt>
            <dd>{t(words.people, { count: ticket.waiting })}</dd>
          </div>
          <div>
            <dt>{t(words.about)}</dt>
            <dd>{ticket.minutes === null ? t(words.unknown) : t(words.minutes, { count: ticket.minutes })}</dd>
          </div>
        </dl>
        <p>
          {ticket.serving && t(words.serving, { code: ticket.serving })}
          {t(words.listen)} {t(words.missed)}
        </p>
        <div className="ticket-follow">
          <QrCode text={address} label={t(words.follow)} size={180} />
          <div>
            <p>{t(words.follow)}</p>
            <p className="quiet">{t(words.taken, { time: showClock(ticket.takenAt) })}</p>
          </div>
        </div>
        {ticket.priority && (
          <p className="ticket-first">{t(words.isFirst, { ground: t(priorityWords[ticket.priority]) })}</p>
        )}
      </section>
      <button type="button" className="touch touch-primary" onClick={() => window.print()}>
        <Icon name="printer" /> {t(words.print)}
      </button>
      {ticket.priority === null && (
        <Form method="post" className="kiosk-card">
          <FormToken />
          <SendOnce />
          <input type="hidden" name="so" value={ticket.id} />
          <h2>
            <Icon name="wheelchair" /> {t(words.priority)}
          </h2>
          <p>{t(words.ground)}</p>
          <div className="kiosk-grounds">
            {priorities.map((ground) => (
              <button key={ground} className="touch" name="uu-tien" value={ground}>
                {t(priorityWords[ground])}
              </button>
            ))}
          </div>
        </Form>
      )}
    </>
  )
}
