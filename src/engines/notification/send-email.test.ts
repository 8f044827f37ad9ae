import { randomUUID } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { startMailRelay } from '#sandbox/mail-relay/mail-relay.ts'
import { createLog } from '#kernel/log.ts'
import { rows, run, sql } from '#kernel/database/query.ts'
import { mail } from './mail.ts'
import { sendWaitingEmails } from './send-email.ts'
import { createNotificationDatabase } from './testing/notification-database.ts'

const database = await createNotificationDatabase()
const relay = await startMailRelay(0)
afterAll(async () => {
  await relay.close()
  await database.drop()
})

const address = 'mot.cua@example.vn'
const subject = 'Hồ sơ của ông bà'
const body = 'Kính gửi ông bà.'

/** What text may be to a relay: the end of a header, of all headers, of a letter; letters that some relays take for a line end; dots. */
const hostile = [
  '\r\nBcc: la@evil.example',
  '\nBcc: la@evil.example',
  '\rBcc: la@evil.example',
  '\u2028Bcc: la@evil.example',
  '\u0085Bcc: la@evil.example',
  '\v\fBcc: la@evil.example',
  '\r\n\r\nMột thân khác',
  '\r\n.\r\nMAIL FROM:<la@evil.example>\r\nRCPT TO:<la@evil.example>\r\nDATA\r\nSubject: giả\r\n\r\ngiả\r\n.\r\n',
  '\n.\nMAIL FROM:<la@evil.example>\nRCPT TO:<la@evil.example>\nDATA\n',
  '\r.\rRCPT TO:<la@evil.example>\r',
  '\n.\r\nRCPT TO:<la@evil.example>\r\n',
  '\r\n.',
  '=?utf-8?Q?=0D=0ABcc:_la@evil.example?=',
  '\u202e',
]

/** Sends what waits; answers what went over the line. */
async function send() {
  relay.letters.splice(0)
  await sendWaitingEmails(
    database.db,
    { smtpUrl: relay.url, from: 'dvc@example.vn' },
    createLog('silent'),
    () => new Date(),
  )
  return relay.letters.map(({ to, raw }) => {
    const end = raw.indexOf('\n\n')
    const names = [...raw.slice(0, end).matchAll(/^([\w-]+):/gm)].map(([, name = '']) => name.toLowerCase())
    return { to, names: names.toSorted(), hasReturn: raw.includes('\r') }
  })
}

const headers = [
  'content-transfer-encoding',
  'content-type',
  'date',
  'from',
  'message-id',
  'mime-version',
  'subject',
  'to',
]

test.each([
  ['subject', (text: string) => ({ subject: `${subject}${text}` })],
  ['text', (text: string) => ({ body: `${body}${text}` })],
] as const)('no text of people becomes a header, a recipient or a second letter: in the %s', async (_where, given) => {
  for (const text of hostile)
    await mail(database.db, { address, subject, body, dedupe: randomUUID(), at: new Date(), ...given(text) })
  expect(new Set((await send()).map((one) => JSON.stringify(one)))).toEqual(
    new Set([JSON.stringify({ to: address, names: headers, hasReturn: false })]),
  )
  expect(relay.letters).toHaveLength(hostile.length)
})

test('an address that is more than one, or more than an address, brings nobody else a letter', async () => {
  for (const more of [
    ', la@evil.example',
    '; la@evil.example',
    ' la@evil.example',
    '\r\nRCPT TO:<la@evil.example>',
    '\nRCPT TO:<la@evil.example>',
    '>\r\nRCPT TO:<la@evil.example',
    '> ORCPT=rfc822;la@evil.example <',
    ' <la@evil.example>',
  ])
    await run(
      database.db,
      sql`insert into notification.email (id, address, subject, body, next_at)
        values (${randomUUID()}, ${`${address}${more}`}, ${subject}, ${body}, ${new Date()})`,
    )
  expect(await send()).toEqual([])
  const states = await rows(
    database.db,
    sql<{ state: string }>`select distinct state from notification.email where address <> ${address}`,
  )
  expect(states).toEqual([{ state: 'failed' }])
})
