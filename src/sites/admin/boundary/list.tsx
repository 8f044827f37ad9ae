import {
  redirect,
  useActionData,
  useLoaderData,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from 'react-router'
import { groupThousands } from '#values/money.ts'
import { civil, dateAt, isPlainDate } from '#values/plain-date.ts'
import { showArea } from '#values/show-area.ts'
import { showDate } from '#values/show-time.ts'
import type { Words } from '#values/words.ts'
import { sayTier } from '#engines/directory/contract.ts'
import { StatusText } from '#ui/office/Badge.tsx'
import { Act } from '#ui/office/Button.tsx'
import { DataTable } from '#ui/office/DataTable.tsx'
import { TextField } from '#ui/office/Fields.tsx'
import { Block, PageHead, Pane, Panes } from '#ui/office/Panes.tsx'
import { FactRows } from '#ui/office/Preview.tsx'
import { EmptyState } from '#ui/office/States.tsx'
import { drawShapes } from '#ui/map/draw-shapes.ts'
import { ShapeMap } from '#ui/map/ShapeMap.tsx'
import { textOf } from '../../form-text.ts'
import { RefusedNote } from '../../office/RefusedNote.tsx'
import { refusedAnswer, staffPage } from '../../office/staff.ts'
import { titled } from '../../titled.ts'
import { AdminPage } from '../AdminPage.tsx'
import { ChooseFile } from '../import/ChooseFile.tsx'
import { statusWords } from '../import/words.ts'
import { useAdmin, useSay } from '../use-admin.ts'
import { adminWords } from '../words.ts'
import { leavesOf } from './leaves.ts'
import { boundaryWords, lookWords } from './words.ts'

const words = {
  lead: {
    vi: '{known} / {all} địa bàn có ranh giới ngày {day}',
    en: '{known} of {all} areas have a boundary on {day}',
  },
  asOf: { vi: 'Xem tại ngày', en: 'As of' },
  show: { vi: 'Xem', en: 'Show' },
  map: { vi: 'Bản đồ địa bàn ngày {day}', en: 'Map of the areas on {day}' },
  tier: { vi: 'Cấp', en: 'Tier' },
  code: { vi: 'Mã', en: 'Code' },
  all: { vi: 'Danh sách {count} địa bàn và diện tích', en: 'List of {count} areas with their sizes' },
  none: { vi: 'Ngày này chưa có ranh giới nào', en: 'No boundaries on this day' },
  noneText: { vi: 'Gửi tệp GeoJSON ở bên phải.', en: 'Send a GeoJSON file at the right.' },
  send: { vi: 'Nhập ranh giới', en: 'Import boundaries' },
  sent: { vi: 'Các lần nhập', en: 'Imports' },
  choose: { vi: 'Tệp GeoJSON', en: 'A GeoJSON file' },
  hint: {
    vi: 'WGS 84 (EPSG:4326), mỗi đối tượng có mã địa bàn (code). Nhiều nhất 1,4 MB',
    en: 'WGS 84 (EPSG:4326), the code of its area at each feature. 1.4 MB at the most',
  },
  sourceHint: { vi: 'Ai lập, lấy ở đâu, tỷ lệ', en: 'Who made it, where it is from, its scale' },
  find: { vi: 'Tìm cơ quan của địa bàn', en: 'Find the body of this area' },
  anyFile: { vi: 'TỆP', en: 'FILE' },
} as const satisfies Record<string, Words>

export async function loader(args: LoaderFunctionArgs) {
  const { directory } = staffPage(args).client
  const query = new URL(args.request.url).searchParams
  const asked = query.get('ngay') ?? ''
  const today = dateAt(new Date())
  const asOf = isPlainDate(asked) ? asked : today
  const chosen = query.get('dia-ban') ?? ''
  const [{ features }, areas, imports] = await Promise.all([
    directory.getBoundaries({ asOf }),
    directory.findAreas({ asOf }),
    directory.listBoundaryImports({}),
  ])
  const known = new Map(features.map(({ id, properties }) => [id, properties]))
  const leaves = leavesOf(features)
  const isLeaf = leaves.some(({ id }) => id === chosen)
  const perTier = Map.groupBy(areas, ({ tier }) => tier)
  // What lies over others is drawn alone.
  const drawn = isLeaf || !known.has(chosen) ? leaves : features.filter(({ id }) => id === chosen)
  return {
    asOf,
    today,
    chosen: known.get(chosen),
    drawn: drawShapes(drawn),
    shapes: drawn.map(({ id, properties: { name, squareKilometres } }) => ({ id, name, squareKilometres })),
    // The province first: the fewer there are of a tier, the higher it is.
    areas: [...perTier.values()]
      .toSorted((a, b) => a.length - b.length)
      .flat()
      .map(({ code, name, tier }) => ({ code, name, tier, ...pick(known.get(code)) })),
    imports,
  }
}

const pick = (known?: { readonly squareKilometres: number; readonly isJoined: boolean }) => ({
  size: known?.squareKilometres ?? null,
  isJoined: known?.isJoined ?? false,
})

export async function action(args: ActionFunctionArgs) {
  const page = staffPage(args)
  const form = await args.request.formData()
  const from = textOf(form, 'tu-ngay')
  try {
    const { id } = await page.client.directory.startBoundaryImport({
      fileName: textOf(form, 'ten'),
      content: textOf(form, 'noi-dung'),
      source: textOf(form, 'nguon'),
      licence: textOf(form, 'giay-phep') || undefined,
      from: isPlainDate(from) ? civil(from) : dateAt(new Date()),
    })
    return redirect(`/quan-tri/to-chuc/ranh-gioi/${id}`)
  } catch (error) {
    // The browser has the file: it need not be sent back.
    form.delete('noi-dung')
    return refusedAnswer(error, page, form)
  }
}

export const meta: MetaFunction = ({ matches }) => titled(matches, boundaryWords.title, adminWords.admin)

export default function Boundaries() {
  const { asOf, today, chosen, drawn, shapes, areas, imports } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const { language } = useAdmin()
  const t = useSay()
  const here = (code: string) =>
    `/quan-tri/to-chuc/ranh-gioi?${new URLSearchParams({ ...(asOf !== today && { ngay: asOf }), 'dia-ban': code })}`
  const typed = failed?.refused.typed
  const day = showDate(asOf)
  return (
    <AdminPage>
      <PageHead
        title={t(boundaryWords.title)}
        text={t(words.lead, { known: areas.filter(({ size }) => size !== null).length, all: areas.length, day })}
        back={{ href: '/quan-tri/to-chuc', text: t(adminWords.organisation) }}
        right={
          <form method="get" className="as-of-form" key={asOf}>
            <TextField name="ngay" type="date" label={t(words.asOf)} labelUnseen value={asOf} />
            <Act icon="calendar" text={t(words.show)} />
          </form>
        }
      />
      <Panes shape="side">
        <Pane label={t(words.map, { day })}>
          {shapes.length === 0 ? (
            <EmptyState title={t(words.none)} icon="map" tone="paused" text={t(words.noneText)} />
          ) : (
            <Block>
              <ShapeMap
                title={t(words.map, { day })}
                drawn={drawn}
                shapes={shapes.map(({ id, name, squareKilometres }) => ({
                  id,
                  label: `${name}, ${showArea(squareKilometres)}`,
                  href: here(id),
                  look: id === chosen?.code ? 'chosen' : 'plain',
                }))}
                legend={chosen ? [{ look: 'chosen', text: t(lookWords.chosen) }] : []}
                skip={t(boundaryWords.skip)}
              />
            </Block>
          )}
          <Block>
            <details className="more">
              <summary>{t(words.all, { count: groupThousands(areas.length) })}</summary>
              <DataTable
                language={language}
                caption={t(boundaryWords.area)}
                density="tight"
                columns={[
                  { key: 'name', title: t(boundaryWords.area), heads: true },
                  { key: 'code', title: t(words.code), width: 80, code: true },
                  { key: 'tier', title: t(words.tier), width: 110, quiet: true },
                  { key: 'size', title: t(boundaryWords.size), width: 130, number: true },
                ]}
                rows={areas.map(({ code, name, tier, size, isJoined }) => ({
                  id: code,
                  ...(size !== null && { href: here(code) }),
                  selected: code === chosen?.code,
                  name: isJoined ? (
                    <>
                      {name} <span className="quiet">({t(boundaryWords.joined)})</span>
                    </>
                  ) : (
                    name
                  ),
                  code,
                  tier: t(sayTier(tier)),
                  size: size === null ? t(boundaryWords.unknown) : showArea(size),
                }))}
              />
            </details>
          </Block>
        </Pane>
        <Pane label={t(words.send)} ground="ground">
          {failed && (
            <Block>
              <RefusedNote language={language} refused={failed.refused} />
            </Block>
          )}
          {chosen && (
            <Block title={chosen.name} note={chosen.code} small>
              <FactRows
                rows={[
                  { term: t(boundaryWords.size), value: showArea(chosen.squareKilometres) },
                  { term: t(boundaryWords.from), value: showDate(chosen.from) },
                  {
                    term: t(boundaryWords.source),
                    value: chosen.isJoined ? `${chosen.source} (${t(boundaryWords.joined)})` : chosen.source,
                  },
                  ...(chosen.licence === null ? [] : [{ term: t(boundaryWords.licence), value: chosen.licence }]),
                ]}
              />
              <a href={`/quan-tri/to-chuc?${new URLSearchParams({ ngay: asOf, tim: chosen.name })}`}>{t(words.find)}</a>
            </Block>
          )}
          <Block title={t(words.send)} small>
            <ChooseFile
              label={t(words.choose)}
              hint={t(words.hint)}
              accept=".geojson,.json"
              command={`./lien-thong import boundaries ${t(words.anyFile)}.geojson --on ${today} --source …`}
            >
              <TextField
                name="tu-ngay"
                type="date"
                label={t(boundaryWords.from)}
                value={typed?.['tu-ngay'] ?? asOf}
                required
              />
              <TextField
                name="nguon"
                label={t(boundaryWords.source)}
                hint={t(words.sourceHint)}
                value={typed?.['nguon']}
                required
              />
              <TextField name="giay-phep" label={t(boundaryWords.licence)} value={typed?.['giay-phep']} />
            </ChooseFile>
          </Block>
          {imports.length > 0 && (
            <Block title={t(words.sent)} count={groupThousands(imports.length)} small>
              <FactRows
                rows={imports.map((one) => ({
                  term: showDate(one.holdsFrom),
                  value: (
                    <>
                      <a href={`/quan-tri/to-chuc/ranh-gioi/${one.id}`}>{one.fileName}</a>{' '}
                      <StatusText tone={statusWords[one.status].tone} icon={statusWords[one.status].icon}>
                        {t(statusWords[one.status].words)}
                      </StatusText>
                    </>
                  ),
                }))}
              />
            </Block>
          )}
        </Pane>
      </Panes>
    </AdminPage>
  )
}
