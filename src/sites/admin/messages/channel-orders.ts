import type { Channel, TemplateText } from '#engines/notification/contract.ts'
import type { Words } from '#values/words.ts'

const short: Readonly<Record<Channel, Words>> = {
  push: { vi: 'thông báo máy', en: 'push' },
  sms: { vi: 'SMS', en: 'SMS' },
  email: { vi: 'thư điện tử', en: 'e-mail' },
}

const none: Words = { vi: 'Chỉ trên trang của tôi', en: 'Only on “My page”' }

/** Orders that make sense: what costs nothing before what does. */
export const channelOrders: readonly (readonly Channel[])[] = [
  ['push', 'sms', 'email'],
  ['sms', 'email'],
  ['push', 'sms'],
  ['sms'],
  ['push', 'email'],
  ['email'],
  ['push'],
  [],
]

/** `thông báo máy → SMS → thư điện tử`, or with plus signs where all are used. */
export function channelsSaid({ channels, takes }: Pick<TemplateText, 'channels' | 'takes'>): Words {
  if (channels.length === 0) return none
  const sign = takes === 'first' ? ' → ' : ' + '
  const said = (language: 'vi' | 'en') => channels.map((one) => short[one][language]).join(sign)
  return { vi: said('vi'), en: said('en') }
}
