import { useActionData, useLoaderData, type LoaderFunctionArgs, type MetaFunction } from 'react-router'
import { showDate } from '#values/show-time.ts'
import type { Words } from '#values/words.ts'
import { sayWeek } from '#engines/calendar/contract.ts'
import { Act } from '#ui/office/Button.tsx'
import { TextField } from '#ui/office/Fields.tsx'
import { Block, PageHead, Pane, Panes } from '#ui/office/Panes.tsx'
import { FactRows } from '#ui/office/Preview.tsx'
import { EmptyState } from '#ui/office/States.tsx'
import { RefusedNote } from '../../office/RefusedNote.tsx'
import { staffPage } from '../../office/staff.ts'
import { titled } from '../../titled.ts'
import { AdminPage } from '../AdminPage.tsx'
import { useAdmin, useSay } from '../use-admin.ts'
import { adminWords } from '../words.ts'
import { changeHours, pagePath, previewOf, typedIn, type DeclaredHours as Declared, type Hours } from './change.ts'
import { cutOffSaid } from './cut-off-words.ts'
import { DeclaredHours } from './DeclaredHours.tsx'
import { HoursForm } from './HoursForm.tsx'
import { HoursPreview } from './HoursPreview.tsx'

const words = {
  lead: {
    vi: 'Đơn vị không có giờ riêng theo giờ của cơ quan gần nhất ở trên. Hạn của mỗi bước tính theo giờ đơn vị làm bước đó, ngày hẹn theo giờ của quầy tiếp nhận.',
    en: 'A unit without hours of its own goes by the nearest body above. Each step counts by the hours of the unit that does it, the promise by those of the counter.',
  },
  find: { vi: 'Tìm đơn vị, quầy', en: 'Find a unit or counter' },
  found: { vi: 'Chọn đơn vị', en: 'Choose the unit' },
  notFound: { vi: 'Không thấy đơn vị “{text}”', en: 'No unit “{text}”' },
  choose: { vi: 'Chọn đơn vị để xem và khai giờ', en: 'Choose a unit to see and declare its hours' },
  now: { vi: 'Đang làm việc theo giờ này', en: 'Works these hours now' },
  coming: { vi: 'Từ ngày {day}', en: 'From {day}' },
} as const satisfies Record<string, Words>

export async function loader(args: LoaderFunctionArgs) {
  const page = staffPage(args)
  const { calendar, directory } = page.client
  const query = new URL(args.request.url).searchParams
  const typed = typedIn(query)
  const unitId = query.get('don-vi') || undefined
  const text = (query.get('tim') ?? '').trim().slice(0, 100)
  const [declared, unit, hours, found] = await Promise.all([
    calendar.listOwnHours({}),
    unitId === undefined ? undefined : directory.getUnit({ id: unitId }),
    unitId === undefined ? undefined : calendar.getOfficeHours({ unitId }),
    text === '' ? [] : directory.findUnits({ text, limit: 20 }),
  ])
  return {
    declared,
    unit: unit && { id: unit.id, name: unit.name },
    hours,
    text,
    found: found.map(({ id, name }) => ({ id, name })),
    typed,
    preview: typed && (await previewOf(page, typed)),
  }
}

export const action = changeHours

export const meta: MetaFunction<typeof loader> = ({ loaderData, matches }) =>
  titled(matches, loaderData?.unit?.name ?? adminWords.officeHours, adminWords.admin)

export default function OfficeHours() {
  const { declared, unit, hours, text, found, typed, preview } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const { language } = useAdmin()
  const t = useSay()
  return (
    <AdminPage>
      <PageHead title={t(adminWords.officeHours)} text={t(words.lead)} />
      <Panes shape="side">
        <Pane label={unit?.name ?? t(adminWords.officeHours)} still>
          <Block small>
            <form method="get" action={pagePath} role="search" className="search-line" key={text}>
              <TextField name="tim" type="search" icon="search" label={t(words.find)} value={text} />
              <Act text={t(adminWords.search)} />
            </form>
          </Block>
          {text !== '' && (
            <Block title={found.length === 0 ? t(words.notFound, { text }) : t(words.found)} small>
              <ul className="found-units">
                {found.map(({ id, name }) => (
                  <li key={id}>
                    <a href={`${pagePath}?don-vi=${id}`}>{name}</a>
                  </li>
                ))}
              </ul>
            </Block>
          )}
          {failed && (
            <Block>
              <RefusedNote language={language} refused={failed.refused} />
            </Block>
          )}
          {typed && preview && <HoursPreview typed={typed} preview={preview} key={JSON.stringify(typed)} />}
          {unit && hours ? (
            <>
              <Week title={`${unit.name}: ${t(words.now).toLowerCase()}`} hours={hours} />
              {hours.coming && (
                <Week title={t(words.coming, { day: showDate(hours.coming.from) })} hours={hours.coming} />
              )}
              <HoursForm
                unitId={unit.id}
                hours={hours}
                ownCutOff={ownCutOffOf(declared, unit.id)}
                typed={typed}
                key={`${unit.id} ${JSON.stringify(typed)}`}
              />
            </>
          ) : (
            text === '' && <EmptyState title={t(words.choose)} icon="clock" tone="paused" />
          )}
        </Pane>
        <Pane label={t(adminWords.officeHours)} ground="ground" still>
          <DeclaredHours declared={declared} />
        </Pane>
      </Panes>
    </AdminPage>
  )
}

/** That of the last of its declarations that has begun. */
const ownCutOffOf = (declared: readonly Declared[], unitId: string): string | null =>
  declared.find((one) => one.unitId === unitId && one.undoneAt === null && !one.canUndo)?.cutOff ?? null

function Week({ title, hours: { week, cutOff } }: { readonly title: string; readonly hours: Hours }) {
  const { language } = useAdmin()
  const t = useSay()
  return (
    <Block title={title} small>
      <FactRows rows={sayWeek(week, language).map(({ days, hours, note }) => ({ term: days, value: hours, note }))} />
      <p className="quiet">{cutOffSaid(t, cutOff)}</p>
    </Block>
  )
}
