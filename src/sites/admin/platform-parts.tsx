import { groupThousands } from '#values/money.ts'
import { showSize } from '#values/show-size.ts'
import { showInstant } from '#values/show-time.ts'
import type { Words } from '#values/words.ts'
import type { Client } from '#engines/contract.ts'
import { StatusText } from '#ui/office/Badge.tsx'
import { DataTable } from '#ui/office/DataTable.tsx'
import { Block } from '#ui/office/Panes.tsx'
import { useAdmin, useSay } from './use-admin.ts'

const words = {
  parts: { vi: 'Từng phần', en: 'Part by part' },
  part: { vi: 'Phần', en: 'Part' },
  state: { vi: 'Tình trạng', en: 'State' },
  facts: { vi: 'Số liệu', en: 'Figures' },
  good: { vi: 'Tốt', en: 'Good' },
  watch: { vi: 'Cần xem', en: 'Needs a look' },
  wrong: { vi: 'Hỏng', en: 'Wrong' },
  database: { vi: 'Cơ sở dữ liệu', en: 'Database' },
  databaseText: {
    vi: 'PostgreSQL {version}, {size}, {connections}/{most} kết nối',
    en: 'PostgreSQL {version}, {size}, {connections} of {most} connections',
  },
  jobs: { vi: 'Việc nền', en: 'Background work' },
  jobsText: { vi: '{waiting} đang chờ, {failed} hỏng sau mọi lần thử', en: '{waiting} waiting, {failed} failed' },
  events: { vi: 'Sự kiện chưa chuyển', en: 'Events not passed on' },
  emails: { vi: 'Thư điện tử', en: 'E-mail' },
  emailsText: { vi: '{waiting} chờ gửi, {failed} gửi hỏng', en: '{waiting} waiting, {failed} failed' },
  noRelay: { vi: 'chưa khai máy chủ gửi thư (SMTP_URL), thư nằm chờ', en: 'no relay is set (SMTP_URL); mail waits' },
  files: { vi: 'Quét mã độc', en: 'Virus scan' },
  filesText: { vi: '{count} tệp đang chờ quét', en: '{count} files wait for the scan' },
  noScanner: {
    vi: 'chưa khai máy quét (CLAMD_URL), tệp được nhận không quét',
    en: 'no scanner is set (CLAMD_URL); files are taken without a scan',
  },
  trail: { vi: 'Niêm phong nhật ký', en: 'Sealing of the trail' },
  trailText: { vi: 'lần cuối {time}, {unsealed} dòng đang chờ', en: 'last {time}, {unsealed} entries wait' },
  neverText: { vi: 'chưa lần nào, {unsealed} dòng đang chờ', en: 'never yet, {unsealed} entries wait' },
  nationalLink: { vi: 'Cổng quốc gia', en: 'National portal' },
  nationalLinkText: {
    vi: '{waiting} bản tin chờ gửi, {differing} cần xem',
    en: '{waiting} to send, {differing} to look at',
  },
  linkDown: { vi: 'không trả lời', en: 'no answer' },
  linkSlow: { vi: 'trả lời chậm', en: 'slow' },
  disk: { vi: 'Đĩa dữ liệu', en: 'Data disk' },
  diskText: { vi: 'còn trống {free} trên {total}', en: '{free} free of {total}' },
  unknown: { vi: 'hệ thống không cho biết', en: 'the system does not say' },
  waiting: { vi: '{count} đang chờ', en: '{count} waiting' },
  since: { vi: 'lâu nhất từ {time}', en: 'the oldest since {time}' },
} as const satisfies Record<string, Words>

type State = Awaited<ReturnType<Client['operations']['viewState']>>
type PartState = State['jobs']['state']

const looks = {
  good: { tone: 'good', icon: 'circle-check' },
  watch: { tone: 'soon', icon: 'alert-triangle' },
  wrong: { tone: 'late', icon: 'alert-circle' },
} as const

