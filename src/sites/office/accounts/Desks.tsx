import { Form } from 'react-router'
import { showDong } from '#values/money.ts'
import { showClock } from '#values/show-time.ts'
import type { Words } from '#values/words.ts'
import type { Client } from '#engines/contract.ts'
import { StatusText } from '#ui/office/Badge.tsx'
import { Act } from '#ui/office/Button.tsx'
import { Block } from '#ui/office/Panes.tsx'
import { FactRows } from '#ui/office/Preview.tsx'
import { FormToken } from '../../FormToken.tsx'
import { SendOnce } from '../../SendOnce.tsx'
import { useSay } from '../use-office.ts'
import { accountsWords } from './words.ts'

type Day = Awaited<ReturnType<Client['payments']['reconcileDay']>>

const words = {
  title: { vi: 'Các quầy', en: 'Counters' },
  none: { vi: 'Chưa quầy nào thu trong ngày.', en: 'Nothing was taken on this day.' },
  receipts: { vi: '{count} biên lai', en: '{count} receipts' },
  unclosed: { vi: '{count} khoản chưa chốt quỹ', en: '{count} not closed' },
  closings: { vi: 'Sổ quỹ đã chốt', en: 'Closed desks' },
  noClosing: { vi: 'Chưa ai chốt quỹ.', en: 'Nobody has closed.' },
  closed: {
    vi: '{name}, {time}: phải có {cash}, đếm được {counted}, chuyển khoản {transfer}.',
    en: '{name}, {time}: {cash} due, {counted} counted, {transfer} by transfer.',
  },
  differs: { vi: 'Lệch {amount}: {note}', en: 'Off by {amount}: {note}' },
  sign: { vi: 'Ký nhận', en: 'Sign off' },
  signed: { vi: '{name} đã ký nhận', en: 'Signed off by {name}' },
} as const satisfies Record<string, Words>

/** What each counter took, and the closings that wait for a signature. */
export function Desks({ desks, closings }: Pick<Day, 'desks' | 'closings'>) {
  const t = useSay()
  return (
    <>
      <Block title={t(words.title)}>
        {desks.length === 0 && <p className="quiet">{t(words.none)}</p>}
        {desks.map((desk) => (
          <section key={desk.unitId}>
            <h3>{desk.unitName}</h3>
            <p className="quiet">{t(words.receipts, { count: desk.receipts })}</p>
            <FactRows
              rows={[
                { term: t(accountsWords.online), value: showDong(desk.online) },
                { term: t(accountsWords.cash), value: showDong(desk.cash) },
                { term: t(accountsWords.transfer), value: showDong(desk.transfer) },
              ]}
            />
            {desk.unclosed > 0 && <StatusText tone="soon">{t(words.unclosed, { count: desk.unclosed })}</StatusText>}
          </section>
        ))}
      </Block>
      <Block title={t(words.closings)} count={closings.length}>
        {closings.length === 0 && <p className="quiet">{t(words.noClosing)}</p>}
        {closings.map((one) => (
          <Form key={one.id} method="post" className="money-form">
            <FormToken />
            <SendOnce />
            <input type="hidden" name="id" value={one.id} />
            <p>
              {t(words.closed, {
                name: one.accountName,
                time: showClock(one.closedAt),
                cash: showDong(one.cash),
                counted: showDong(one.counted),
                transfer: showDong(one.transfer),
              })}
            </p>
            {one.counted !== one.cash && (
              <p>
                <StatusText tone="late">
                  {t(words.differs, { amount: showDong(one.counted - one.cash), note: one.note ?? '' })}
                </StatusText>
              </p>
            )}
            {one.signedAt ? (
              <StatusText tone="good" icon="check">
                {t(words.signed, { name: one.signedBy ?? '' })}
              </StatusText>
            ) : (
              <Act icon="check" text={t(words.sign)} name="viec" value="ky-nhan" />
            )}
          </Form>
        ))}
      </Block>
    </>
  )
}
