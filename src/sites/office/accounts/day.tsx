import {
  redirect,
  useActionData,
  useLoaderData,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from 'react-router'
import { addDays, dateAt, isPlainDate } from '#values/plain-date.ts'
import { showFullDate } from '#values/show-time.ts'
import type { Words } from '#values/words.ts'
import { Act } from '#ui/office/Button.tsx'
import { TextField } from '#ui/office/Fields.tsx'
import { Block, PageHead, Pane, Panes } from '#ui/office/Panes.tsx'
import { FilterChips } from '#ui/office/Tabs.tsx'
import { titled } from '../../titled.ts'
import { OfficePage } from '../OfficePage.tsx'
import { RefusedNote } from '../RefusedNote.tsx'
import { refusedAnswer, staffPage, type Refused } from '../staff.ts'
import { useOffice, useSay } from '../use-office.ts'
import { officeWords } from '../words.ts'
import { Beneficiaries } from './Beneficiaries.tsx'
import { Compared } from './Compared.tsx'
import { Desks } from './Desks.tsx'
import { doOnAccounts } from './do-on-accounts.ts'
import { ListedReceipts } from './ListedReceipts.tsx'
import { OpenRefunds } from './OpenRefunds.tsx'
import { Returned } from './Returned.tsx'
import { Statement } from './Statement.tsx'
import { Waived } from './Waived.tsx'
import { accountsWords } from './words.ts'

const words = {
  day: { vi: 'Ngày', en: 'Day' },
  show: { vi: 'Xem ngày này', en: 'Show' },
  today: { vi: 'Hôm nay', en: 'Today' },
  yesterday: { vi: 'Hôm qua', en: 'Yesterday' },
  table: { vi: 'Tải bảng đối soát (CSV)', en: 'Download (CSV)' },
  use: { vi: 'Sử dụng biên lai', en: 'Use of receipts' },
  done: { vi: 'Đã ghi', en: 'Done' },
} as const satisfies Record<string, Words>

const path = '/can-bo/doi-soat'

export async function loader(args: LoaderFunctionArgs) {
  const { payments } = staffPage(args).client
  const query = new URL(args.request.url).searchParams
  const today = dateAt(new Date())
  const asked = query.get('ngay') ?? ''
  const day = isPlainDate(asked) ? asked : today
  const [reconciled, receipts, refunds, beneficiaries] = await Promise.all([
    payments.reconcileDay({ day }),
    payments.listReceipts({ day, limit: 100, after: query.get('sau') ?? undefined }),
    payments.listRefunds({ limit: 100 }),
    payments.listBeneficiaries({}),
  ])
  return { today, day, reconciled, receipts, refunds, beneficiaries, isDone: query.has('xong') }
}

export async function action(args: ActionFunctionArgs) {
  const page = staffPage(args)
  const form = await args.request.formData()
  try {
    await doOnAccounts(page.client.payments, form)
    const { searchParams } = new URL(args.request.url)
    const day = searchParams.get('ngay')
    return redirect(`${path}?${new URLSearchParams({ ...(day && { ngay: day }), xong: '1' })}`)
  } catch (error) {
    return refusedAnswer(error, page, form)
  }
}

export const meta: MetaFunction = ({ matches }) => titled(matches, accountsWords.accounts, officeWords.brand)

export default function AccountsOfDay() {
  const { today, day, reconciled, receipts, refunds, beneficiaries, isDone } = useLoaderData<typeof loader>()
  const refused = useActionData<Refused>()?.refused
  const { language } = useOffice()
  const t = useSay()
  const chip = (text: Words, of: string) => ({ text: t(text), href: `${path}?ngay=${of}`, on: of === day })
  return (
    <OfficePage done={isDone ? t(words.done) : undefined}>
      <PageHead
        title={t(accountsWords.accounts)}
        text={showFullDate(day, language)}
        right={
          <>
            <Act text={t(words.use)} href="/can-bo/doi-soat/bien-lai" />
            <Act icon="download" text={t(words.table)} href={`/api/payments/reconciliation/export?day=${day}`} />
          </>
        }
      />
      <Panes shape="side">
        <Pane label={t(accountsWords.accounts)}>
          {refused && <RefusedNote language={language} refused={refused} />}
          <Compared compared={reconciled.compared} sums={reconciled.sums} />
          <ListedReceipts
            rows={receipts.rows}
            next={receipts.next && `${path}?ngay=${day}&sau=${encodeURIComponent(receipts.next)}`}
          />
        </Pane>
        <Pane label={t(words.day)}>
          <Block title={t(words.day)}>
            <FilterChips
              label={t(words.day)}
              chips={[chip(words.today, today), chip(words.yesterday, addDays(today, -1))]}
            />
            <form method="get" action={path} className="period-form" key={day}>
              <TextField name="ngay" type="date" label={t(words.day)} value={day} />
              <Act text={t(words.show)} />
            </form>
          </Block>
          <Waived rows={reconciled.waived} />
          <Desks desks={reconciled.desks} closings={reconciled.closings} />
          <OpenRefunds rows={refunds.rows} />
          <Returned rows={reconciled.returned} />
          <Statement />
          <Beneficiaries rows={beneficiaries} />
        </Pane>
      </Panes>
    </OfficePage>
  )
}
