import { showDate } from '#values/show-time.ts'
import type { Words } from '#values/words.ts'
import type { PostalOrder, PostalState } from './postal-order.ts'

/** What an applicant reads of an order, without who and where: it stands in the history of the dossier. */
export function sayOrder(order: PostalOrder, state: PostalState, reason?: string): Words {
  const why = reason === undefined ? '' : `: ${reason}`
  return order.kind === 'delivery' ? sayDelivery(order, state, why) : sayPickUp(order, state, why)
}

function sayDelivery({ trackingNumber }: PostalOrder, state: PostalState, why: string): Words {
  const number = trackingNumber === null ? '' : `, số hiệu ${trackingNumber}`
  const numbered = trackingNumber === null ? '' : `, item ${trackingNumber}`
  if (state === 'with-post')
    return { vi: `Đã giao kết quả cho bưu điện${number}`, en: `The result was given to the post${numbered}` }
  if (state === 'done') return { vi: 'Bưu điện đã phát kết quả', en: 'The post has delivered the result' }
  if (state === 'returned')
    return {
      vi: `Bưu điện chuyển hoàn kết quả${why}. Kết quả giữ tại quầy`,
      en: `The post brought the result back${why}. It is kept at the counter`,
    }
  return { vi: 'Đã nhận kết quả tại quầy', en: 'The result was fetched at the counter' }
}

function sayPickUp({ wantedOn }: PostalOrder, state: PostalState, why: string): Words {
  const day = wantedOn === null ? '' : ` ngày ${showDate(wantedOn)}`
  const on = wantedOn === null ? '' : ` on ${showDate(wantedOn)}`
  if (state === 'asked')
    return { vi: `Nhờ bưu điện đến nhận giấy tờ${day}`, en: `The post is asked to collect papers${on}` }
  if (state === 'with-post')
    return { vi: `Bưu điện sẽ đến nhận giấy tờ${day}`, en: `The post will come to collect the papers${on}` }
  if (state === 'done') return { vi: 'Giấy tờ đã đến quầy qua bưu điện', en: 'The papers came to the counter by post' }
  if (state === 'returned')
    return { vi: `Bưu điện chưa nhận được giấy tờ${why}`, en: `The post could not collect the papers${why}` }
  return { vi: 'Không nhờ bưu điện đến nhận giấy tờ nữa', en: 'The post is no longer asked to collect the papers' }
}
