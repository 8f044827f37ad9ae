import { randomBytes } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { createSecrets } from '#kernel/secrets/secrets.ts'
import { createNotificationDatabase } from '../testing/notification-database.ts'
import { areKeys, encryptPush } from './encrypt-push.ts'
import { getPushKey } from './push-key.ts'

const database = await createNotificationDatabase()
afterAll(() => database.drop())
const bytes = (text: string) => Buffer.from(text, 'base64url')

test('a notification is encrypted as in the example of RFC 8291 § 5', () => {
  const sent = encryptPush(
    Buffer.from('When I grow up, I want to be a watermelon'),
    {
      publicKey: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
      auth: 'BTBZMqHH6r4Tts7J_aSIgg',
    },
    { salt: bytes('DGv6ra1nlYgDCS1FRnbzlw'), privateKey: bytes('yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw') },
  )
  expect(sent.toString('base64url')).toBe(
    'DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN',
  )
})

test('only a point of the curve and 16 bytes are keys', () => {
  const publicKey = 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4'
  const auth = 'BTBZMqHH6r4Tts7J_aSIgg'
  expect(areKeys({ publicKey, auth })).toBe(true)
  expect(areKeys({ publicKey, auth: 'BTBZ' })).toBe(false)
  expect(areKeys({ publicKey: randomBytes(65).toString('base64url'), auth })).toBe(false)
  expect(areKeys({ publicKey: '', auth })).toBe(false)
})

test('the key of an installation is made once, and kept sealed', async () => {
  const secrets = createSecrets(randomBytes(32))
  const [first, second] = await Promise.all([
    getPushKey(database.db, secrets, new Date()),
    getPushKey(database.db, secrets, new Date()),
  ])
  expect(first.publicKey).toBe(second.publicKey)
  expect(first.privateKey.equals(second.privateKey)).toBe(true)
  await expect(getPushKey(database.db, createSecrets(randomBytes(32)), new Date())).rejects.toThrow()
})
