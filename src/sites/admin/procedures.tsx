import { useLoaderData, type LoaderFunctionArgs, type MetaFunction } from 'react-router'
import { showDate } from '#values/show-time.ts'
import { say, type Words } from '#values/words.ts'
import { sayTier } from '#engines/directory/contract.ts'
import { StatusText } from '#ui/office/Badge.tsx'
import { Act } from '#ui/office/Button.tsx'
import { DataTable } from '#ui/office/DataTable.tsx'
import { SelectField, TextField } from '#ui/office/Fields.tsx'
import { PageHead, Pane, Panes } from '#ui/office/Panes.tsx'
import { EmptyState } from '#ui/office/States.tsx'
import { staffPage } from '../office/staff.ts'
import { AdminPage } from './AdminPage.tsx'
import { catalogueWords } from './catalogue/words.ts'
import { useAdmin, useMay, useSay } from './use-admin.ts'
import { adminWords } from './words.ts'
import { titled } from '../titled.ts'

const words = {
  title: { vi: 'Thủ tục', en: 'Procedures' },
  lead: {
    vi: '{all} thủ tục; {complete} nộp và giải quyết được ở đây, còn lại mới có hướng dẫn',
    en: '{all}; {complete} filed and settled here, the others described',
  },
  find: { vi: 'Tên, mã, lời người dân nói', en: 'Name, code, everyday words' },
  level: { vi: 'Cấp', en: 'Level' },
  anyLevel: { vi: 'Mọi cấp', en: 'Any level' },
  name: { vi: 'Thủ tục', en: 'Procedure' },
  field: { vi: 'Lĩnh vực', en: 'Field' },
  online: { vi: 'Mức', en: 'Online' },
  state: { vi: 'Ở đây', en: 'Here' },
  code: { vi: 'Mã', en: 'Code' },
  complete: { vi: 'Giải quyết được', en: 'Settled here' },
  described: { vi: 'Hướng dẫn', en: 'Described' },
  changes: { vi: 'Đổi từ {day}', en: 'Changes on {day}' },
  none: { vi: 'Không thấy thủ tục “{text}”', en: 'No procedure “{text}”' },
  noneText: { vi: 'Thử ít từ hơn, không dấu cũng được.', en: 'Try fewer words; tone marks are not needed.' },
  capped: { vi: 'Hiện 200 thủ tục đầu; tìm để thấy thủ tục khác', en: 'The first 200 show; search for others' },
} as const satisfies Record<string, Words>

const levels = ['province', 'district', 'commune'] as const

export async function loader(args: LoaderFunctionArgs) {
  const page = staffPage(args)
  const query = new URL(args.request.url).searchParams
  const text = (query.get('tim') ?? '').trim().slice(0, 200)
  const level = query.get('cap') ?? ''
  const found = await page.client.services.findProcedures({
    text: text || undefined,
    level: level.slice(0, 20) || undefined,
    limit: 200,
  })
  return { text, level, ...found }
}

export const meta: MetaFunction = ({ matches }) => titled(matches, adminWords.procedures, adminWords.admin)

export default function Procedures() {
  const { text, level, rows, all, complete } = useLoaderData<typeof loader>()
  const { language } = useAdmin()
  const t = useSay()
  const mayAnnounce = useMay('procedure.announce')
  return (
    <AdminPage>
      <PageHead
        title={t(words.title)}
        text={t(words.lead, { all, complete })}
        right={
          <>
            <Act icon="chart-bar" text={t(catalogueWords.figures)} href="/quan-tri/thu-tuc/cong-khai" />
            {mayAnnounce && <Act icon="file-import" text={t(catalogueWords.title)} href="/quan-tri/thu-tuc/danh-muc" />}
          </>
        }
      />
      <Panes shape="one">
        <Pane
          label={t(words.title)}
          head={
            <div className="block">
              <form
                method="get"
                action="/quan-tri/thu-tuc"
                role="search"
                className="filter-line"
                key={`${text} ${level}`}
              >
                <TextField name="tim" type="search" icon="search" label={t(words.find)} value={text} />
                <SelectField
                  name="cap"
                  label={t(words.level)}
                  value={level}
                  options={[
                    { value: '', text: t(words.anyLevel) },
                    ...levels.map((value) => ({ value, text: t(sayTier(value)) })),
                  ]}
                />
                <Act text={t(adminWords.search)} />
              </form>
            </div>
          }
          foot={rows.length >= 200 ? <span className="quiet">{t(words.capped)}</span> : undefined}
        >
          {rows.length === 0 ? (
            <EmptyState title={t(words.none, { text })} icon="search" tone="paused" text={t(words.noneText)} />
          ) : (
            <DataTable
              language={language}
              caption={t(words.title)}
              sticky
              columns={[
                { key: 'code', title: t(words.code), width: 110, code: true },
                { key: 'name', title: t(words.name), heads: true },
                { key: 'field', title: t(words.field), width: 230, quiet: true },
                { key: 'level', title: t(words.level), width: 80 },
                { key: 'online', title: t(words.online), width: 60, number: true },
                { key: 'state', title: t(words.state), width: 190 },
              ]}
              rows={rows.map((one) => ({
                id: one.code,
                href: `/quan-tri/thu-tuc/${encodeURIComponent(one.code)}`,
                code: one.code,
                name: say(one.name, language),
                field: say(one.field, language),
                level: t(sayTier(one.level)),
                online: one.onlineLevel,
                state: (
                  <>
                    <StatusText
                      tone={one.isComplete ? 'good' : 'paused'}
                      icon={one.isComplete ? 'circle-check' : 'file-description'}
                    >
                      {t(one.isComplete ? words.complete : words.described)}
                    </StatusText>
                    {one.changesOn && (
                      <StatusText tone="soon" icon="calendar-event">
                        {t(words.changes, { day: showDate(one.changesOn) })}
                      </StatusText>
                    )}
                  </>
                ),
              }))}
            />
          )}
        </Pane>
      </Panes>
    </AdminPage>
  )
}
