import { useLoaderData, type LoaderFunctionArgs } from 'react-router'
import { classes } from '#ui/class-names.ts'
import { Icon } from '#ui/Icon.tsx'
import type { Board } from '#engines/queue/contract.ts'
import { showClock } from '#values/show-time.ts'
import { hallPage, useSay } from './hall.ts'
import { HallHead } from './HallHead.tsx'
import { useBoard } from './use-board.ts'
import { useVoice } from './use-voice.ts'
import { sayForecast } from './words.ts'

const words = {
  invite: { vi: 'Mời số', en: 'Now calling' },
  none: { vi: 'Chưa gọi số nào', en: 'No number called yet' },
  toDesk: { vi: 'Quầy {desk}', en: 'Desk {desk}' },
  before: { vi: 'Vừa gọi', en: 'Just before' },
  earlier: { vi: 'Trước đó', en: 'Earlier' },
  call: { vi: '{code}, quầy {desk}', en: '{code}, desk {desk}' },
  desk: { vi: 'Quầy', en: 'Desk' },
  service: { vi: 'Việc', en: 'For' },
  serving: { vi: 'Đang phục vụ', en: 'Serving' },
  paused: { vi: 'Tạm nghỉ', en: 'Paused' },
  until: { vi: 'Tạm nghỉ đến {time}', en: 'Back at {time}' },
  closed: { vi: 'Chưa mở', en: 'Closed' },
  waits: { vi: 'Lấy số lúc này thì chờ', en: 'Waiting times now' },
  missed: {
    vi: 'Lỡ lượt không phải lấy số lại: xin báo bàn đón tiếp, sẽ được gọi kế tiếp.',
    en: 'Missed your turn? Tell the reception; you are called next.',
  },
  first: {
    vi: 'Người cao tuổi, người khuyết tật, phụ nữ có thai được gọi trước.',
    en: 'The elderly, the disabled and pregnant women are called first.',
  },
  silent: { vi: 'Bảng không có tiếng: xin nhìn bảng.', en: 'Without sound: please watch the board.' },
  blocked: { vi: 'Chạm vào màn hình một lần để bật tiếng.', en: 'Touch the screen once to turn the sound on.' },
  lost: { vi: 'Đang nối lại, số có thể đã cũ.', en: 'Connecting again; numbers may be old.' },
}

export async function loader(args: LoaderFunctionArgs) {
  return { board: await hallPage(args).client.queue.viewBoard({}), at: new Date() }
}

/** The board of the hall: who is called to which desk; pushed, said aloud, no name of anybody. */
export default function HallBoard() {
  const { board: first, at } = useLoaderData<typeof loader>()
  const { board, isLost } = useBoard(first)
  const { t, language } = useSay()
  const last = board.calls[0]
  const voice = useVoice(board.calls)
  return (
    <div className="board">
      <HallHead centre={board.centre} at={at} />
      <main className="board-main">
        <section className="board-call" aria-live="polite">
          <h1 className="board-invite">{t(last ? words.invite : words.none)}</h1>
          {last && (
            <div className="board-last" key={`${last.ticket} ${last.at.getTime()}`}>
              <p className="board-code">{last.code}</p>
              <p className="board-desk">
                <Icon name="arrow-right" /> {t(words.toDesk, { desk: last.desk })}
              </p>
              <p className="board-service">{last.service[language]}</p>
            </div>
          )}
          <dl className="board-before">
            {board.calls.slice(1, 3).map((call, place) => (
              <div key={call.ticket}>
                <dt>{t(place === 0 ? words.before : words.earlier)}</dt>
                <dd>{t(words.call, { code: call.code, desk: call.desk })}</dd>
              </div>
            ))}
          </dl>
        </section>
        <div className="board-side">
          <table className="board-desks">
            <thead>
              <tr>
                <th>{t(words.desk)}</th>
                <th>{t(words.service)}</th>
                <th>{t(words.serving)}</th>
              </tr>
            </thead>
            <tbody>
              {board.desks.map((desk) => (
                <Desk
                  key={desk.number}
                  desk={desk}
                  isCalled={desk.number === last?.desk && desk.serving === last.code}
                />
              ))}
            </tbody>
          </table>
          <Waits waits={board.waits} />
        </div>
      </main>
      <footer className="board-foot">
        <Icon name="info-circle" />
        <p>
          {t(words.missed)}
          <br />
          {isLost
            ? t(words.lost)
            : voice === 'silent'
              ? t(words.silent)
              : voice === 'blocked'
                ? t(words.blocked)
                : t(words.first)}
        </p>
      </footer>
    </div>
  )
}

/** How long whoever takes a number now will probably wait, by service; of one without an open desk nothing is known. */
function Waits({ waits }: { readonly waits: Board['waits'] }) {
  const { t, language } = useSay()
  const known = waits.filter(({ minutes }) => minutes !== null)
  if (known.length === 0) return null
  return (
    <section className="board-waits">
      <h2>{t(words.waits)}</h2>
      <dl>
        {known.map((one) => (
          <div key={one.letter}>
            <dt>
              <b>{one.letter}</b> {one.name[language]}
            </dt>
            <dd>{sayForecast(one, language)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function Desk({ desk, isCalled }: { readonly desk: Board['desks'][number]; readonly isCalled: boolean }) {
  const { t, language } = useSay()
  const state =
    desk.state === 'closed'
      ? t(words.closed)
      : desk.state === 'paused'
        ? desk.backAt
          ? t(words.until, { time: showClock(desk.backAt) })
          : t(words.paused)
        : ''
  return (
    <tr className={classes(isCalled && 'board-called', desk.serving === null && desk.state !== 'open' && 'board-off')}>
      <th scope="row">{desk.number}</th>
      <td>{desk.services.map((name) => name[language]).join(' · ')}</td>
      <td>{desk.serving === null ? <small>{state}</small> : <b>{desk.serving}</b>}</td>
    </tr>
  )
}
