import { dateAt } from '#values/plain-date.ts'
import { showSize } from '#values/show-size.ts'
import { showDate, showInstant } from '#values/show-time.ts'
import type { Words } from '#values/words.ts'
import type { Client } from '#engines/contract.ts'
import { Block } from '#ui/office/Panes.tsx'
import { FactRows } from '#ui/office/Preview.tsx'
import { useAdmin, useSay } from '../use-admin.ts'
import type { Health } from './Trouble.tsx'

const words = {
  figures: { vi: 'Số liệu lần xem cuối', en: 'Figures of the last look' },
  version: { vi: 'Phiên bản', en: 'Version' },
  backup: { vi: 'Sao lưu cuối', en: 'Last backup' },
  archive: { vi: 'Lưu WAL cuối', en: 'WAL archived' },
  certificate: { vi: 'Chứng thư hết hạn', en: 'Certificate ends' },
  noCertificate: { vi: 'không có (địa chỉ http)', en: 'none (plain http)' },
  clock: { vi: 'Đồng hồ', en: 'Clock' },
  clockText: { vi: 'lệch {seconds} giây so với {source}', en: '{seconds} s off {source}' },
  noClock: { vi: 'không đồng bộ với nguồn nào', en: 'follows no source' },
  disk: { vi: 'Đĩa còn trống', en: 'Disk free' },
  full: { vi: 'đầy sau khoảng {days} ngày', en: 'full in about {days} days' },
  memory: { vi: 'Bộ nhớ', en: 'Memory' },
  of: { vi: '{used} trên {most}', en: '{used} of {most}' },
  unknown: { vi: 'chưa biết', en: 'not known' },
  partners: { vi: 'Đối tác', en: 'Partners' },
  email: { vi: 'Máy chủ thư', en: 'Mail relay' },
  sms: { vi: 'Tổng đài SMS', en: 'SMS centre' },
  payments: { vi: 'Nền tảng thanh toán', en: 'Payment platform' },
  nationalPortal: { vi: 'Cổng quốc gia', en: 'National portal' },
  scanner: { vi: 'Máy quét mã độc', en: 'Virus scanner' },
  succeeded: { vi: 'được lần cuối {time}', en: 'last went well {time}' },
  notYet: { vi: 'chưa được lần nào', en: 'never yet' },
  failed: { vi: 'trục trặc lần cuối {time}', en: 'last trouble {time}' },
  failing: { vi: 'đang trục trặc từ {time}', en: 'in trouble since {time}' },
  waiting: { vi: '{count} đang chờ', en: '{count} waiting' },
  answers: { vi: 'đang trả lời', en: 'answers' },
  silent: { vi: 'không trả lời', en: 'does not answer' },
} as const satisfies Record<string, Words>

type Figures = NonNullable<Health['figures']>

interface HealthFiguresProps {
  readonly figures: Figures
  readonly version: string
  readonly disk: Awaited<ReturnType<Client['operations']['viewState']>>['disk']
}

/** Figures that count whether or not something is wrong. */
export function HealthFigures({ figures, version, disk }: HealthFiguresProps) {
  const { language } = useAdmin()
  const t = useSay()
  const { backupAt, archivedAt, certificateUntil, clock, daysUntilFull, load } = figures
  const at = (time: Date | null) => (time === null ? t(words.unknown) : showInstant(time, language))
  return (
    <Block title={t(words.figures)} small>
      <FactRows
        rows={[
          { term: t(words.version), value: version },
          { term: t(words.backup), value: at(backupAt) },
          { term: t(words.archive), value: at(archivedAt) },
          {
            term: t(words.certificate),
            value: certificateUntil === null ? t(words.noCertificate) : showDate(dateAt(certificateUntil)),
          },
          {
            term: t(words.clock),
            value:
              clock === null
                ? t(words.noClock)
                : t(words.clockText, { seconds: Math.abs(clock.seconds).toFixed(3), source: clock.source }),
          },
          {
            term: t(words.disk),
            value:
              disk === null
                ? t(words.unknown)
                : t(words.of, { used: showSize(disk.freeBytes), most: showSize(disk.totalBytes) }),
            note: daysUntilFull === null ? undefined : t(words.full, { days: Math.floor(daysUntilFull) }),
          },
          {
            term: t(words.memory),
            value: t(words.of, { used: showSize(load.heapBytes), most: showSize(load.heapLimit) }),
          },
        ]}
      />
    </Block>
  )
}

/** Which troubles are of which partner. */
const codesOf = {
  email: ['mail-late'],
  sms: ['sms-late'],
  payments: ['payments-late'],
  nationalPortal: ['national-link-down'],
  scanner: ['scanner-away'],
} as const

interface PartnersProps extends Pick<Health, 'ended' | 'troubles'> {
  readonly partners: Figures['partners']
}

/** Each partner that is set up: when it last went well, and when it last did not. */
export function Partners({ partners, ended, troubles }: PartnersProps) {
  const { language } = useAdmin()
  const t = useSay()
  const names = (['email', 'sms', 'payments', 'nationalPortal', 'scanner'] as const).filter(
    (name) => partners[name] !== null && !(name === 'email' && troubles.some(({ code }) => code === 'mail-unset')),
  )
  const failureOf = (name: keyof typeof codesOf): string | undefined => {
    const isIts = ({ code }: { readonly code: string }) => (codesOf[name] as readonly string[]).includes(code)
    const [open, over] = [troubles.find(isIts), ended.find(isIts)]
    if (open) return t(words.failing, { time: showInstant(open.since, language) })
    return over && t(words.failed, { time: showInstant(over.endedAt, language) })
  }
  const successOf = (name: keyof typeof codesOf): string => {
    if (name === 'scanner') return t(partners.scanner?.answers ? words.answers : words.silent)
    const { succeededAt = null } = partners[name] ?? {}
    return succeededAt === null ? t(words.notYet) : t(words.succeeded, { time: showInstant(succeededAt, language) })
  }
  const waitingOf = (name: keyof typeof codesOf): string[] => {
    const passing = name === 'scanner' || name === 'nationalPortal' ? null : partners[name]
    return passing === null || passing.waiting === 0 ? [] : [t(words.waiting, { count: passing.waiting })]
  }
  if (names.length === 0) return null
  return (
    <Block title={t(words.partners)} small>
      <FactRows
        rows={names.map((name) => ({
          term: t(words[name]),
          value: successOf(name),
          note: [failureOf(name), ...waitingOf(name)].filter(Boolean).join('; ') || undefined,
        }))}
      />
    </Block>
  )
}
