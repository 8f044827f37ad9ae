import { Form } from 'react-router'
import { showInstant } from '#values/show-time.ts'
import type { Words } from '#values/words.ts'
import type { Client } from '#engines/contract.ts'
import { StatusText } from '#ui/office/Badge.tsx'
import { Act } from '#ui/office/Button.tsx'
import { ListFoot } from '#ui/office/DataTable.tsx'
import { TextField } from '#ui/office/Fields.tsx'
import { Block } from '#ui/office/Panes.tsx'
import { EmptyState } from '#ui/office/States.tsx'
import { FormToken } from '../../FormToken.tsx'
import { SendOnce } from '../../SendOnce.tsx'
import { useOffice, useSay } from '../use-office.ts'
import { dossierPath } from './words.ts'

type Order = Awaited<ReturnType<Client['services']['listPostalOrders']>>['rows'][number]

const words = {
  none: { vi: 'Bưu điện không giữ gì của quầy này', en: 'The post has nothing of this counter' },
  delivery: { vi: 'Phát kết quả', en: 'Delivery of a result' },
  'pick-up': { vi: 'Nhận giấy tờ', en: 'Collection of papers' },
  list: { vi: 'Danh sách {number}', en: 'List {number}' },
  number: { vi: 'Số hiệu {number}', en: 'Item {number}' },
  since: { vi: 'Giao {time}', en: 'Given {time}' },
  returned: { vi: 'Bị chuyển hoàn {time}', en: 'Came back {time}' },
  missed: { vi: 'Chưa nhận được giấy tờ {time}', en: 'Not collected {time}' },
  delivered: { vi: 'Bưu điện đã phát', en: 'Delivered' },
  arrived: { vi: 'Giấy tờ đã đến quầy', en: 'The papers are here' },
  comeBack: { vi: 'Chuyển hoàn', en: 'It came back' },
  failed: { vi: 'Chưa nhận được', en: 'Not collected' },
  reason: { vi: 'Lý do', en: 'Reason' },
  fetched: {
    vi: 'Đã xem giấy tờ, trả tại quầy',
    en: 'Identity seen, given here',
  },
  rows: { vi: '{count} bưu gửi', en: '{count} items' },
} as const satisfies Record<string, Words>

/** What the post holds, and what came back; each with what the post may report of it. */
export function PostUnderWay({ orders, next }: { readonly orders: Order[]; readonly next: string | undefined }) {
  const { language } = useOffice()
  const t = useSay()
  if (orders.length === 0) return <EmptyState title={t(words.none)} icon="mail" tone="paused" />
  return (
    <>
      {orders.map((order) => (
        <OneOrder key={order.id} order={order} />
      ))}
      {next && (
        <ListFoot
          language={language}
          text={t(words.rows, { count: orders.length })}
          olderHref={`/can-bo/buu-dien?sau=${encodeURIComponent(next)}`}
        />
      )}
    </>
  )
}

function OneOrder({ order }: { readonly order: Order }) {
  const { language } = useOffice()
  const t = useSay()
  const isDelivery = order.kind === 'delivery'
  const time = showInstant(order.movedAt, language)
  return (
    <Block
      small
      title={<a href={dossierPath(order.dossierId)}>{order.code}</a>}
      count={t(words[order.kind])}
      right={
        order.listId !== null && (
          <a href={`/api/services/postal-lists/${order.listId}/print`} target="_blank" rel="noreferrer">
            {t(words.list, { number: order.listNumber ?? '' })}
          </a>
        )
      }
    >
      <p>
        <b>{order.recipient}</b>, {order.address}
      </p>
      <p className="quiet">
        {order.trackingNumber !== null && `${t(words.number, { number: order.trackingNumber })} · `}
        {order.state === 'with-post' && t(words.since, { time })}
      </p>
      {order.state === 'returned' && (
        <StatusText tone="late" icon="arrow-back-up">
          {t(isDelivery ? words.returned : words.missed, { time })}
        </StatusText>
      )}
      <Form method="post">
        <FormToken />
        <SendOnce />
        <input type="hidden" name="buu-gui" value={order.id} />
        {order.state === 'with-post' ? (
          <>
            <div className="act-line">
              <Act icon="check" text={t(isDelivery ? words.delivered : words.arrived)} name="da-phat" value="co" />
            </div>
            <div className="act-line">
              <TextField
                name="ly-do"
                id={`ly-do-${order.id}`}
                label={t(words.reason)}
                labelUnseen
                placeholder={t(words.reason)}
              />
              <Act text={t(isDelivery ? words.comeBack : words.failed)} name="chuyen-hoan" value="co" />
            </div>
          </>
        ) : (
          isDelivery && <Act icon="check" text={t(words.fetched)} name="da-nhan" value="co" />
        )}
      </Form>
    </Block>
  )
}
