import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { nationalProfile } from '#systems/national/portal-profile.ts'
import { createPortalClient } from './portal-client.ts'

/** What the far side answers next, as it stands on the line. */
let said = ''
const server = createServer((_request, response) => response.end(said))
beforeAll(() => new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready)))
afterAll(() => new Promise((closed) => server.close(closed)))

test('letters that no database keeps come as the sign of a lost one, and everything else with them', async () => {
  const [done] = nationalProfile.answers.done
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  said = `{"error_code":"${done}","session":"s","result":[{"TENTTHC":"C\\u1ea5p ph\\u00e9p \\u0000 \\ud800 x","KHAC":["\\udfff"]}]}`
  const client = createPortalClient({ url, username: 'u', password: 'p', unit: 'H02' }, nationalProfile)
  const { result } = await client.ask(nationalProfile.services.procedures, undefined, {})
  expect(result).toEqual([{ TENTTHC: 'Cấp phép \uFFFD \uFFFD x', KHAC: ['\uFFFD'] }])
})
