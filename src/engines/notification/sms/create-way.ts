import type { SmsGateway } from '#kernel/sms-gateway.ts'
import { createHttpWay } from './http-way.ts'
import { createSmppWay, type SmppParts } from './smpp-way.ts'
import { smppSettingsOf } from './sms-settings.ts'
import type { SmsWay } from './sms-way.ts'

/** The way to the centre that is configured. */
export const createWay = (
  { url, from, http }: SmsGateway,
  parts: Pick<SmppParts, 'now' | 'onReceipt' | 'answerMs'>,
): SmsWay =>
  http !== undefined && url.startsWith('http')
    ? createHttpWay({ url, from, http })
    : createSmppWay({ ...smppSettingsOf(url), from, ...parts })
