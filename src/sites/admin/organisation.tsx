import { useActionData, useLoaderData, useNavigate, type LoaderFunctionArgs, type MetaFunction } from 'react-router'
import { dateAt, isPlainDate, type PlainDate } from '#values/plain-date.ts'
import { showDate } from '#values/show-time.ts'
import type { Words } from '#values/words.ts'
import { sayFunction } from '#engines/directory/contract.ts'
import { AvatarEmpty, PersonLine } from '#ui/office/Avatar.tsx'
import { DeadlineBadge, StatusText } from '#ui/office/Badge.tsx'
import { Act } from '#ui/office/Button.tsx'
import { DataTable } from '#ui/office/DataTable.tsx'
import { TextField } from '#ui/office/Fields.tsx'
import { Block, PageHead, Pane, Panes, SectionTitle } from '#ui/office/Panes.tsx'
import { EmptyState } from '#ui/office/States.tsx'
import { Tree } from '#ui/office/Tree.tsx'
import type { IconName } from '#ui/Icon.tsx'
import { RefusedNote } from '../office/RefusedNote.tsx'
import { staffPage } from '../office/staff.ts'
import { AdminPage } from './AdminPage.tsx'
import { boundaryWords } from './boundary/words.ts'
import { importWords } from './import/words.ts'
import { changeOrganisation } from './organisation-change.ts'
import { PostTools, UnitTools } from './organisation-tools.tsx'
import { decidedAhead, groundOf, standingOf, treeTo, type Branch, type Post } from './organisation-data.ts'
import { UnitGround } from './UnitGround.tsx'
import { PostStaffing, UnitStanding } from './unit-standing.tsx'
import { useAdmin, useMay, useSay } from './use-admin.ts'
import { adminWords } from './words.ts'
import { titled } from '../titled.ts'

const words = {
  title: { vi: 'Tổ chức, nhân sự', en: 'Organisation' },
  asOf: { vi: 'Xem tại ngày', en: 'As of' },
  view: { vi: 'Xem', en: 'Show' },
  today: { vi: 'Về hôm nay', en: 'Today' },
  past: { vi: 'Đang xem ngày {date}: quá khứ chỉ xem, không sửa', en: 'As of {date}: the past is read-only' },
  future: { vi: 'Đang xem ngày {date}: những gì đã quyết định trước', en: 'As of {date}: what is already decided' },
  find: { vi: 'Tìm đơn vị', en: 'Find a unit' },
  tree: { vi: 'Cơ quan, đơn vị', en: 'Bodies and units' },
  posts: { vi: 'Vị trí', en: 'Posts' },
  post: { vi: 'Vị trí', en: 'Post' },
  function: { vi: 'Chức năng', en: 'Function' },
  holder: { vi: 'Người giữ', en: 'Holder' },
  kind: { vi: 'Hình thức', en: 'Kind' },
  vacant: { vi: 'Khuyết', en: 'Vacant' },
  count: { vi: '{held} / {all} có người', en: '{held} of {all} held' },
  noPosts: { vi: 'Đơn vị này chưa có vị trí nào', en: 'This unit has no posts yet' },
  noPostsText: { vi: 'Thêm vị trí trước, rồi bố trí người vào.', en: 'Add a post, then appoint someone.' },
  noUnits: { vi: 'Chưa có đơn vị nào vào ngày này', en: 'No unit on this day' },
  notFound: { vi: 'Không thấy đơn vị “{text}”', en: 'No unit “{text}”' },
  open: { vi: 'Mở {name}', en: 'Open {name}' },
  tools: { vi: 'Chi tiết và việc làm được', en: 'Details and what can be done' },
  new: { vi: 'mới', en: 'new' },
  renamed: { vi: 'đổi tên', en: 'renamed' },
  regular: { vi: 'Bổ nhiệm', en: 'Regular' },
  acting: { vi: 'Quyền', en: 'Acting' },
  secondment: { vi: 'Biệt phái', en: 'Secondment' },
} as const satisfies Record<string, Words>

