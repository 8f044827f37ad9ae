import {
  Form,
  redirect,
  useActionData,
  useLoaderData,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from 'react-router'
import { Act, ActionRow } from '#ui/office/Button.tsx'
import { DataTable } from '#ui/office/DataTable.tsx'
import { TextField } from '#ui/office/Fields.tsx'
import { Block, Pane, Panes } from '#ui/office/Panes.tsx'
import { EmptyState } from '#ui/office/States.tsx'
import { groupThousands, showDong } from '#values/money.ts'
import { dateAt, type PlainDate } from '#values/plain-date.ts'
import { showDate } from '#values/show-time.ts'
import type { Words } from '#values/words.ts'
import { FormToken } from '../../FormToken.tsx'
import { SendOnce } from '../../SendOnce.tsx'
import { textOf } from '../../form-text.ts'
import { RefusedNote } from '../../office/RefusedNote.tsx'
import { refusedAnswer, staffPage } from '../../office/staff.ts'
import { titled } from '../../titled.ts'
import { useAdmin, useMay, useSay } from '../use-admin.ts'
import { adminWords } from '../words.ts'
import { MessagePages, tabs } from './MessagePages.tsx'

const words = {
  month: { vi: 'Tháng {month}', en: 'Month {month}' },
  before: { vi: 'Tháng trước', en: 'Month before' },
  after: { vi: 'Tháng sau', en: 'Month after' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  none: { vi: 'Tháng này chưa gửi SMS nào', en: 'No SMS this month' },
  other: { vi: 'Không thuộc hồ sơ nào', en: 'About no dossier' },
  messages: { vi: 'Số tin', en: 'Messages' },
  parts: { vi: 'Tin ghép', en: 'Parts' },
  dong: { vi: 'Thành tiền', en: 'Cost' },
  unpriced: { vi: 'Chưa có giá', en: 'Without a price' },
  total: { vi: 'Cộng', en: 'Total' },
  prices: { vi: 'Giá theo hợp đồng', en: 'Prices by contract' },
  pricesText: {
    vi: 'Giá một tin ghép theo đầu số và ngày. Đầu số dài nhất khớp thì tính theo nó; để trống là mọi số còn lại.',
    en: 'Of one part, by prefix and day. The longest prefix that fits counts; empty: all other numbers.',
  },
  prefix: { vi: 'Đầu số (bỏ số 0)', en: 'Prefix (without 0)' },
  begins: { vi: 'Đầu số', en: 'Prefix' },
  one: { vi: 'Giá', en: 'Price' },
  rest: { vi: 'các số còn lại', en: 'all others' },
  price: { vi: 'Đồng một tin ghép', en: 'Đồng a part' },
} as const satisfies Record<string, Words>

export async function loader(args: LoaderFunctionArgs) {
  const month = args.url.searchParams.get('thang')
  const costs = await staffPage(args).client.notification.viewCosts(month === null ? {} : { month })
  return { ...costs, today: dateAt(new Date()) }
}

export async function action(args: ActionFunctionArgs) {
  const page = staffPage(args)
  const form = await args.request.formData()
  try {
    await page.client.notification.savePrice({
      prefix: textOf(form, 'prefix'),
      from: textOf(form, 'from'),
      dong: Number(textOf(form, 'dong')),
    })
  } catch (error) {
    return refusedAnswer(error, page, form)
  }
  return redirect(tabs.costs.href)
}

export const meta: MetaFunction = ({ matches }) => titled(matches, tabs.costs.title, adminWords.admin)

/** `2026-12` and one more month: `2027-01`. */
function monthBeside(month: string, step: 1 | -1): string {
  const [year = 0, number = 0] = month.split('-').map(Number)
  const at = year * 12 + number - 1 + step
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`
}

export default function Costs() {
  const { month, units, prices, today } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()?.refused
  const { language } = useAdmin()
  const t = useSay()
  const mayChange = useMay('message.manage')
  const [year, number] = month.split('-')
  const sum = (of: 'messages' | 'parts' | 'dong' | 'unpriced') => units.reduce((all, one) => all + one[of], 0)
  const href = (step: 1 | -1) => `${tabs.costs.href}?thang=${monthBeside(month, step)}`
  const figures = (one: Pick<(typeof units)[number], 'messages' | 'parts' | 'dong' | 'unpriced'>) => ({
    messages: groupThousands(one.messages),
    parts: groupThousands(one.parts),
    dong: showDong(one.dong),
    unpriced: one.unpriced === 0 ? '' : groupThousands(one.unpriced),
  })
  return (
    <MessagePages tab="costs">
      <Panes shape="side">
        <Pane label={t(tabs.costs.title)}>
          <Block
            title={t(words.month, { month: `${number}/${year}` })}
            right={
              <ActionRow>
                <Act text={t(words.before)} href={href(-1)} />
                <Act text={t(words.after)} href={href(1)} />
              </ActionRow>
            }
          >
            {units.length === 0 ? (
              <EmptyState title={t(words.none)} icon="message" tone="paused" />
            ) : (
              <DataTable
                language={language}
                caption={t(tabs.costs.title)}
                columns={[
                  { key: 'unit', title: t(words.unit), heads: true },
                  { key: 'messages', title: t(words.messages), width: 100, number: true },
                  { key: 'parts', title: t(words.parts), width: 100, number: true },
                  { key: 'dong', title: t(words.dong), width: 140, number: true },
                  { key: 'unpriced', title: t(words.unpriced), width: 110, number: true },
                ]}
                rows={[
                  ...units.map((one) => ({
                    id: one.unitId ?? 'none',
                    unit: one.unitName ?? t(words.other),
                    ...figures(one),
                  })),
                  {
                    id: 'total',
                    unit: <b>{t(words.total)}</b>,
                    ...figures({
                      messages: sum('messages'),
                      parts: sum('parts'),
                      dong: sum('dong'),
                      unpriced: sum('unpriced'),
                    }),
                  },
                ]}
              />
            )}
          </Block>
        </Pane>
        <Pane label={t(words.prices)} ground="ground">
          <Block title={t(words.prices)} small>
            <p className="quiet">{t(words.pricesText)}</p>
            {prices.length > 0 && (
              <DataTable
                language={language}
                caption={t(words.prices)}
                columns={[
                  { key: 'prefix', title: t(words.begins), heads: true },
                  { key: 'from', title: t(adminWords.from), width: 100 },
                  { key: 'dong', title: t(words.one), width: 80, number: true },
                ]}
                rows={prices.map((one) => ({
                  id: `${one.prefix} ${one.from}`,
                  prefix: one.prefix === '' ? t(words.rest) : `0${one.prefix}`,
                  from: showDate(one.from as PlainDate),
                  dong: showDong(one.dong),
                }))}
              />
            )}
            {refused && <RefusedNote language={language} refused={refused} />}
            {mayChange && (
              <Form method="post" className="part-form">
                <FormToken />
                <SendOnce />
                <TextField name="prefix" label={t(words.prefix)} value={refused?.typed['prefix'] ?? ''} />
                <TextField name="from" type="date" label={t(adminWords.from)} value={refused?.typed['from'] ?? today} />
                <TextField name="dong" type="number" label={t(words.price)} value={refused?.typed['dong'] ?? ''} />
                <p className="in-line">
                  <Act text={t(adminWords.save)} />
                </p>
              </Form>
            )}
          </Block>
        </Pane>
      </Panes>
    </MessagePages>
  )
}