/** The worst of all parts. */
export function overallState({ database, jobs, events, emails, files, trail, nationalLink, disk }: State): PartState {
  const states = [
    database,
    jobs,
    events,
    emails,
    files,
    trail,
    ...[nationalLink, disk].filter((one) => one !== null),
  ].map(({ state }) => state)
  return (['wrong', 'watch'] as const).find((one) => states.includes(one)) ?? 'good'
}

/** Each part of the platform: how it does, and the figures that say so. */
export function PlatformParts({ state }: { readonly state: State }) {
  const { language } = useAdmin()
  const t = useSay()
  const { database, jobs, events, emails, files, trail, nationalLink, disk } = state
  const since = (oldest: Date | null) =>
    oldest === null ? [] : [t(words.since, { time: showInstant(oldest, language) })]
  const parts: { name: Words; state: PartState; facts: string[]; href?: string }[] = [
    {
      name: words.database,
      state: database.state,
      facts: [
        t(words.databaseText, {
          version: database.version,
          size: showSize(database.bytes),
          connections: database.connections,
          most: database.maxConnections,
        }),
      ],
    },
    {
      name: words.jobs,
      state: jobs.state,
      facts: [t(words.jobsText, { waiting: jobs.waiting, failed: jobs.failed }), ...since(jobs.oldest)],
      href: '/quan-tri/viec-nen',
    },
    {
      name: words.events,
      state: events.state,
      facts: [t(words.waiting, { count: events.waiting }), ...since(events.oldest)],
    },
    {
      name: words.emails,
      state: emails.state,
      facts: [
        t(words.emailsText, { waiting: groupThousands(emails.waiting), failed: emails.failed }),
        ...(emails.sendsMail ? since(emails.oldest) : [t(words.noRelay)]),
      ],
    },
    {
      name: words.files,
      state: files.state,
      facts: [
        ...(files.scans ? [] : [t(words.noScanner)]),
        ...(files.scans || files.waiting > 0 ? [t(words.filesText, { count: groupThousands(files.waiting) })] : []),
        ...since(files.oldest),
      ],
    },
    {
      name: words.trail,
      state: trail.state,
      facts: [
        trail.sealedAt === null
          ? t(words.neverText, { unsealed: trail.unsealed })
          : t(words.trailText, { time: showInstant(trail.sealedAt, language), unsealed: trail.unsealed }),
      ],
    },
    ...(nationalLink === null
      ? []
      : [
          {
            name: words.nationalLink,
            state: nationalLink.state,
            facts: [
              ...(nationalLink.standing === 'down' ? [t(words.linkDown)] : []),
              ...(nationalLink.standing === 'slow' ? [t(words.linkSlow)] : []),
              t(words.nationalLinkText, {
                waiting: groupThousands(nationalLink.waiting),
                differing: groupThousands(nationalLink.differing),
              }),
              ...since(nationalLink.oldest),
            ],
            href: '/quan-tri/cong-quoc-gia',
          },
        ]),
    {
      name: words.disk,
      state: disk?.state ?? 'good',
      facts: [
        disk === null
          ? t(words.unknown)
          : t(words.diskText, { free: showSize(disk.freeBytes), total: showSize(disk.totalBytes) }),
      ],
    },
  ]
  return (
    <Block title={t(words.parts)}>
      <DataTable
        language={language}
        caption={t(words.parts)}
        inset
        columns={[
          { key: 'name', title: t(words.part), heads: true, width: 190 },
          { key: 'state', title: t(words.state), width: 130 },
          { key: 'facts', title: t(words.facts) },
        ]}
        rows={parts.map((part) => ({
          id: part.name.en,
          name: part.href === undefined ? t(part.name) : <a href={part.href}>{t(part.name)}</a>,
          state: <StatusText {...looks[part.state]}>{t(words[part.state])}</StatusText>,
          facts: part.facts.join('; '),
        }))}
      />
    </Block>
  )
}
