import { Form, useNavigation } from 'react-router'
import { showDate } from '#values/show-time.ts'
import type { Words } from '#values/words.ts'
import type { Client } from '#engines/contract.ts'
import { StatusText } from '#ui/office/Badge.tsx'
import { Act } from '#ui/office/Button.tsx'
import { DataTable } from '#ui/office/DataTable.tsx'
import { Check, TextField } from '#ui/office/Fields.tsx'
import { Block } from '#ui/office/Panes.tsx'
import { EmptyState } from '#ui/office/States.tsx'
import { FormToken } from '../../FormToken.tsx'
import { SendOnce } from '../../SendOnce.tsx'
import { useOffice, useSay } from '../use-office.ts'
import { counterWords, dossierPath } from './words.ts'

type Result = Awaited<ReturnType<Client['services']['listReadyForPost']>>[number]
type Order = Awaited<ReturnType<Client['services']['listPostalOrders']>>['rows'][number]

const words = {
  title: { vi: 'Chọn thứ giao lần này', en: 'Choose what goes now' },
  none: { vi: 'Không có gì chờ giao bưu điện', en: 'Nothing waits for the post' },
  noneText: {
    vi: 'Kết quả có địa chỉ gửi và giấy tờ người dân nhờ đến nhận sẽ hiện ở đây.',
    en: 'Results with an address and papers to be collected appear here.',
  },
  give: { vi: 'Giao cho bưu điện', en: 'Give to the post' },
  take: { vi: 'Giao {code}', en: 'Give {code}' },
  recipient: { vi: 'Người nhận, địa chỉ', en: 'To' },
  what: { vi: 'Việc', en: 'What' },
  tracking: { vi: 'Số hiệu bưu gửi', en: 'Item number' },
  trackingOf: { vi: 'Số hiệu bưu gửi của {code}', en: 'Item number of {code}' },
  result: { vi: 'Phát kết quả', en: 'Deliver the result' },
  again: { vi: 'Phát lại kết quả bị hoàn', en: 'Deliver once more' },
  collect: { vi: 'Đến nhận giấy tờ {day}', en: 'Collect papers {day}' },
} as const satisfies Record<string, Words>

/** What may be given to the post: results whose fees are paid, papers to collect, and what came back. */
export function ReadyForPost({ results, orders }: { readonly results: Result[]; readonly orders: Order[] }) {
  const { language } = useOffice()
  const t = useSay()
  const { state } = useNavigation()
  if (results.length + orders.length === 0)
    return <EmptyState title={t(words.none)} text={t(words.noneText)} icon="mail" tone="paused" />
  const tracking = (id: string, code: string) => (
    <TextField name={`so-hieu ${id}`} label={t(words.trackingOf, { code })} labelUnseen code />
  )
  const sayOrder = (order: Order) =>
    order.kind === 'delivery'
      ? t(words.again)
      : t(words.collect, { day: order.wantedOn === null ? '' : showDate(order.wantedOn) })
  return (
    <Block
      title={t(words.title)}
      right={
        <Act
          kind="primary"
          icon="mail"
          text={t(words.give)}
          form="post"
          {...(state === 'submitting' && { type: 'button' as const })}
        />
      }
    >
      <Form method="post" id="post">
        <FormToken />
        <SendOnce />
        <DataTable
          language={language}
          caption={t(words.title)}
          inset
          density="loose"
          columns={[
            { key: 'code', title: t(counterWords.code), heads: true, width: 220 },
            { key: 'what', title: t(words.what), width: 170 },
            { key: 'to', title: t(words.recipient) },
            { key: 'tracking', title: t(words.tracking), width: 190 },
          ]}
          rows={[
            ...results.map((one) => ({
              id: `${one.dossierId} ${one.step}`,
              code: one.isPaid ? (
                <Check name="ket-qua" value={`${one.dossierId} ${one.revision} ${one.step}`}>
                  {one.code}
                </Check>
              ) : (
                <a href={dossierPath(one.dossierId)}>{one.code}</a>
              ),
              what: one.isPaid ? (
                t(words.result)
              ) : (
                <StatusText tone="soon" icon="coin">
                  {t(counterWords.notPaid)}
                </StatusText>
              ),
              to: <To recipient={one.recipient} address={one.address} />,
              tracking: one.isPaid && tracking(one.dossierId, one.code),
            })),
            ...orders.map((order) => ({
              id: order.id,
              code: (
                <Check name="yeu-cau" value={order.id}>
                  {order.code}
                </Check>
              ),
              what: sayOrder(order),
              to: <To recipient={order.recipient} address={order.address} phone={order.phone} />,
              tracking: order.kind === 'delivery' && tracking(order.id, order.code),
            })),
          ]}
        />
      </Form>
    </Block>
  )
}

const To = (one: { readonly recipient: string; readonly address: string; readonly phone?: string | null }) => (
  <>
    <b>{one.recipient}</b>
    {one.phone && ` · ${one.phone}`}
    <br />
    <span className="quiet">{one.address}</span>
  </>
)
