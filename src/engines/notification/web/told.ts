import { showClock, showDayMonth } from '#values/show-time.ts'
import { dateAt } from '#values/plain-date.ts'
import { fill, type Words } from '#values/words.ts'
import type { Channel, ToldView } from '../contract.ts'

export const channelWords: Readonly<Record<Channel, Words>> = {
  push: { vi: 'Thông báo trên máy', en: 'Notification on the device' },
  sms: { vi: 'Tin nhắn SMS', en: 'SMS' },
  email: { vi: 'Thư điện tử', en: 'E-mail' },
}

export const deliveryWords: Readonly<Record<ToldView['state'], Words>> = {
  waiting: { vi: 'chờ gửi', en: 'waits to be sent' },
  unsure: { vi: 'chưa rõ đã gửi chưa', en: 'not sure whether it left' },
  sent: { vi: 'đã gửi', en: 'sent' },
  delivered: { vi: 'đã tới máy', en: 'delivered' },
  undelivered: { vi: 'không tới được', en: 'not delivered' },
  failed: { vi: 'không gửi được', en: 'could not be sent' },
  withdrawn: { vi: 'không gửi, người nhận đã thôi nhận', en: 'not sent, they want none any more' },
}

/** The colour of a state; the words say the same. */
export const deliveryTones = {
  waiting: 'waiting',
  unsure: 'soon',
  sent: 'info',
  delivered: 'good',
  undelivered: 'late',
  failed: 'late',
  withdrawn: 'paused',
} as const satisfies Record<ToldView['state'], string>

const line: Words = {
  vi: '{channel} đến {to}: {state} lúc {time}',
  en: '{channel} to {to}: {state} at {time}',
}

const pushLine: Words = { vi: '{channel}: {state} lúc {time}', en: '{channel}: {state} at {time}' }

/** How somebody was told: `Tin nhắn SMS đến 0979***218: đã tới máy lúc 10:42 24/11`. */
export function toldLine({ channel, to, state, at }: ToldView): Words {
  const time = `${showClock(at)} ${showDayMonth(dateAt(at))}`
  const said = channel === 'push' ? pushLine : line
  const say = (language: 'vi' | 'en') =>
    fill(said, { channel: channelWords[channel][language], to, state: deliveryWords[state][language], time })[language]
  return { vi: say('vi'), en: say('en') }
}
