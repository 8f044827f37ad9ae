import { generateKeyPairSync } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { startNationalSso } from '#sandbox/national-sso/national-sso.ts'
import { readConfig } from '#kernel/config.ts'
import { makeTestDirectory, removeTestDirectory } from '#kernel/testing/directory.ts'
import { createNationalClient } from './national-client.ts'

const directory = makeTestDirectory('national-client')
afterAll(() => removeTestDirectory(directory))

/** Somebody chooses the first citizen at the simulated portal; answers the query string that they come back with. */
async function approve(address: string): Promise<string> {
  const cookies = new Map<string, string>()
  const open = async (at: string, more: RequestInit = {}) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetch(at, { ...more, redirect: 'manual', headers: { cookie } })
    for (const set of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? []
      cookies.set(name, value)
    }
    return new URL(answer.headers.get('location') ?? at, at).href
  }
  const choice = await open(address)
  const resumed = await open(choice, { method: 'POST', body: new URLSearchParams({ sub: 'e2a1c0de-0001' }) })
  return new URL(await open(resumed)).search.slice(1)
}

const keys = [
  ['an elliptic key', () => generateKeyPairSync('ec', { namedCurve: 'P-256' })],
  ['an RSA key', () => generateKeyPairSync('rsa', { modulusLength: 2048 })],
] as const

test.each(keys)('the platform proves itself to the national portal by %s instead of a secret', async (_, make) => {
  const [ours, other] = [make(), make()]
  const national = await startNationalSso(0, 'http://localhost', ours.publicKey.export({ format: 'jwk' }))
  const { NATIONAL_SSO_CLIENT_SECRET: _secret, ...variables } = national.variables
  const identifyBy = async (key: typeof ours) => {
    const file = join(directory, 'key.pem')
    writeFileSync(file, key.privateKey.export({ type: 'pkcs8', format: 'pem' }))
    const { nationalSso } = readConfig({ ...variables, NATIONAL_SSO_CLIENT_KEY: file })
    if (nationalSso === undefined) throw new Error('not set up')
    const client = createNationalClient(nationalSso, 'http://localhost')
    const begun = await client.begin()
    return client.identify(await approve(begun.url), begun)
  }
  expect(await identifyBy(ours)).toMatchObject({ fullName: 'Thân Thị Bích Phượng' })
  await expect(identifyBy(other)).rejects.toThrow()
  await national.close()
})
