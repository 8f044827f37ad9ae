import { Form, useNavigation } from 'react-router'
import { showDate, showInstant } from '#values/show-time.ts'
import type { Words } from '#values/words.ts'
import { weekInWords } from '#engines/calendar/contract.ts'
import { StatusText } from '#ui/office/Badge.tsx'
import { Act } from '#ui/office/Button.tsx'
import { Block } from '#ui/office/Panes.tsx'
import { FormToken } from '../../FormToken.tsx'
import { SendOnce } from '../../SendOnce.tsx'
import { movedWords } from '../moved-words.ts'
import { useAdmin, useSay } from '../use-admin.ts'
import { cutOffSaid } from './cut-off-words.ts'
import { pagePath, type DeclaredHours as Declared } from './change.ts'

const words = {
  none: {
    vi: 'Chưa đơn vị nào có giờ riêng: tất cả làm việc theo giờ chung của hệ thống.',
    en: 'No unit has hours of its own: all work those of the system.',
  },
  from: { vi: 'từ {day}', en: 'from {day}' },
  above: { vi: 'Theo giờ của cơ quan cấp trên', en: 'The hours of the body above' },
} as const satisfies Record<string, Words>

/** What was declared of the units within reach; what lies ahead can be taken back. */
export function DeclaredHours({ declared }: { readonly declared: readonly Declared[] }) {
  const t = useSay()
  return (
    <Block title={t(movedWords.declared)} small>
      {declared.length === 0 ? (
        <p className="quiet">{t(words.none)}</p>
      ) : (
        <ul className="declared-days">
          {declared.map((hours) => (
            <li key={hours.id}>
              <OneOf hours={hours} />
              {hours.canUndo && <Undo hours={hours} />}
            </li>
          ))}
        </ul>
      )}
    </Block>
  )
}

function OneOf({ hours }: { readonly hours: Declared }) {
  const { language } = useAdmin()
  const t = useSay()
  return (
    <div>
      <b>
        <a href={`${pagePath}?don-vi=${hours.unitId}`}>{hours.unitName}</a>
      </b>
      , {t(words.from, { day: showDate(hours.from) })}
      <p>{hours.week === null ? t(words.above) : weekInWords(hours.week, language)}</p>
      {hours.cutOff !== null && <p>{cutOffSaid(t, hours.cutOff)}</p>}
      <p className="quiet">
        {hours.document} · {hours.reason}
      </p>
      <p className="quiet">
        {t(movedWords.by, { name: hours.declaredBy, time: showInstant(hours.declaredAt, language) })}
      </p>
      {hours.undoneAt !== null && (
        <StatusText tone="paused">
          {t(movedWords.undone)}:{' '}
          {t(movedWords.by, { name: hours.undoneBy ?? '', time: showInstant(hours.undoneAt, language) })}
        </StatusText>
      )}
    </div>
  )
}

function Undo({ hours }: { readonly hours: Declared }) {
  const t = useSay()
  const { state } = useNavigation()
  return (
    <Form method="post">
      <FormToken />
      <SendOnce />
      <input type="hidden" name="don-vi" value={hours.unitId} />
      <Act
        icon="arrow-back-up"
        text={
          <>
            {t(movedWords.undo)}
            <span className="unseen">: {hours.unitName}</span>
          </>
        }
        name="huy"
        value={hours.id}
        refused={state === 'submitting' ? '…' : undefined}
      />
    </Form>
  )
}
