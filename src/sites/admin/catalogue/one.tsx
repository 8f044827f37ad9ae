import {
  Form,
  redirect,
  useActionData,
  useLoaderData,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from 'react-router'
import { groupThousands } from '#values/money.ts'
import { dateAt } from '#values/plain-date.ts'
import { showInstant } from '#values/show-time.ts'
import { say, type Words } from '#values/words.ts'
import { sayTier } from '#engines/directory/contract.ts'
import { Act } from '#ui/office/Button.tsx'
import { DataTable } from '#ui/office/DataTable.tsx'
import { Block, PageHead, Pane, Panes } from '#ui/office/Panes.tsx'
import { FactRows } from '#ui/office/Preview.tsx'
import { EmptyState } from '#ui/office/States.tsx'
import { Tabs } from '#ui/office/Tabs.tsx'
import { FormToken } from '../../FormToken.tsx'
import { textOf } from '../../form-text.ts'
import { RefusedNote } from '../../office/RefusedNote.tsx'
import { refusedAnswer, staffPage } from '../../office/staff.ts'
import { SendOnce } from '../../SendOnce.tsx'
import { titled } from '../../titled.ts'
import { AdminPage } from '../AdminPage.tsx'
import { useAdmin, useSay } from '../use-admin.ts'
import { adminWords } from '../words.ts'
import { announcementOf, AnnouncementFields } from './AnnouncementFields.tsx'
import { catalogueWords, place, states, stateWords, type RecordState } from './words.ts'

const words = {
  lead: { vi: '{count} bản ghi, nhập {at} bởi {by}', en: '{count} records, taken {at} by {by}' },
  records: { vi: 'Các bản ghi', en: 'Records' },
  number: { vi: 'Số', en: 'No.' },
  matched: { vi: 'Ở đây', en: 'Here' },
  isNew: { vi: 'mới', en: 'new' },
  why: { vi: 'Lý do', en: 'Why' },
  none: { vi: 'Không có bản ghi nào ở mục này', en: 'No record here' },
  more: { vi: 'Xem tiếp', en: 'More' },
  acceptAll: { vi: 'Công bố {count} bản ghi không nghi vấn', en: 'Announce {count} without doubt' },
  acceptText: {
    vi: 'Thủ tục mới được thêm vào, thủ tục đã có nhận bản mới từ ngày áp dụng. Bản ghi cần xem và cách ly để lại.',
    en: 'New procedures are added, known ones get a new version from that day on. The others wait.',
  },
  download: { vi: 'Tải bản ghi cách ly', en: 'Download what was set aside' },
  discard: { vi: 'Bỏ lần nhập này', en: 'Drop this import' },
} as const satisfies Record<string, Words>

export async function loader(args: LoaderFunctionArgs) {
  const { services } = staffPage(args).client
  const id = args.params['id'] ?? ''
  const query = new URL(args.request.url).searchParams
  const view = await services.getCatalogueImport({ id })
  const asked = query.get('tinh') as RecordState | null
  const state =
    asked !== null && states.includes(asked) ? asked : (states.find((one) => view.counts[one] > 0) ?? states[0]!)
  const after = Number(query.get('sau')) || 0
  return { view, state, today: dateAt(new Date()), ...(await services.listCatalogueRecords({ id, state, after })) }
}

export async function action(args: ActionFunctionArgs) {
  const page = staffPage(args)
  const { services } = page.client
  const id = args.params['id'] ?? ''
  const form = await args.request.formData()
  try {
    if (textOf(form, 'viec') === 'bo') {
      await services.discardCatalogue({ id })
      return redirect(place)
    }
    await services.acceptClearRecords({ id, announcement: announcementOf(form) })
    return redirect(`${place}/${id}?tinh=accepted`)
  } catch (error) {
    return refusedAnswer(error, page, form)
  }
}

export const meta: MetaFunction<typeof loader> = ({ loaderData, matches }) =>
  titled(matches, loaderData?.view.title, catalogueWords.title, adminWords.admin)

export default function OneCatalogue() {
  const { view, state, rows, next, today } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const { language } = useAdmin()
  const t = useSay()
  const { counts } = view
  const all = states.reduce((sum, one) => sum + counts[one], 0)
  return (
    <AdminPage>
      <PageHead
        title={view.title}
        text={t(words.lead, {
          count: groupThousands(all),
          at: showInstant(view.createdAt, language),
          by: view.createdByName,
        })}
        back={{ href: place, text: t(catalogueWords.title) }}
      />
      <Panes shape="side">
        <Pane
          label={t(words.records)}
          head={
            <Tabs
              label={t(words.records)}
              items={states.map((one) => ({
                href: `${place}/${view.id}?tinh=${one}`,
                text: t(stateWords[one].words),
                count: groupThousands(counts[one]),
                current: one === state,
              }))}
            />
          }
          foot={
            next === undefined ? undefined : (
              <a href={`${place}/${view.id}?tinh=${state}&sau=${next}`}>{t(words.more)}</a>
            )
          }
        >
          {rows.length === 0 ? (
            <EmptyState title={t(words.none)} icon={stateWords[state].icon} tone="paused" />
          ) : (
            <DataTable
              language={language}
              caption={t(words.records)}
              sticky
              columns={[
                { key: 'number', title: t(words.number), width: 56, number: true },
                { key: 'code', title: t(catalogueWords.code), width: 90, code: true },
                { key: 'name', title: t(catalogueWords.name), heads: true },
                { key: 'level', title: t(catalogueWords.level), width: 70 },
                state === 'aside' || state === 'rejected'
                  ? { key: 'why', title: t(words.why), width: 300 }
                  : { key: 'matched', title: t(words.matched), width: 100, code: true },
              ]}
              rows={rows.map((row) => ({
                id: String(row.number),
                href: `${place}/${view.id}/${row.number}`,
                number: row.number,
                code: row.code ?? '–',
                name: row.name ?? '–',
                level: row.level === null ? '–' : t(sayTier(row.level)),
                matched: row.procedureCode ?? row.matchedCode ?? t(words.isNew),
                why: row.rejectReason ?? row.reasons.map((reason) => say(reason, language)).join('; '),
              }))}
            />
          )}
        </Pane>
        <Pane label={t(catalogueWords.decision)} ground="ground">
          {failed && (
            <Block>
              <RefusedNote language={language} refused={failed.refused} />
            </Block>
          )}
          {counts.clear > 0 && (
            <Block title={t(catalogueWords.decision)} small>
              <Form method="post" className="plan-fields">
                <FormToken />
                <SendOnce />
                <AnnouncementFields today={today} typed={failed?.refused.typed} />
                <Act kind="primary" icon="check" text={t(words.acceptAll, { count: groupThousands(counts.clear) })} />
              </Form>
              <p className="quiet">{t(words.acceptText)}</p>
            </Block>
          )}
          <Block>
            <FactRows
              rows={states.map((one) => ({ term: t(stateWords[one].words), value: groupThousands(counts[one]) }))}
            />
            <div className="standing">
              {counts.aside > 0 && (
                <Act icon="download" wide text={t(words.download)} href={`${place}/${view.id}/cach-ly`} />
              )}
              {counts.accepted + counts.rejected === 0 && (
                <Form method="post">
                  <FormToken />
                  <SendOnce />
                  <input type="hidden" name="viec" value="bo" />
                  <Act icon="trash" wide text={t(words.discard)} />
                </Form>
              )}
            </div>
          </Block>
        </Pane>
      </Panes>
    </AdminPage>
  )
}
