import { useActionData, useLoaderData, type LoaderFunctionArgs, type MetaFunction } from 'react-router'
import { groupThousands } from '#values/money.ts'
import { showArea } from '#values/show-area.ts'
import { showDate } from '#values/show-time.ts'
import { say, type Words } from '#values/words.ts'
import { DeadlineBadge } from '#ui/office/Badge.tsx'
import { DataTable } from '#ui/office/DataTable.tsx'
import { Block, PageHead, Pane, Panes } from '#ui/office/Panes.tsx'
import { drawShapes } from '#ui/map/draw-shapes.ts'
import { ShapeMap, type Look } from '#ui/map/ShapeMap.tsx'
import { RefusedNote } from '../../office/RefusedNote.tsx'
import { staffPage } from '../../office/staff.ts'
import { titled } from '../../titled.ts'
import { AdminPage } from '../AdminPage.tsx'
import { actOnImport } from '../import/act-on-import.ts'
import { ImportSteps } from '../import/ImportSteps.tsx'
import { importWords, statusWords } from '../import/words.ts'
import { useAdmin, useSay } from '../use-admin.ts'
import { adminWords } from '../words.ts'
import { boundaryWords } from './words.ts'

const words = {
  features: { vi: 'Các ranh giới trong tệp', en: 'The boundaries of the file' },
  map: { vi: 'Những ranh giới dùng được', en: 'The boundaries that fit' },
  fitting: { vi: 'Danh sách {count} ranh giới dùng được', en: 'List of {count} boundaries that fit' },
  feature: { vi: 'Thứ tự', en: 'Number' },
  code: { vi: 'Mã', en: 'Code' },
  state: { vi: 'Ra sao', en: 'What happens' },
  before: { vi: 'Đang có', en: 'As it is' },
  do: { vi: 'Việc với tệp này', en: 'What can be done' },
  executeText: {
    vi: 'Ghi các ranh giới Mới và Thay đổi từ ngày trên, tất cả hoặc không gì cả. Cái đang có thôi áp dụng từ ngày đó.',
    en: 'Writes what is new or changed from that day on, all of it or nothing. What held before ends that day.',
  },
  nothing: { vi: 'Không có ranh giới nào để ghi', en: 'There is nothing to write' },
  discard: { vi: 'Bỏ tệp này', en: 'Drop it' },
  undoText: {
    vi: 'Lấy lại đúng những gì lần nhập này đã ghi; ranh giới trước đó áp dụng tiếp.',
    en: 'Takes away exactly what this import wrote; what held before holds again.',
  },
  download: { vi: 'Tải các ranh giới cách ly', en: 'Download what was set aside' },
} as const satisfies Record<string, Words>

const looks = { new: 'added', changed: 'changed', same: 'plain' } as const satisfies Record<string, Look>
const order = ['aside', 'changed', 'new', 'same'] as const

export async function loader(args: LoaderFunctionArgs) {
  const { client } = staffPage(args)
  const { lines, ...view } = await client.directory.getBoundaryImport({ id: args.params['id'] ?? '' })
  const shapes = lines.flatMap(({ code, geometry, state }) =>
    code === null || geometry === null || state === 'aside' ? [] : [{ id: code, geometry }],
  )
  return {
    ...view,
    drawn: drawShapes(shapes),
    lines: lines
      .map(({ geometry: _geometry, ...line }) => line)
      .toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state)),
  }
}

const place = '/quan-tri/to-chuc/ranh-gioi'

export const action = actOnImport(place, (directory) => ({
  execute: directory.executeBoundaryImport,
  undo: directory.undoBoundaryImport,
  discard: directory.discardBoundaryImport,
}))

export const meta: MetaFunction<typeof loader> = ({ loaderData, matches }) =>
  titled(matches, loaderData?.fileName, boundaryWords.title, adminWords.admin)

type View = Awaited<ReturnType<typeof loader>>

export default function OneBoundaryImport() {
  const view = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const { language } = useAdmin()
  const t = useSay()
  const status = statusWords[view.status]
  const aside = view.lines.filter(({ state }) => state === 'aside')
  const fitting = view.lines.filter(({ state }) => state !== 'aside')
  return (
    <AdminPage>
      <PageHead
        title={view.fileName}
        back={{ href: place, text: t(boundaryWords.title) }}
        right={
          <DeadlineBadge tone={status.tone} icon={status.icon}>
            {t(status.words)}
          </DeadlineBadge>
        }
      />
      <Panes shape="side">
        <Pane label={t(words.features)} still={fitting.length === 0}>
          {view.drawn.height > 0 && (
            <Block title={t(words.map)} small>
              <ShapeMap
                title={t(words.map)}
                drawn={view.drawn}
                shapes={view.lines.flatMap(({ code, name, state }) =>
                  code === null || state === 'aside'
                    ? []
                    : [{ id: code, label: `${name}, ${t(importWords[state]).toLowerCase()}`, look: looks[state] }],
                )}
                legend={(['new', 'changed', 'same'] as const).map((state) => ({
                  look: looks[state],
                  text: `${t(importWords[state])}: ${groupThousands(view.counts[state])}`,
                }))}
                skip={t(boundaryWords.skip)}
              />
            </Block>
          )}
          {aside.length > 0 && <Lines lines={aside} />}
          {fitting.length > 0 && (
            <Block>
              <details className="more">
                <summary>{t(words.fitting, { count: groupThousands(fitting.length) })}</summary>
                <Lines lines={fitting} />
              </details>
            </Block>
          )}
        </Pane>
        <Pane label={t(words.do)} ground="ground">
          {failed && (
            <Block>
              <RefusedNote language={language} refused={failed.refused} />
            </Block>
          )}
          <ImportSteps
            view={view}
            place={place}
            object="boundaries"
            say={words}
            facts={[
              { term: t(boundaryWords.from), value: showDate(view.holdsFrom) },
              { term: t(boundaryWords.source), value: view.source },
              ...(view.licence === null ? [] : [{ term: t(boundaryWords.licence), value: view.licence }]),
            ]}
          />
        </Pane>
      </Panes>
    </AdminPage>
  )
}

/** What the file says, one a line. */
function Lines({ lines }: Pick<View, 'lines'>) {
  const { language } = useAdmin()
  const t = useSay()
  return (
    <DataTable
      language={language}
      caption={t(words.features)}
      density="tight"
      columns={[
        { key: 'number', title: t(words.feature), width: 70, number: true },
        { key: 'name', title: t(boundaryWords.area), heads: true },
        { key: 'code', title: t(words.code), width: 80, code: true },
        { key: 'size', title: t(boundaryWords.size), width: 120, number: true },
        { key: 'before', title: t(words.before), width: 120, number: true, quiet: true },
        { key: 'state', title: t(words.state), width: 220 },
      ]}
      rows={lines.map(({ number, code, name, state, why, squareKilometres, before }) => ({
        id: String(number),
        number: number + 1,
        name: name ?? '–',
        code: code ?? '–',
        size: squareKilometres === null ? '' : showArea(squareKilometres),
        before: before === null ? '' : showArea(before),
        state: why === null ? t(importWords[state]) : `${t(importWords[state])}: ${say(why, language)}`,
        ...(state === 'aside' && { tone: 'late' as const }),
      }))}
    />
  )
}
