import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { signOutCommand } from './sign-out.ts'
import { startTestPlatform, type TestPlatform } from './testing/test-platform.ts'

let here: TestPlatform
beforeAll(async () => {
  here = await startTestPlatform()
  vi.stubEnv('DATABASE_URL', here.url)
}, 120_000)
afterAll(async () => {
  vi.unstubAllEnvs()
  await here.stop()
})

const signOut = async (...args: string[]) => {
  let said: unknown
  await signOutCommand.run(args, { json: true, say: (value) => void (said = value) })
  return said
}

test('everybody is signed out at once, in every process, and the trail says who decided it', async () => {
  const people = await Promise.all(['congdan', 'chutich.tinh', 'quantri'].map((login) => here.as(login)))
  const statuses = () => Promise.all(people.map(async (one) => (await one.call('GET', '/identity/sessions')).status))
  expect(await statuses()).toEqual([200, 200, 200])
  expect(await signOut('everybody', '--by', 'Nguyễn Văn An')).toEqual({ ended: 3 })
  // Within the second in which a caller would be remembered.
  await expect.poll(statuses, { timeout: 900 }).toEqual([401, 401, 401])
  const written = await here.query(`select objects from audit.entry where operation = 'sign-out.everybody'`)
  expect(JSON.stringify(written)).toContain('session:everybody')
  expect((await here.as('congdan')).token).toBeDefined()
})

test('nobody is signed out by a call that does not say whom, or who decided', async () => {
  await expect(signOut('--by', 'Nguyễn Văn An')).rejects.toThrow('whom')
  await expect(signOut('everybody')).rejects.toThrow('who decided')
})
