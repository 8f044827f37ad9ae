import { dateAt } from '#values/plain-date.ts'
import { showClock, showDate } from '#values/show-time.ts'
import type { Words } from '#values/words.ts'
import type { Client } from '#engines/contract.ts'
import { sayOfficeTime } from '#engines/reporting/contract.ts'
import { DeadlineBadge } from '#ui/office/Badge.tsx'
import { Act, ActionRow } from '#ui/office/Button.tsx'
import { Block } from '#ui/office/Panes.tsx'
import { dossierHref } from './dossier/address.ts'
import { useOffice, useSay } from './use-office.ts'

type AtRisk = Awaited<ReturnType<Client['reporting']['listAtRisk']>>['rows'][number]
export type Estimated = Pick<AtRisk, 'left' | 'usual' | 'long' | 'basis' | 'measured' | 'reasons'>

const words = {
  left: { vi: 'Còn {time}', en: '{time} left' },
  due: { vi: 'hạn {clock} ngày {day}', en: 'due {clock} on {day}' },
  warned: { vi: 'cảnh báo ngày {day}', en: 'warned of on {day}' },
  body: {
    vi: 'Việc còn lại thường cần {usual}, cứ 5 hồ sơ có 1 cần hơn {long}: tính từ {measured} hồ sơ đã xong ở chính cơ quan này.',
    en: 'What is left usually takes {usual}, one of five more than {long}: by {measured} finished dossiers of this body.',
  },
  procedure: {
    vi: 'Việc còn lại thường cần {usual}, cứ 5 hồ sơ có 1 cần hơn {long}: tính từ {measured} hồ sơ đã xong của thủ tục này trong tỉnh, vì cơ quan này có quá ít.',
    en: 'What is left usually takes {usual}, one of five more than {long}: by {measured} finished dossiers of this procedure in the province; this body has too few.',
  },
  declared: {
    vi: 'Có quá ít hồ sơ đã xong để biết thường mất bao lâu: tính theo số giờ quy trình giao, còn {usual}.',
    en: 'Too few are finished to know what is usual: by the hours that the process allots, {usual} are left.',
  },
  open: { vi: 'Mở hồ sơ', en: 'Open' },
  assign: { vi: 'Phân công lại', en: 'Re-assign' },
} as const satisfies Record<string, Words>

/** Why a dossier will probably be late, and what that is known from. */
export function Estimate({ usual, long, basis, measured, reasons }: Estimated) {
  const t = useSay()
  return (
    <>
      <ul className="reasons">
        {reasons.map(({ kind, words: said }) => (
          <li key={`${kind} ${said.vi}`}>{t(said)}.</li>
        ))}
      </ul>
      <p className="quiet">
        {t(words[basis], { usual: t(sayOfficeTime(usual)), long: t(sayOfficeTime(long)), measured })}
      </p>
    </>
  )
}

/** A dossier that will probably be late: until when, where it is, why, and what can be done. */
export function AtRiskDossier({ row }: { readonly row: AtRisk }) {
  const { me } = useOffice()
  const t = useSay()
  const due = t(words.due, { clock: showClock(row.deadline), day: showDate(dateAt(row.deadline)) })
  return (
    <Block
      title={
        <a href={dossierHref({ id: row.id })}>
          <code className="code">{row.code}</code>
        </a>
      }
      note={`${due} · ${t(words.warned, { day: showDate(dateAt(row.warnedAt)) })}`}
      right={
        <DeadlineBadge tone="soon" said={due}>
          {t(words.left, { time: t(sayOfficeTime(row.left)) })}
        </DeadlineBadge>
      }
    >
      <p>
        <b>{row.procedureName}</b>
        <br />
        <small>
          {t(row.stepName)} · {row.unitName}
        </small>
      </p>
      <Estimate {...row} />
      <ActionRow>
        <Act icon="arrow-up-right" text={t(words.open)} href={dossierHref({ id: row.id })} />
        {me.permissions.includes('task.reassign') && (
          <Act icon="users" text={t(words.assign)} href={dossierHref({ id: row.id, panel: 'assign' })} />
        )}
      </ActionRow>
    </Block>
  )
}