export async function loader(args: LoaderFunctionArgs) {
  const page = staffPage(args)
  const { client } = page
  const query = new URL(args.request.url).searchParams
  const today = dateAt(new Date())
  const asked = query.get('ngay') ?? ''
  const asOf = isPlainDate(asked) ? asked : today
  const text = (query.get('tim') ?? '').trim().slice(0, 100)
  const who = (query.get('nguoi') ?? '').trim().slice(0, 100)
  const [tree, found, people] = await Promise.all([
    treeTo(client, query.get('don-vi') ?? undefined, asOf),
    text === '' ? undefined : client.directory.findUnits({ text, asOf, limit: 50 }),
    who === '' ? [] : client.directory.findPeople({ text: who, limit: 20 }),
  ])
  const post = tree.unit?.posts.find((one) => one.id === query.get('vi-tri'))
  const ahead = asOf > today ? await decidedAhead(client, tree.rows, today) : {}
  const standing = tree.unit && (await standingOf(client, tree.unit.id, asOf))
  const ground = post === undefined ? tree.unit && (await groundOf(client, tree.unit, asOf)) : undefined
  return { today, asOf, text, who, ...tree, ahead, found, people, post, standing, ground }
}

export const action = changeOrganisation

export const meta: MetaFunction<typeof loader> = ({ loaderData, matches }) =>
  titled(matches, loaderData?.unit?.name ?? words.title, adminWords.admin)

export default function Organisation() {
  const { today, asOf, text, rows, ahead, unit, found, post, people, who, standing, ground } =
    useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const { language } = useAdmin()
  const t = useSay()
  const navigate = useNavigate()
  const mayManage = useMay('directory.manage')
  const mayReorganise = useMay('directory.reorganize')
  const at: Record<string, string> = asOf === today ? {} : { ngay: asOf }
  const here = (more: Record<string, string>) =>
    `/quan-tri/to-chuc?${new URLSearchParams({ ...at, ...(unit && { 'don-vi': unit.id }), ...more })}`
  const step = (by: 1 | -1) => {
    const index = unit?.posts.findIndex((one) => one.id === post?.id) ?? -1
    const next = unit?.posts[index < 0 ? 0 : index + by]
    if (next) void navigate(here({ 'vi-tri': next.id }))
  }
  const tools = {
    from: laterOf(asOf, today),
    mayManage: mayManage && asOf >= today,
    typed: failed?.refused.typed,
  }
  return (
    <AdminPage
      rail
      keys={{ next: () => step(1), previous: () => step(-1) }}
      hints={[{ caps: ['J', 'K'], text: t(words.posts) }]}
    >
      <PageHead
        title={t(words.title)}
        beside={
          asOf === today ? undefined : (
            <DeadlineBadge tone={asOf < today ? 'paused' : 'soon'} icon="calendar">
              {t(asOf < today ? words.past : words.future, { date: showDate(asOf) })}
            </DeadlineBadge>
          )
        }
        right={
          <>
            {mayManage && <Act icon="file-import" text={t(importWords.title)} href="/quan-tri/to-chuc/nhap" />}
            {mayReorganise && <Act icon="map" text={t(boundaryWords.title)} href="/quan-tri/to-chuc/ranh-gioi" />}
            {mayReorganise && (
              <Act icon="arrows-exchange" text={t(adminWords.reorganisations)} href="/quan-tri/sap-xep" />
            )}
            <form method="get" action="/quan-tri/to-chuc" className="as-of-form" key={asOf}>
              {unit && <input type="hidden" name="don-vi" value={unit.id} />}
              <TextField name="ngay" type="date" label={t(words.asOf)} labelUnseen value={asOf} />
              <Act icon="calendar" text={t(words.view)} />
              {asOf !== today && (
                <Act kind="link" text={t(words.today)} href={`/quan-tri/to-chuc${unit ? `?don-vi=${unit.id}` : ''}`} />
              )}
            </form>
          </>
        }
      />
      <Panes shape="tree">
        <Pane
          label={t(words.tree)}
          ground="ground"
          head={
            <div className="block">
              <form method="get" action="/quan-tri/to-chuc" role="search" className="search-line" key={text}>
                {asOf !== today && <input type="hidden" name="ngay" value={asOf} />}
                <TextField
                  name="tim"
                  type="search"
                  icon="search"
                  label={t(words.find)}
                  labelUnseen
                  placeholder={t(words.find)}
                  value={text}
                />
                <Act text={t(adminWords.search)} />
              </form>
            </div>
          }
        >
          {found !== undefined ? (
            found.length === 0 ? (
              <EmptyState title={t(words.notFound, { text })} icon="search" tone="paused" />
            ) : (
              <Tree
                label={t(words.find)}
                rows={found.map((one) => ({
                  id: one.id,
                  text: one.name,
                  level: 0,
                  icon: iconOf(one.kind),
                  href: `/quan-tri/to-chuc?${new URLSearchParams({ ...at, 'don-vi': one.id })}`,
                  selected: one.id === unit?.id,
                }))}
              />
            )
          ) : (
            <Tree
              label={t(words.tree)}
              rows={rows.map((row) => ({
                ...branch(
                  row,
                  unit?.id,
                  (id) => `/quan-tri/to-chuc?${new URLSearchParams({ ...at, 'don-vi': id })}`,
                  (name) => t(words.open, { name }),
                ),
                ...(ahead[row.unit.id] !== undefined && {
                  right: (
                    <StatusText tone="soon" icon="calendar-event">
                      {t(words[ahead[row.unit.id] ?? 'new'])}
                    </StatusText>
                  ),
                }),
              }))}
            />
          )}
        </Pane>
        <Pane label={t(words.posts)}>
          {unit === undefined ? (
            <EmptyState title={t(words.noUnits)} icon="sitemap" tone="paused" />
          ) : (
            <>
              <div className="block">
                <SectionTitle
                  title={unit.name}
                  count={t(words.count, {
                    held: unit.posts.filter((one) => one.personId !== null).length,
                    all: unit.posts.length,
                  })}
                  note={unit.code}
                />
              </div>
              {unit.posts.length === 0 ? (
                <EmptyState title={t(words.noPosts)} icon="users" tone="paused" text={t(words.noPostsText)} />
              ) : (
                <DataTable
                  language={language}
                  caption={t(words.posts)}
                  density="loose"
                  sticky
                  columns={[
                    { key: 'title', title: t(words.post), heads: true },
                    { key: 'holder', title: t(words.holder), width: 260 },
                    { key: 'kind', title: t(words.kind), width: 110, quiet: true },
                    { key: 'function', title: t(words.function), width: 170, quiet: true },
                  ]}
                  rows={unit.posts.map((one) => ({
                    id: one.id,
                    href: here({ 'vi-tri': one.id }),
                    selected: one.id === post?.id,
                    title: one.title,
                    holder: <Holder post={one} vacant={t(words.vacant)} />,
                    kind: one.appointmentKind === null ? '' : kindWord(one.appointmentKind, t),
                    function: t(sayFunction(one.function)),
                  }))}
                />
              )}
              {ground && <UnitGround ground={ground} asOf={asOf} />}
            </>
          )}
        </Pane>
        <Pane label={t(words.tools)} ground="ground">
          {failed && (
            <Block>
              <RefusedNote language={language} refused={failed.refused} />
            </Block>
          )}
          {post !== undefined && unit !== undefined && standing !== undefined ? (
            <>
              <PostTools {...tools} unit={unit} post={post} people={people} who={who} />
              <PostStaffing {...tools} {...standing} unit={unit} post={post} />
            </>
          ) : unit !== undefined && standing !== undefined ? (
            <>
              <UnitTools {...tools} unit={unit} />
              <UnitStanding {...tools} {...standing} unit={unit} />
            </>
          ) : null}
        </Pane>
      </Panes>
    </AdminPage>
  )
}

