import type { Words } from '#values/words.ts'
import { StatusText } from '#ui/office/Badge.tsx'
import { Act, ActionRow } from '#ui/office/Button.tsx'
import { SelectField, TextField } from '#ui/office/Fields.tsx'
import { Block } from '#ui/office/Panes.tsx'
import { showClock } from '#values/show-time.ts'
import { priorityWords } from '../../hall/words.ts'
import { dossierPath } from '../counter/words.ts'
import { useOffice, useSay } from '../use-office.ts'
import type { DeskView } from './desk.tsx'
import { DeskAct } from './DeskAct.tsx'
import { minutesBetween, queueWords } from './words.ts'

const words = {
  serving: {
    vi: 'Quầy {desk} · đang phục vụ từ {time}, {minutes} phút',
    en: 'Desk {desk} · since {time}, {minutes} min',
  },
  calls: { vi: 'đã gọi {count} lần', en: 'called {count} times' },
  nobody: { vi: 'Chưa gọi ai', en: 'Nobody is called' },
  paused: { vi: 'Quầy đang tạm nghỉ', en: 'The desk is paused' },
  pausedUntil: { vi: 'Quầy tạm nghỉ đến {time}', en: 'The desk is paused until {time}' },
  again: { vi: 'Gọi lại', en: 'Call again' },
  absent: { vi: 'Vắng', en: 'Not there' },
  done: { vi: 'Phục vụ xong', en: 'Served' },
  next: { vi: 'Gọi số kế tiếp', en: 'Call the next number' },
  receive: { vi: 'Tiếp nhận hồ sơ', en: 'Receive a dossier' },
  results: { vi: 'Trả kết quả', en: 'Hand out a result' },
  tied: { vi: 'Hồ sơ của số này', en: 'Dossiers of this number' },
  first: { vi: 'Ưu tiên: {ground}. Xem giấy tờ.', en: 'Comes first: {ground}. Look at the papers.' },
  pass: { vi: 'Chuyển sang quầy khác', en: 'Pass on to another desk' },
  to: { vi: 'Quầy nhận', en: 'To desk' },
  go: { vi: 'Chuyển', en: 'Pass on' },
  desk: { vi: 'Quầy này', en: 'This desk' },
  until: { vi: 'Nghỉ đến mấy giờ (có thể để trống)', en: 'Until when (may be left empty)' },
  pause: { vi: 'Tạm nghỉ', en: 'Pause' },
  open: { vi: 'Mở lại', en: 'Open again' },
  close: { vi: 'Đóng quầy', en: 'Close' },
} as const satisfies Record<string, Words>

/** Who stands at the desk, what can be done with them, and the desk itself. */
export function Served({ view, desk }: { readonly view: DeskView; readonly desk: NonNullable<DeskView['desk']> }) {
  const { language, now } = useOffice()
  const t = useSay()
  const { serving } = view
  const others = view.desks.filter(({ id, state }) => id !== desk.id && state !== 'closed')
  return (
    <>
      <Block tone="ground">
        {serving === null ? (
          <p className="desk-code">
            {desk.state === 'open'
              ? t(words.nobody)
              : desk.backAt
                ? t(words.pausedUntil, { time: showClock(desk.backAt) })
                : t(words.paused)}
          </p>
        ) : (
          <>
            <p className="quiet">
              {t(words.serving, {
                desk: desk.number,
                time: showClock(serving.calledAt),
                minutes: minutesBetween(serving.calledAt, now),
              })}
              {serving.calls > 1 && ` · ${t(words.calls, { count: serving.calls })}`}
            </p>
            <p className="desk-code">{serving.code}</p>
            <p>{serving.service[language]}</p>
            {serving.priority && (
              <StatusText tone="info" icon="wheelchair">
                {t(words.first, { ground: t(priorityWords[serving.priority]) })}
              </StatusText>
            )}
          </>
        )}
        <ActionRow>
          {serving && (
            <>
              <DeskAct what="goi-lai" id={serving.id} icon="volume" cap="F3" text={t(words.again)} />
              <DeskAct what="vang" id={serving.id} cap="F4" text={t(words.absent)} />
              <DeskAct what="xong" id={serving.id} icon="check" cap="F5" text={t(words.done)} />
            </>
          )}
          <DeskAct what="goi" kind="primary" icon="bell-ringing" cap="F2" text={t(words.next)} />
        </ActionRow>
      </Block>
      {serving && (
        <Block title={t(words.tied)} count={serving.dossiers.length} small>
          {serving.dossiers.map(({ id, code }) => (
            <p key={id}>
              <a href={dossierPath(id)}>{code}</a>
            </p>
          ))}
          <ActionRow>
            {serving.sectors.length === 0 ? (
              <Act icon="certificate" text={t(words.results)} href="/can-bo/tra-ket-qua" />
            ) : (
              <Act
                icon="user-plus"
                text={t(words.receive)}
                href={`/can-bo/quay?so=${encodeURIComponent(serving.code)}`}
              />
            )}
          </ActionRow>
        </Block>
      )}
      {serving && others.length > 0 && (
        <Block title={t(words.pass)} small>
          <SelectField
            name="quay"
            label={t(words.to)}
            options={others.map((one) => ({
              value: one.id,
              text: `${t(queueWords.desk, { desk: one.number })} · ${one.services.map(({ name }) => name[language]).join(' · ')}`,
            }))}
          />
          <ActionRow>
            <DeskAct what="chuyen" id={serving.id} icon="arrow-narrow-right" text={t(words.go)} />
          </ActionRow>
        </Block>
      )}
      <Block title={t(words.desk)} small>
        {desk.state === 'open' && <TextField name="den" type="time" label={t(words.until)} />}
        <ActionRow>
          {desk.state === 'open' ? (
            <DeskAct what="nghi" icon="player-pause" text={t(words.pause)} />
          ) : (
            <DeskAct what="mo" text={t(words.open)} />
          )}
          <DeskAct what="dong" icon="logout" text={t(words.close)} />
        </ActionRow>
      </Block>
    </>
  )
}
