import { groupThousands } from '#values/money.ts'
import { say, type Words } from '#values/words.ts'
import { Act } from '#ui/office/Button.tsx'
import { DataTable } from '#ui/office/DataTable.tsx'
import { TextField } from '#ui/office/Fields.tsx'
import { Block } from '#ui/office/Panes.tsx'
import { EmptyState } from '#ui/office/States.tsx'
import { Icon, type IconName } from '#ui/Icon.tsx'
import { sayFunction } from '#engines/directory/contract.ts'
import { useAdmin, useSay } from '../use-admin.ts'
import type { View } from './view.ts'
import { reorganisationWords } from './words.ts'

const words = {
  touched: { vi: 'Sẽ đụng tới', en: 'What it touches' },
  touchedThen: { vi: 'Đụng tới, tính lúc hẹn', en: 'Touched, as counted when scheduled' },
  before: { vi: 'Trước', en: 'Before' },
  after: { vi: 'Sau', en: 'After' },
  how: { vi: 'Đổi thế nào', en: 'What is done' },
  never: {
    vi: 'Mã hồ sơ, số văn bản đã cấp và địa danh trong giấy tờ cũ không bao giờ bị đổi.',
    en: 'Codes of dossiers, numbers given and the names on old papers never change.',
  },
  units: { vi: 'Xem {count} đơn vị', en: 'See {count} units' },
  people: { vi: 'Xem {count} người về đâu', en: 'See where {count} people go' },
  map: { vi: 'Xem bản đồ', en: 'See the map' },
  mapLacking: { vi: 'Xem bản đồ, còn thiếu {count} ranh giới', en: 'See the map, {count} boundaries are missing' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  taken: { vi: 'Thành, hoặc giao cho', en: 'Becomes, or goes to' },
  person: { vi: 'Cán bộ', en: 'Official' },
  from: { vi: 'Đang giữ', en: 'Holds' },
  to: { vi: 'Về', en: 'Goes to' },
  as: { vi: 'Làm', en: 'As' },
  what: { vi: 'Ra sao', en: 'What happens' },
  ends: { vi: 'Thôi hoạt động', en: 'Ends' },
  divided: { vi: 'Còn, chia một phần', en: 'Goes on, gives a part' },
  changed: { vi: 'Đổi tên, cấp trên', en: 'Renamed or moved' },
  opened: { vi: 'Mới', en: 'New' },
  find: { vi: 'Tìm trong danh sách', en: 'Find in the list' },
  none: { vi: 'Không thấy “{text}”', en: 'Nothing for “{text}”' },
  empty: { vi: 'Không có gì', en: 'Nothing' },
  some: { vi: 'Hiện {shown} trên {count}; tìm để thấy phần còn lại', en: '{shown} of {count}; search for the others' },
} as const satisfies Record<string, Words>

const icons: Readonly<Record<string, IconName>> = {
  areas: 'map-pin',
  boundaries: 'map',
  units: 'building',
  posts: 'user-check',
  people: 'users',
  delegations: 'signature',
  dossiers: 'folder',
  tasks: 'list-check',
  drafts: 'pencil',
  lists: 'arrows-exchange',
  books: 'hash',
  deadlines: 'clock',
  procedures: 'file-settings',
}

/** How much of everything is touched; the lists behind it one press away. */
export function Touched({ view }: { readonly view: View }) {
  const { language } = useAdmin()
  const t = useSay()
  const here = `/quan-tri/sap-xep/${view.id}`
  const said = view.state === 'draft' || view.state === 'ahead' ? words.touched : words.touchedThen
  return (
    <>
      <DataTable
        language={language}
        caption={t(said)}
        columns={[
          { key: 'name', title: t(said), heads: true },
          { key: 'before', title: t(words.before), width: 80, number: true },
          { key: 'after', title: t(words.after), width: 80, number: true, strong: true },
          { key: 'how', title: t(words.how), width: 290, quiet: true },
        ]}
        rows={view.touched.map(({ kind, name, before, after, how }) => ({
          id: kind,
          name: (
            <span className="in-line">
              <Icon name={icons[kind] ?? 'circle-dot'} /> {say(name, language)}
            </span>
          ),
          before: groupThousands(before),
          after: groupThousands(after),
          how: say(how, language),
        }))}
      />
      <Block>
        <p className="quiet">
          {t(words.never)}{' '}
          <a href={`${here}?xem=don-vi`}>{t(words.units, { count: groupThousands(view.counts.units) })}</a>
          {' · '}
          <a href={`${here}?xem=nguoi`}>{t(words.people, { count: groupThousands(view.counts.people) })}</a>
          {' · '}
          <a href={`${here}?xem=ban-do`}>
            {view.missing === 0 ? t(words.map) : t(words.mapLacking, { count: groupThousands(view.missing) })}
          </a>
        </p>
      </Block>
    </>
  )
}

/** Every unit with what it becomes, or everybody with where they land. */
export function FullList({ id, list }: { readonly id: string; readonly list: NonNullable<View['list']> }) {
  const { language } = useAdmin()
  const t = useSay()
  const here = `/quan-tri/sap-xep/${id}`
  const isUnits = list.kind === 'don-vi'
  return (
    <>
      <Block>
        <form method="get" action={here} role="search" className="search-line" key={`${list.kind} ${list.text}`}>
          <input type="hidden" name="xem" value={list.kind} />
          <TextField name="tim" type="search" icon="search" label={t(words.find)} value={list.text} />
          <Act text={t(reorganisationWords.search)} />
        </form>
        <p className="in-line">
          <Act kind="link" icon="arrow-left" text={t(reorganisationWords.back)} href={here} />
          {list.rows.length < list.count && (
            <span className="quiet">
              {t(words.some, { shown: list.rows.length, count: groupThousands(list.count) })}
            </span>
          )}
        </p>
      </Block>
      {list.rows.length === 0 ? (
        <EmptyState
          title={list.text === '' ? t(words.empty) : t(words.none, { text: list.text })}
          icon="search"
          tone="paused"
        />
      ) : (
        <DataTable
          language={language}
          caption={t(isUnits ? words.unit : words.person)}
          sticky
          columns={[
            { key: 'name', title: t(isUnits ? words.unit : words.person), heads: true },
            {
              key: 'about',
              title: t(isUnits ? reorganisationWords.code : words.from),
              width: isUnits ? 130 : 190,
              quiet: true,
            },
            { key: 'to', title: t(isUnits ? words.taken : words.to) },
            { key: 'how', title: t(isUnits ? words.what : words.as), width: 130, quiet: true },
          ]}
          rows={list.rows.map(({ how, ...row }) => ({
            ...row,
            how: isUnits ? t(words[how as 'ends']) : t(sayFunction(how)),
          }))}
        />
      )}
    </>
  )
}
