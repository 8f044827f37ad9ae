import { z } from 'zod'
import { jsonVariable } from './outside-variables.ts'

const Text = z.string().max(500)

const Signature = z.strictObject({
  algorithm: z.enum(['hmac-sha256', 'sha256', 'md5']),
  over: Text,
  encoding: z.enum(['hex', 'base64']).default('hex'),
})

/**
 * How a provider tells by `/tin-nhan/bao-phat` what became of messages: where it names them (`id` as in its answer, `reference` what it was given
 * as `{id}`), by which values of `state`, and how it proves itself: by a header that holds `{user}` or `{password}`, or by a field with a signature over
 * values of the receipt, named by their paths.
 */
const Receipts = z.strictObject({
  id: Text,
  reference: Text.optional(),
  state: Text,
  delivered: z.array(Text).min(1),
  undelivered: z.array(Text).min(1),
  error: Text.optional(),
  proof: z.union([
    z.strictObject({ header: Text, value: Text.regex(/\{password\}/) }),
    Signature.extend({ field: Text, over: Text.min(1) }),
  ]),
})
export type SmsReceipts = z.output<typeof Receipts>

/**
 * How the HTTP interface of a brand-name provider is called. Each has its own names, so that all of it is configured. Values may hold `{phone}`,
 * `{text}`, `{from}`, `{id}` (of the message), `{coding}` (0 or 8), `{user}`, `{password}` and `{signature}`.
 */
const SmsHttp = z.strictObject({
  body: z.enum(['json', 'form']),
  fields: z.record(Text, Text),
  headers: z.record(Text, Text).default({}),
  /** Over what the signature is made, which is then `{signature}`; an HMAC is keyed with the password. */
  signature: Signature.optional(),
  /** Where the answer, which is JSON, says how it went, and by which values; `id` is where it names the message. */
  answer: z.strictObject({
    code: Text,
    taken: z.array(Text).min(1),
    later: z.array(Text).default([]),
    id: Text.optional(),
  }),
  receipts: Receipts.optional(),
})
export type SmsHttp = z.output<typeof SmsHttp>

/** The SMS centre: `smpp:`, `smpps:`, or `https:` with how it is called. */
export interface SmsGateway {
  readonly url: string
  /** The registered name that messages come from (Decree 91/2020). */
  readonly from: string
  readonly http?: SmsHttp | undefined
}

const schemes = ['smpp:', 'smpps:', 'https:', 'http:']
const example = 'smpp://user:password@host:2775?window=50&rate=200 or https://user:password@host/path'

/** Not said again when it is wrong: it holds a password. Over plain HTTP only to this machine, where the simulator runs. */
function isGateway(text: string): boolean {
  const url = URL.parse(text)
  if (url === null || !schemes.includes(url.protocol) || url.hostname === '' || url.username === '') return false
  if (url.protocol === 'http:' && url.hostname !== '127.0.0.1' && url.hostname !== 'localhost') return false
  return ['window', 'rate'].every((name) => /^([1-9]\d{0,3})?$/.test(url.searchParams.get(name) ?? ''))
}

export const smsVariables = {
  SMS_URL: z
    .string()
    .refine(isGateway, { error: `must be an address such as ${example}` })
    .optional()
    .describe(`the SMS centre, ${example}; no SMS is sent`),
  SMS_FROM: z
    .string()
    .regex(/^[A-Za-z0-9 ._-]{1,11}$/, { error: 'must be a registered name of at most 11 letters and digits' })
    .optional()
    .describe('the registered name that SMS come from; SMS_URL needs one'),
  SMS_HTTP: jsonVariable(
    SmsHttp,
    '{"body":"json","fields":{"to":"{phone}","content":"{text}"},"answer":{"code":"status","taken":["0"]}}',
  )
    .optional()
    .describe('how an SMS centre with https: is called, as JSON; such an address needs it'),
}

/** What was given of a centre, all of it together or not at all. */
export function smsGatewayOf(given: {
  SMS_URL?: string | undefined
  SMS_FROM?: string | undefined
  SMS_HTTP?: SmsHttp | undefined
}): SmsGateway | undefined {
  const { SMS_URL: url, SMS_FROM: from, SMS_HTTP: http } = given
  if (url === undefined) return undefined
  if (from === undefined) throw new Error('configuration: SMS_URL needs SMS_FROM, the registered name of the sender')
  if (url.startsWith('http') && http === undefined)
    throw new Error('configuration: SMS_URL over HTTP needs SMS_HTTP, which says how it is called')
  return { url, from, http }
}
