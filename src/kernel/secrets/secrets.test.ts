import { randomBytes } from 'node:crypto'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { makeTestDirectory, removeTestDirectory } from '#kernel/testing/directory.ts'
import { createSecrets, openSecrets } from './secrets.ts'

const directory = makeTestDirectory('secrets')
afterAll(() => removeTestDirectory(directory))

const secret = Buffer.from('bí mật')

describe('what is sealed', () => {
  const secrets = createSecrets(randomBytes(32))
  const sealed = secrets.seal(secret, 'totp 1')

  test('opens about the same thing, and is never sealed twice alike', () => {
    expect(secrets.open(sealed, 'totp 1')).toEqual(secret)
    expect(secrets.seal(secret, 'totp 1')).not.toEqual(sealed)
    expect(sealed.includes(secret)).toBe(false)
  })

  test('does not open about another thing, with another key, or after a bit was turned', () => {
    expect(() => secrets.open(sealed, 'totp 2')).toThrow()
    expect(() => createSecrets(randomBytes(32)).open(sealed, 'totp 1')).toThrow()
    for (let at = 0; at < sealed.length; at++) {
      const turned = Buffer.from(sealed)
      turned[at] = (turned[at] as number) ^ 1
      expect(() => secrets.open(turned, 'totp 1'), `byte ${at}`).toThrow()
    }
  })
})

describe('what is signed', () => {
  const secrets = createSecrets(randomBytes(32))
  const signature = secrets.sign('tệp 1', 'links')

  test('is known again, of the same text for the same purpose, and fits an address', () => {
    expect(signature).toMatch(/^[\w-]{43}$/)
    expect(secrets.isSigned('tệp 1', 'links', signature)).toBe(true)
  })

  test('is not known of another text, for another purpose, with another key, cut, lengthened or turned', () => {
    const others = [
      signature.slice(0, -1),
      `${signature}=`,
      '',
      signature.replace(/^./, (one) => (one === 'A' ? 'B' : 'A')),
    ]
    for (const other of others) expect(secrets.isSigned('tệp 1', 'links', other), other).toBe(false)
    expect(secrets.isSigned('tệp 2', 'links', signature)).toBe(false)
    expect(secrets.isSigned('tệp 1', 'link', signature)).toBe(false)
    expect(createSecrets(randomBytes(32)).isSigned('tệp 1', 'links', signature)).toBe(false)
  })
})

describe('the key', () => {
  test('is made once in the data directory, for its owner only', () => {
    const first = openSecrets({ secretsKey: undefined, dataDirectory: directory })
    const second = openSecrets({ secretsKey: undefined, dataDirectory: directory })
    expect(second.open(first.seal(secret, 'x'), 'x')).toEqual(secret)
    expect(statSync(join(directory, 'secrets.key')).mode & 0o777).toBe(0o600)
  })

  test('is that of the configuration where one is given', () => {
    const secretsKey = randomBytes(32).toString('base64')
    const given = openSecrets({ secretsKey, dataDirectory: '/nowhere' })
    expect(createSecrets(Buffer.from(secretsKey, 'base64')).open(given.seal(secret, 'x'), 'x')).toEqual(secret)
  })
})

describe('while the key is changed', () => {
  const [old, next] = [randomBytes(32), randomBytes(32)]
  const [unchanged, changing] = [createSecrets(old, next), createSecrets(next, old)]

  test('who has changed and who has not read each other, and it is known which key each was sealed with', () => {
    const [byOld, byNext] = [unchanged.seal(secret, 'x'), changing.seal(secret, 'x')]
    for (const secrets of [unchanged, changing])
      expect([secrets.open(byOld, 'x'), secrets.open(byNext, 'x')]).toEqual([secret, secret])
    expect([changing.keyOf(byOld, 'x'), changing.keyOf(byNext, 'x'), changing.keyOf(byOld, 'y')]).toEqual([
      'other',
      'key',
      'none',
    ])
    expect(unchanged.isSigned('tệp', 'links', changing.sign('tệp', 'links'))).toBe(true)
    expect(changing.isSigned('tệp', 'links', unchanged.sign('tệp', 'links'))).toBe(true)
    expect(changing.isSigned('tệp', 'links', createSecrets(randomBytes(32)).sign('tệp', 'links'))).toBe(false)
  })

  test('the old key opens nothing once it is taken away', () => {
    expect(() => createSecrets(next).open(unchanged.seal(secret, 'x'), 'x')).toThrow()
    expect(createSecrets(next).isSigned('tệp', 'links', unchanged.sign('tệp', 'links'))).toBe(false)
  })
})