const laterOf = (one: PlainDate, other: PlainDate): PlainDate => (one > other ? one : other)

function Holder({ post, vacant }: { readonly post: Post; readonly vacant: string }) {
  if (post.personName !== null) return <PersonLine name={post.personName} size="small" />
  return (
    <span className="in-line tone-soon toned">
      <AvatarEmpty /> <b>{vacant}</b>
    </span>
  )
}

const kindWord = (kind: string, t: ReturnType<typeof useSay>): string =>
  kind === 'regular' || kind === 'acting' || kind === 'secondment' ? t(words[kind]) : kind

const icons: Readonly<Record<string, IconName>> = {
  'peoples-committee': 'building-bank',
  department: 'building',
  'subordinate-agency': 'building',
  'one-stop': 'building-community',
  division: 'users',
}
const iconOf = (kind: string): IconName => icons[kind] ?? 'building'

function branch(
  { unit, level, open }: Branch,
  chosen: string | undefined,
  href: (id: string) => string,
  label: (name: string) => string,
) {
  const isLeaf = unit.kind === 'division' || unit.kind === 'one-stop'
  return {
    id: unit.id,
    text: unit.shortName ?? unit.name,
    level,
    icon: iconOf(unit.kind),
    href: href(unit.id),
    selected: unit.id === chosen,
    strong: level === 0,
    // Shut by going to what is above; the roots stay open.
    ...((open || !isLeaf) && {
      fold: { open, toggleHref: href(open ? (unit.parentId ?? unit.id) : unit.id), label: label(unit.name) },
    }),
  }
}
