import { useLoaderData, useNavigate, type LoaderFunctionArgs, type MetaFunction } from 'react-router'
import { dateAt } from '#values/plain-date.ts'
import { showInstant } from '#values/show-time.ts'
import { groupThousands } from '#values/money.ts'
import type { Words } from '#values/words.ts'
import { StatusText } from '#ui/office/Badge.tsx'
import { Block, PageHead, Pane, Panes } from '#ui/office/Panes.tsx'
import { FactRows } from '#ui/office/Preview.tsx'
import { FailedColumn } from '../office/Failed.tsx'
import { staffPage, tried } from '../office/staff.ts'
import { AdminPage } from './AdminPage.tsx'
import { overallState, PlatformParts } from './platform-parts.tsx'
import { HeldVersions } from './HeldVersions.tsx'
import { Unattended } from './Unattended.tsx'
import { useAdmin, useMay, useSay } from './use-admin.ts'
import { adminWords } from './words.ts'
import { titled } from '../titled.ts'
import { officeWords } from '../office/words.ts'

const words = {
  asked: { vi: 'Hỏi lúc {time}', en: 'Asked {time}' },
  trail: { vi: 'Nhật ký kiểm toán', en: 'Audit trail' },
  sealed: { vi: 'Niêm phong số', en: 'Seal number' },
  lines: { vi: 'Số dòng đã niêm phong', en: 'Sealed entries' },
  at: { vi: 'Niêm phong lúc', en: 'Sealed' },
  root: { vi: 'Dấu đầu chuỗi', en: 'Head' },
  unsealed: { vi: 'Chờ niêm phong', en: 'Waiting for the seal' },
  noSeal: { vi: 'Chưa niêm phong lần nào', en: 'Never sealed yet' },
  age: { vi: '{seconds} giây trước', en: '{seconds} seconds ago' },
  late: { vi: 'Nhật ký có cảnh báo: mở để xem', en: 'The trail raises an alarm: open it' },
  good: { vi: 'Chuỗi được niêm phong đều', en: 'Sealed regularly' },
  open: { vi: 'Mở nhật ký', en: 'Open the trail' },
  onlyAuditor: {
    vi: 'Nhật ký chỉ kiểm soát viên đọc được; quản trị hệ thống không đọc được, theo thiết kế.',
    en: 'Only the auditor reads the trail; by design the administrator does not.',
  },
  accounts: { vi: 'Việc hay làm', en: 'Often done' },
  one: { vi: 'Bố trí người vào vị trí', en: 'Appoint someone' },
  two: { vi: 'Cấp tài khoản, cấp lại mật khẩu', en: 'Accounts and passwords' },
  three: { vi: 'Xem một thủ tục chạy thế nào', en: 'How a procedure runs' },
  installation: { vi: 'Bản cài đặt', en: 'Installation' },
  address: { vi: 'Địa chỉ', en: 'Address' },
  calendar: { vi: 'Lịch làm việc, bản', en: 'Calendar, version' },
  procedures: { vi: 'Thủ tục', en: 'Procedures' },
  counts: {
    vi: '{all}, trong đó {complete} nộp và giải quyết được ở đây',
    en: '{all}, {complete} of them filed and settled here',
  },
} as const satisfies Record<string, Words>

const titles = {
  good: { vi: 'Đang chạy tốt', en: 'Running well' },
  watch: { vi: 'Đang chạy, có chỗ cần xem', en: 'Running; something needs a look' },
  wrong: { vi: 'Có chỗ hỏng, cần xử lý ngay', en: 'Something is wrong; act now' },
  running: { vi: 'Đang chạy', en: 'Running' },
} as const satisfies Record<string, Words>

export async function loader(args: LoaderFunctionArgs) {
  const page = staffPage(args)
  const { client, call } = page
  const asked = new Date()
  const may = (permission: string) => call.actor.permissions.has(permission)
  const [held, unattended, trail, state, procedures, calendar] = await Promise.all([
    may('procedure.read') ? tried(page, () => client.services.listHeldVersions({})) : undefined,
    may('directory.manage') ? tried(page, () => client.services.listUnattendedCounters({})) : undefined,
    may('audit.read') ? tried(page, () => client.audit.getTrailState({})) : undefined,
    may('job.read') ? tried(page, () => client.operations.viewState({})) : undefined,
    tried(page, () => client.services.findProcedures({ limit: 1 })),
    tried(page, () => client.calendar.getYear({ year: Number(dateAt(asked).slice(0, 4)) })),
  ])
  return {
    asked,
    held: held !== undefined && 'value' in held ? held.value : [],
    unattended: unattended !== undefined && 'value' in unattended ? unattended.value : undefined,
    trail,
    state,
    publicUrl: page.publicUrl,
    procedures: 'value' in procedures ? { all: procedures.value.all, complete: procedures.value.complete } : undefined,
    calendar:
      'value' in calendar ? { version: calendar.value.version, publishedAt: calendar.value.publishedAt } : undefined,
  }
}

