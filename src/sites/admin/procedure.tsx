import { Form, useLoaderData, useNavigate, type LoaderFunctionArgs, type MetaFunction } from 'react-router'
import { addDays } from '#values/plain-date.ts'
import { showDate, showInstant } from '#values/show-time.ts'
import { say, type Words } from '#values/words.ts'
import { DeadlineBadge } from '#ui/office/Badge.tsx'
import { Act, ActionRow } from '#ui/office/Button.tsx'
import { LineList } from '#ui/office/Lines.tsx'
import { Block, PageHead, Pane, Panes } from '#ui/office/Panes.tsx'
import { FactRows } from '#ui/office/Preview.tsx'
import { EmptyState } from '#ui/office/States.tsx'
import { Tabs } from '#ui/office/Tabs.tsx'
import { staffPage } from '../office/staff.ts'
import { AdminPage } from './AdminPage.tsx'
import { ProcedureChanges } from './procedure-changes.tsx'
import { Described, FormPart, Papers, Results, Steps } from './procedure-parts.tsx'
import { useAdmin, useMay, useSay } from './use-admin.ts'
import { adminWords } from './words.ts'
import { FormToken } from '../FormToken.tsx'
import { SendOnce } from '../SendOnce.tsx'
import { titled } from '../titled.ts'

const words = {
  versions: { vi: 'Phiên bản', en: 'Versions' },
  version: { vi: 'Bản {number}', en: 'Version {number}' },
  inForce: { vi: 'Đang áp dụng', en: 'In force' },
  ended: { vi: 'Đã hết', en: 'Ended' },
  waiting: { vi: 'Chờ đến ngày', en: 'Waits for its day' },
  replaced: { vi: 'Không áp dụng', en: 'Never in force' },
  until: { vi: '{from} – hết {to}', en: '{from} – {to} inclusive' },
  always: { vi: 'Từ trước đến nay', en: 'All the time' },
  upTo: { vi: 'Đến hết {to}', en: 'Up to {to} inclusive' },
  since: { vi: 'Từ {from}', en: 'From {from}' },
  never: { vi: 'Bị bản khác thay, chưa áp dụng trọn ngày nào', en: 'Replaced before a whole day of it' },
  closed: { vi: 'Thôi nhận hồ sơ', en: 'Closed to filing' },
  changes: { vi: 'So sánh', en: 'Compare' },
  kept: {
    vi: 'Hồ sơ giữ bản lúc nộp đến khi xong. {count} hồ sơ đang mở chạy theo bản này.',
    en: 'A dossier keeps the version it was filed by. {count} open ones run by this one.',
  },
  parts: { vi: 'Các phần', en: 'Parts' },
  described: { vi: 'Mô tả', en: 'Facts' },
  form: { vi: 'Biểu mẫu', en: 'Form' },
  papers: { vi: 'Giấy tờ', en: 'Papers' },
  steps: { vi: 'Quy trình', en: 'Process' },
  results: { vi: 'Kết quả', en: 'Results' },
  digest: { vi: 'Dấu của bản này', en: 'Digest of this version' },
  digestText: {
    vi: 'SHA-256 của toàn bộ khai báo. Hai máy chạy cùng bản thì dấu giống nhau.',
    en: 'SHA-256 of the whole declaration; the same on two machines that run the same version.',
  },
  published: { vi: 'Công bố lúc', en: 'Published' },
  effective: { vi: 'Hiệu lực', en: 'In force' },
  open: { vi: 'Hồ sơ đang mở', en: 'Open dossiers' },
  how: { vi: 'Sửa thủ tục', en: 'Changing it' },
  howText: {
    vi: 'Đầu mối thủ tục soạn bản mới trên màn hình, người khác duyệt; hoặc bản mới đến từ tệp, từ bản nâng cấp. Đến ngày thì tự có hiệu lực, hồ sơ đã nộp vẫn theo bản cũ.',
    en: 'Officials write a new version on screen and others approve it, or it comes from a file or an upgrade. It is in force from its day on; what was filed before keeps the old one.',
  },
  write: { vi: 'Soạn bản mới', en: 'Write a new version' },
  again: { vi: 'Soạn để áp dụng lại bản {number}', en: 'Let version {number} hold again' },
  seen: { vi: 'Xem như người dân', en: 'As a citizen sees it' },
  none: { vi: 'Thủ tục này chưa có bản nào', en: 'No version yet' },
  notComplete: { vi: 'Thủ tục này mới có hướng dẫn, chưa có phần này', en: 'This procedure is described only' },
} as const satisfies Record<string, Words>

