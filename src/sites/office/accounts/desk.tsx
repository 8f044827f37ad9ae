import {
  Form,
  redirect,
  useActionData,
  useLoaderData,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from 'react-router'
import { showDong } from '#values/money.ts'
import { showClock } from '#values/show-time.ts'
import type { Words } from '#values/words.ts'
import { Act } from '#ui/office/Button.tsx'
import { DataTable } from '#ui/office/DataTable.tsx'
import { FieldRow, TextField } from '#ui/office/Fields.tsx'
import { Block, PageHead, Pane, Panes } from '#ui/office/Panes.tsx'
import { FactRows } from '#ui/office/Preview.tsx'
import { EmptyState } from '#ui/office/States.tsx'
import { FormToken } from '../../FormToken.tsx'
import { SendOnce } from '../../SendOnce.tsx'
import { textOf } from '../../form-text.ts'
import { titled } from '../../titled.ts'
import { OfficePage } from '../OfficePage.tsx'
import { RefusedNote } from '../RefusedNote.tsx'
import { refusedAnswer, staffPage, type Refused } from '../staff.ts'
import { useOffice, useSay } from '../use-office.ts'
import { officeWords } from '../words.ts'
import { readDong } from './read-dong.ts'
import { accountsWords } from './words.ts'

const words = {
  lead: {
    vi: 'Những khoản ông/bà đã thu mà chưa chốt. Đếm tiền, ghi số đếm được rồi chốt; kế toán ký nhận.',
    en: 'What you took and have not closed. Count, write the sum and close; the accountant signs it off.',
  },
  none: { vi: 'Không có khoản nào chưa chốt', en: 'Nothing to close' },
  noneText: { vi: 'Khoản thu ở quầy hiện ở đây đến khi chốt.', en: 'What you take shows here until it is closed.' },
  sum: { vi: 'Tiền mặt phải có', en: 'Cash there should be' },
  counted: { vi: 'Tiền mặt đếm được (đồng)', en: 'Cash counted (đồng)' },
  note: { vi: 'Lý do, nếu chênh lệch', en: 'Why, if it differs' },
  print: { vi: 'In biên lai {number}', en: 'Print receipt {number}' },
  close: { vi: 'Chốt quỹ', en: 'Close' },
  closed: { vi: 'Đã chốt quỹ', en: 'Closed' },
} as const satisfies Record<string, Words>

export async function loader(args: LoaderFunctionArgs) {
  const { client } = staffPage(args)
  const query = new URL(args.request.url).searchParams
  return { desks: await client.payments.viewDesk({}), isClosed: query.has('xong') }
}

export async function action(args: ActionFunctionArgs) {
  const page = staffPage(args)
  const form = await args.request.formData()
  try {
    await page.client.payments.closeDesk({
      unitId: textOf(form, 'quay'),
      counted: readDong(textOf(form, 'dem')),
      ...(textOf(form, 'ghi-chu') && { note: textOf(form, 'ghi-chu') }),
    })
    return redirect('/can-bo/thu-phi?xong=1')
  } catch (error) {
    return refusedAnswer(error, page, form)
  }
}

export const meta: MetaFunction = ({ matches }) => titled(matches, accountsWords.desk, officeWords.brand)

export default function Desk() {
  const { desks, isClosed } = useLoaderData<typeof loader>()
  const refused = useActionData<Refused>()?.refused
  const { language } = useOffice()
  const t = useSay()
  return (
    <OfficePage done={isClosed ? t(words.closed) : undefined}>
      <PageHead title={t(accountsWords.desk)} text={t(words.lead)} />
      <Panes shape="one">
        <Pane label={t(accountsWords.desk)} still={desks.length === 0}>
          {refused && <RefusedNote language={language} refused={refused} />}
          {desks.length === 0 && (
            <EmptyState icon="coin" tone="paused" title={t(words.none)} text={t(words.noneText)} />
          )}
          {desks.map((desk) => (
            <Block key={desk.unitId} title={desk.unitName} count={desk.takings.length}>
              <DataTable
                language={language}
                caption={desk.unitName}
                density="tight"
                inset
                columns={[
                  { key: 'number', title: t(accountsWords.receipt), heads: true, width: 100, code: true },
                  { key: 'dossier', title: t(accountsWords.dossier), code: true },
                  { key: 'method', title: t(accountsWords.method), width: 130 },
                  { key: 'time', title: t(accountsWords.time), width: 80 },
                  { key: 'amount', title: t(accountsWords.amount), number: true, width: 130 },
                ]}
                rows={desk.takings.map((one) => ({
                  id: one.id,
                  number: (
                    <a
                      href={`/api/payments/desk/receipts/${one.id}`}
                      aria-label={t(words.print, { number: one.number })}
                    >
                      {one.number}
                    </a>
                  ),
                  dossier: one.fileCode,
                  method: t(accountsWords[one.method]),
                  time: showClock(one.takenAt),
                  amount: showDong(one.amount),
                }))}
              />
              <FactRows
                rows={[
                  { term: t(words.sum), value: <b>{showDong(desk.cash)}</b> },
                  { term: t(accountsWords.transfer), value: showDong(desk.transfer) },
                ]}
              />
              <Form method="post" className="money-form">
                <FormToken />
                <SendOnce />
                <input type="hidden" name="quay" value={desk.unitId} />
                <FieldRow>
                  <TextField
                    name="dem"
                    label={t(words.counted)}
                    value={refused?.typed['dem'] ?? ''}

                    required
                  />
                  <TextField name="ghi-chu" label={t(words.note)} value={refused?.typed['ghi-chu'] ?? ''} />
                </FieldRow>
                <Act kind="primary" icon="check" text={t(words.close)} />
              </Form>
            </Block>
          ))}
        </Pane>
      </Panes>
    </OfficePage>
  )
}