export const meta: MetaFunction = ({ matches }) => titled(matches, adminWords.admin, officeWords.brand)

export default function Overview() {
  const { asked, held, unattended, trail, state, publicUrl, procedures, calendar } = useLoaderData<typeof loader>()
  const { language } = useAdmin()
  const t = useSay()
  const navigate = useNavigate()
  const mayAccounts = useMay('account.manage')
  const title = t(titles[state !== undefined && 'value' in state ? overallState(state.value) : 'running'])
  return (
    <AdminPage
      keys={{
        extra: {
          '1': () => void navigate('/quan-tri/to-chuc'),
          '2': () => void navigate('/quan-tri/thu-tuc'),
          '3': () => void navigate('/quan-tri/nhat-ky'),
        },
      }}
      hints={[
        { caps: ['1'], text: t(adminWords.organisation) },
        { caps: ['2'], text: t(adminWords.procedures) },
        { caps: ['3'], text: t(adminWords.trail) },
      ]}
    >
      <PageHead size="large" title={title} text={t(words.asked, { time: showInstant(asked, language) })} />
      <Panes shape="side">
        <Pane label={t(adminWords.overview)} still>
          {unattended !== undefined && unattended.all > 0 && <Unattended {...unattended} />}
          {held.length > 0 && <HeldVersions held={held} />}
          {state !== undefined &&
            ('failed' in state ? (
              <FailedColumn language={language} told={state.failed} />
            ) : (
              <PlatformParts state={state.value} />
            ))}
          <Block title={t(words.trail)}>
            {trail === undefined ? (
              <p className="quiet">{t(words.onlyAuditor)}</p>
            ) : 'failed' in trail ? (
              <FailedColumn language={language} told={trail.failed} />
            ) : (
              <Trail state={trail.value} />
            )}
          </Block>
          <Block title={t(words.installation)}>
            <FactRows
              rows={[
                { term: t(words.address), value: publicUrl },
                {
                  term: t(words.calendar),
                  value: calendar ? `${calendar.version} · ${showInstant(calendar.publishedAt, language)}` : '–',
                },
                { term: t(words.procedures), value: procedures ? t(words.counts, procedures) : '–' },
              ]}
            />
          </Block>
        </Pane>
        <Pane label={t(words.accounts)} ground="ground">
          <Block title={t(words.accounts)} small>
            <ul className="icon-lines">
              <li>
                <a href="/quan-tri/to-chuc">{t(words.one)}</a>
              </li>
              {mayAccounts && (
                <li>
                  <a href="/quan-tri/tai-khoan">{t(words.two)}</a>
                </li>
              )}
              <li>
                <a href="/quan-tri/thu-tuc">{t(words.three)}</a>
              </li>
            </ul>
          </Block>
        </Pane>
      </Panes>
    </AdminPage>
  )
}

type State = Extract<NonNullable<Awaited<ReturnType<typeof loader>>['trail']>, { value: unknown }>['value']

function Trail({ state }: { readonly state: State }) {
  const { language } = useAdmin()
  const t = useSay()
  if (state.seal === null) return <StatusText tone="soon">{t(words.noSeal)}</StatusText>
  const isLate = state.alarms.length > 0
  return (
    <>
      <StatusText tone={isLate ? 'late' : 'good'} icon={isLate ? 'alert-triangle' : 'link'}>
        {t(isLate ? words.late : words.good)}
      </StatusText>
      <FactRows
        rows={[
          { term: t(words.sealed), value: groupThousands(state.seal.number) },
          { term: t(words.lines), value: groupThousands(state.seal.treeSize) },
          {
            term: t(words.at),
            value: showInstant(new Date(state.seal.at), language),
            note:
              state.sealAgeSeconds === null ? undefined : t(words.age, { seconds: Math.round(state.sealAgeSeconds) }),
          },
          { term: t(words.unsealed), value: groupThousands(state.unsealed) },
          { term: t(words.root), value: <code className="code digest">{state.seal.root}</code> },
        ]}
      />
      <p>
        <a href="/quan-tri/nhat-ky">{t(words.open)}</a>
      </p>
    </>
  )
}