const parts = ['mo-ta', 'bieu-mau', 'giay-to', 'quy-trinh', 'ket-qua', 'so-sanh'] as const
type Part = (typeof parts)[number]

export async function loader(args: LoaderFunctionArgs) {
  const page = staffPage(args)
  const { services } = page.client
  const code = args.params['code'] ?? ''
  const query = new URL(args.request.url).searchParams
  const versions = await services.listVersions({ code })
  const number = Number(query.get('ban')) || (versions.find((one) => one.state === 'in-force') ?? versions[0])?.number
  const chosen = versions.find((one) => one.number === number)
  const shown = chosen && (await services.getVersion({ code, number: chosen.number }))
  const asked = query.get('phan') as Part | null
  const part = asked !== null && parts.includes(asked) ? asked : ('mo-ta' as const)
  const other =
    versions.find((one) => one !== chosen && one.number === Number(query.get('voi'))) ??
    versions.find((one) => one.number === number! - 1) ??
    versions.find((one) => one !== chosen)
  const changes =
    part === 'so-sanh' && chosen && other
      ? await services.compareVersions({ code, number: chosen.number, with: other.number })
      : []
  return { code, versions, chosen, ...shown, part, other: other?.number, changes }
}

export const meta: MetaFunction<typeof loader> = ({ loaderData, matches }) =>
  titled(matches, loaderData?.declaration?.name ?? loaderData?.code, adminWords.admin)

