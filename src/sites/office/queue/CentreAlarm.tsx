import type { Words } from '#values/words.ts'
import { NoteBox } from '#ui/office/Badge.tsx'
import { Act, ActionRow } from '#ui/office/Button.tsx'
import { Block } from '#ui/office/Panes.tsx'
import { useOffice, useSay } from '../use-office.ts'
import type { CentreView } from './centre.tsx'

const words = {
  title: {
    vi: '{service} chờ {longest} phút, quá ngưỡng {threshold} phút',
    en: '{service}: {longest} min of waiting, beyond {threshold}',
  },
  people: { vi: '{count} người đang chờ.', en: '{count} wait.' },
  cause: { vi: 'Quầy {desk} giữ số {code} đã {minutes} phút.', en: 'Desk {desk} has served {code} for {minutes} min.' },
  noProposal: {
    vi: 'Không còn quầy rảnh để giúp: mở thêm quầy hoặc nhờ người.',
    en: 'No desk is free to help: open one more.',
  },
  forecast: {
    vi: 'Dự báo cho người vừa đến: {from} → {to} phút.',
    en: 'Forecast for who comes now: {from} → {to} min.',
  },
  forecastNone: { vi: 'Dự báo cho người vừa đến: {to} phút.', en: 'Forecast for who comes now: {to} min.' },
  who: { vi: 'Người: {name}, đang rảnh.', en: '{name} is free.' },
  go: { vi: 'Cho quầy {desk} nhận thêm việc này', en: 'Let desk {desk} serve it, too' },
} as const satisfies Record<string, Words>

/** What waits too long, why, and what would help: a person decides. */
export function CentreAlarm({ alarm }: { readonly alarm: NonNullable<CentreView['alarm']> }) {
  const { language } = useOffice()
  const t = useSay()
  const { cause, proposal } = alarm
  return (
    <Block>
      <NoteBox
        tone="late"
        icon="alert-triangle"
        title={t(words.title, {
          service: alarm.service[language],
          longest: Math.floor(alarm.longest),
          threshold: alarm.threshold,
        })}
      >
        <p>
          {t(words.people, { count: alarm.waiting })} {cause && t(words.cause, cause)}
        </p>
        {proposal === null ? (
          <p>{t(words.noProposal)}</p>
        ) : (
          <>
            <p>
              {proposal.from === null
                ? t(words.forecastNone, { to: proposal.to })
                : t(words.forecast, { from: proposal.from, to: proposal.to })}{' '}
              {proposal.officer && t(words.who, { name: proposal.officer })}
            </p>
            <input type="hidden" name="viec" value={alarm.serviceId} />
            <ActionRow>
              <Act kind="primary" name="quay" value={proposal.deskId} text={t(words.go, { desk: proposal.desk })} />
            </ActionRow>
          </>
        )}
      </NoteBox>
    </Block>
  )
}
