import {
  Form,
  redirect,
  useActionData,
  useLoaderData,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from 'react-router'
import { indexReadings, indicators, readingIds, wordsOfReading } from '#engines/reporting/contract.ts'
import { Act } from '#ui/office/Button.tsx'
import { DataTable } from '#ui/office/DataTable.tsx'
import { Block, PageHead, Pane, Panes } from '#ui/office/Panes.tsx'
import { FactRows } from '#ui/office/Preview.tsx'
import { EmptyState } from '#ui/office/States.tsx'
import { dateAt } from '#values/plain-date.ts'
import { showPoints } from '#values/show-share.ts'
import { showDate, showInstant } from '#values/show-time.ts'
import type { Words } from '#values/words.ts'
import { FormToken } from '../../FormToken.tsx'
import { SendOnce } from '../../SendOnce.tsx'
import { textOf } from '../../form-text.ts'
import { refusedAnswer, staffPage } from '../../office/staff.ts'
import { titled } from '../../titled.ts'
import { AdminPage } from '../AdminPage.tsx'
import { useAdmin, useMay, useSay } from '../use-admin.ts'
import { adminWords } from '../words.ts'
import { scaleIn } from './read-scale.ts'
import { ScaleForm, type Scale } from './ScaleForm.tsx'

const address = '/quan-tri/bo-chi-so'

const words = {
  lead: {
    vi: 'Điểm, ngưỡng, xếp loại theo văn bản của cơ quan có thẩm quyền. Chưa đặt thì trang bộ chỉ số chỉ có tỷ lệ.',
    en: 'Points, thresholds and grades by a document of the authorities. Until one is set the index shows shares only.',
  },
  index: { vi: 'Xem bộ chỉ số', en: 'See the index' },
  none: { vi: 'Chưa đặt thang điểm nào', en: 'No scale is set' },
  new: { vi: 'Thang điểm mới', en: 'A new scale' },
  from: { vi: 'áp dụng từ {day}', en: 'holds from {day}' },
  now: { vi: 'đang dùng', en: 'in force' },
  withdrawn: { vi: 'đã thôi dùng: {name}, {at}', en: 'withdrawn by {name}, {at}' },
  signed: { vi: 'Ngày ký', en: 'Signed on' },
  set: { vi: 'Người đặt', en: 'Set by' },
  all: { vi: 'Tổng điểm', en: 'All points' },
  grades: { vi: 'Xếp loại', en: 'Grades' },
  grade: { vi: '{name} từ {from}', en: '{name} from {from}' },
  indicator: { vi: 'Chỉ số', en: 'Indicator' },
  points: { vi: 'Điểm', en: 'Points' },
  fullAt: { vi: 'Trọn điểm từ', en: 'All from' },
  details: { vi: 'Điểm từng chỉ số', en: 'Points of each indicator' },
  withdraw: { vi: 'Thôi dùng', en: 'Withdraw' },
} as const satisfies Record<string, Words>

export async function loader(args: LoaderFunctionArgs) {
  return { scales: await staffPage(args).client.reporting.listIndexScales({}), today: dateAt(new Date()) }
}

export async function action(args: ActionFunctionArgs) {
  const page = staffPage(args)
  const { reporting } = page.client
  const form = await args.request.formData()
  try {
    if (form.has('withdraw')) await reporting.withdrawIndexScale({ id: textOf(form, 'withdraw') })
    else await reporting.setIndexScale(scaleIn(form))
  } catch (error) {
    return refusedAnswer(error, page, form)
  }
  return redirect(address)
}

export const meta: MetaFunction = ({ matches }) => titled(matches, adminWords.indexScale, adminWords.admin)

export default function IndexScale() {
  const { scales, today } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()?.refused
  const t = useSay()
  const mayManage = useMay('index.manage')
  return (
    <AdminPage>
      <PageHead
        title={t(adminWords.indexScale)}
        text={t(words.lead)}
        right={<Act icon="chart-bar" text={t(words.index)} href="/can-bo/bao-cao/bo-chi-so" />}
      />
      <Panes shape={mayManage ? 'side' : 'one'}>
        <Pane label={t(adminWords.indexScale)}>
          {scales.length === 0 && <EmptyState title={t(words.none)} icon="chart-bar" tone="paused" />}
          {scales.map((scale) => (
            <ScaleBlock key={scale.id} scale={scale} mayManage={mayManage} />
          ))}
        </Pane>
        {mayManage && (
          <Pane label={t(words.new)} ground="ground">
            <Block title={t(words.new)}>
              <ScaleForm
                key={scales[0]?.id ?? 'first'}
                like={scales.find(({ holds }) => holds)}
                today={today}
                refused={refused}
              />
            </Block>
          </Pane>
        )}
      </Panes>
    </AdminPage>
  )
}

function ScaleBlock({ scale, mayManage }: { readonly scale: Scale; readonly mayManage: boolean }) {
  const { language } = useAdmin()
  const t = useSay()
  const { points, grades, readings } = scale.rules
  const { withdrawnAt, withdrawnBy } = scale
  const state =
    withdrawnAt === null
      ? scale.holds && t(words.now)
      : t(words.withdrawn, { name: withdrawnBy ?? '', at: showInstant(withdrawnAt, language) })
  return (
    <Block
      title={scale.document}
      note={[t(words.from, { day: showDate(scale.effectiveFrom) }), state].filter(Boolean).join(' · ')}
    >
      <FactRows
        rows={[
          { term: t(words.signed), value: showDate(scale.signedOn) },
          { term: t(words.set), value: `${scale.setBy}, ${showInstant(scale.setAt, language)}` },
          { term: t(words.all), value: showPoints(points.reduce((sum, one) => sum + one.points, 0)) },
          ...(grades.length === 0
            ? []
            : [
                {
                  term: t(words.grades),
                  value: grades
                    .toSorted((one, other) => other.from - one.from)
                    .map(({ name, from }) => t(words.grade, { name, from: showPoints(from) }))
                    .join(', '),
                },
              ]),
          ...readingIds.map((id) => ({ term: t(indexReadings[id].title), value: t(wordsOfReading(id, readings)) })),
        ]}
      />
      <details className="more">
        <summary>{t(words.details)}</summary>
        <DataTable
          language={language}
          caption={t(words.details)}
          density="tight"
          columns={[
            { key: 'name', title: t(words.indicator), heads: true },
            { key: 'points', title: t(words.points), width: 80, number: true },
            { key: 'fullAt', title: t(words.fullAt), width: 100, number: true },
          ]}
          rows={points.map(({ indicator, points: most, fullAt }) => ({
            id: indicator,
            name: `${indicator} ${t(indicators[indicator].name)}`,
            points: showPoints(most),
            fullAt: `${showPoints(fullAt)}%`,
          }))}
        />
      </details>
      {mayManage && withdrawnAt === null && (
        <Form method="post" className="in-line">
          <FormToken />
          <SendOnce />
          <Act name="withdraw" value={scale.id} text={t(words.withdraw)} />
        </Form>
      )}
    </Block>
  )
}