export default function ProcedureVersions() {
  const { code, versions, chosen, declaration, ownerName = '', part, other, changes } = useLoaderData<typeof loader>()
  const { language } = useAdmin()
  const t = useSay()
  const navigate = useNavigate()
  const mayWrite = useMay('procedure.write')
  const here = (more: { ban?: number; phan?: Part }) =>
    `/quan-tri/thu-tuc/${encodeURIComponent(code)}?${new URLSearchParams({ ban: String(more.ban ?? chosen?.number ?? ''), phan: more.phan ?? part })}`
  const back = { href: '/quan-tri/thu-tuc', text: t(adminWords.procedures) }
  if (chosen === undefined || declaration === undefined) {
    return (
      <AdminPage>
        <PageHead title={code} back={back} />
        <Panes shape="one">
          <Pane label={code}>
            <EmptyState title={t(words.none)} icon="file-settings" tone="paused" />
          </Pane>
        </Panes>
      </AdminPage>
    )
  }
  const fields = declaration.form?.pages.reduce((sum, page) => sum + page.fields.length, 0) ?? 0
  const tabs = [
    { part: 'mo-ta', text: words.described },
    { part: 'bieu-mau', text: words.form, count: fields },
    { part: 'giay-to', text: words.papers, count: declaration.papers.length },
    { part: 'quy-trinh', text: words.steps, count: Object.keys(declaration.process?.steps ?? {}).length },
    { part: 'ket-qua', text: words.results, count: declaration.results.length },
    { part: 'so-sanh', text: words.changes },
  ] as const
  const to = (by: number) => {
    const next = versions[versions.indexOf(chosen) + by]
    if (next) void navigate(here({ ban: next.number }))
  }
  const keys = Object.fromEntries(
    tabs.map((tab, at) => [String(at + 1), () => void navigate(here({ phan: tab.part }))]),
  )
  return (
    <AdminPage
      rail
      keys={{ earlier: () => to(1), onward: () => to(-1), extra: keys }}
      hints={[
        { caps: ['1', '–', '6'], text: t(words.parts) },
        { caps: ['[', ']'], text: t(words.versions) },
      ]}
    >
      <PageHead
        title={say(declaration.name, language)}
        text={`${declaration.code} · ${say(declaration.field, language)}`}
        back={back}
        right={
          <a href={`/thu-tuc/${encodeURIComponent(code)}`} target="_blank" rel="noreferrer" className="act act-plain">
            {t(words.seen)}
          </a>
        }
      />
      <Panes shape="edit">
        <Pane label={t(words.versions)} ground="ground">
          <LineList
            label={t(words.versions)}
            lines={versions.map((version) => ({
              id: String(version.number),
              href: here({ ban: version.number }),
              selected: version.number === chosen.number,
              text: (
                <span className="in-line">
                  <b>{t(words.version, { number: version.number })}</b>
                  <VersionState state={version.state} />
                </span>
              ),
              note: period(version, t),
            }))}
          />
          <Block>
            <p className="quiet">{t(words.kept, { count: chosen.openDossiers })}</p>
          </Block>
        </Pane>
        <Pane
          label={t(words.parts)}
          head={
            <Tabs
              label={t(words.parts)}
              items={tabs.map((tab) => ({
                href: here({ phan: tab.part }),
                text: t(tab.text),
                current: tab.part === part,
                ...('count' in tab && { count: tab.count }),
              }))}
            />
          }
        >
          {part === 'mo-ta' && <Described procedure={declaration} ownerName={ownerName} />}
          {part === 'bieu-mau' &&
            (declaration.form ? (
              <FormPart form={declaration.form} />
            ) : (
              <EmptyState title={t(words.notComplete)} icon="forms" tone="paused" />
            ))}
          {part === 'giay-to' && <Papers papers={declaration.papers} />}
          {part === 'quy-trinh' &&
            (declaration.process ? (
              <Steps process={declaration.process} />
            ) : (
              <EmptyState title={t(words.notComplete)} icon="arrow-fork" tone="paused" />
            ))}
          {part === 'ket-qua' && <Results results={declaration.results} />}
          {part === 'so-sanh' && (
            <ProcedureChanges
              number={chosen.number}
              other={other}
              others={versions.filter((one) => one !== chosen).map((one) => one.number)}
              changes={changes}
            />
          )}
        </Pane>
        <Pane label={t(words.digest)} ground="ground" still>
          <Block title={t(words.version, { number: chosen.number })} small>
            <FactRows
              rows={[
                { term: t(words.effective), value: period(chosen, t) },
                ...(chosen.closedFrom === null
                  ? []
                  : [{ term: t(words.closed), value: t(words.since, { from: showDate(chosen.closedFrom) }) }]),
                { term: t(words.published), value: showInstant(chosen.publishedAt, language) },
                { term: t(words.open), value: chosen.openDossiers },
              ]}
            />
          </Block>
          <Block title={t(words.digest)} small>
            <p className="code digest">{chosen.digest}</p>
            <p className="quiet">{t(words.digestText)}</p>
          </Block>
          <Block title={t(words.how)} small>
            <p className="quiet">{t(words.howText)}</p>
            {mayWrite && (
              <Form method="post" action="/can-bo/thu-tuc">
                <FormToken />
                <SendOnce />
                <input type="hidden" name="do" value="open" />
                <input type="hidden" name="code" value={code} />
                {chosen.state !== 'in-force' && <input type="hidden" name="from" value={chosen.number} />}
                <ActionRow>
                  <Act
                    icon="pencil"
                    text={chosen.state === 'in-force' ? t(words.write) : t(words.again, { number: chosen.number })}
                  />
                </ActionRow>
              </Form>
            )}
          </Block>
        </Pane>
      </Panes>
    </AdminPage>
  )
}

type Version = Awaited<ReturnType<typeof loader>>['versions'][number]

function VersionState({ state }: Pick<Version, 'state'>) {
  const t = useSay()
  if (state === 'in-force')
    return (
      <DeadlineBadge tone="good" icon="check">
        {t(words.inForce)}
      </DeadlineBadge>
    )
  if (state === 'waiting')
    return (
      <DeadlineBadge tone="soon" icon="clock">
        {t(words.waiting)}
      </DeadlineBadge>
    )
  return <span className="quiet">{t(words[state])}</span>
}

/** The days on which it counts, the last one named: people say "up to and including". */
function period({ state, from, to }: Pick<Version, 'state' | 'from' | 'to'>, t: ReturnType<typeof useSay>): string {
  if (state === 'replaced') return t(words.never)
  const last = to === null ? undefined : showDate(addDays(to, -1))
  if (from === null) return last === undefined ? t(words.always) : t(words.upTo, { to: last })
  return last === undefined
    ? t(words.since, { from: showDate(from) })
    : t(words.until, { from: showDate(from), to: last })
}
