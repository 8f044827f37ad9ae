import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays, dateAt } from '#values/plain-date.ts'
import { done } from './testing/story.ts'
import { officialOf, postOf } from './testing/posts.ts'
import { startTestPlatform, type TestPlatform, type Visitor } from './testing/test-platform.ts'

/** To whom work may be given, and for which days. */

let test: TestPlatform
let director: Visitor
let fromPostId: string

beforeAll(async () => {
  test = await startTestPlatform()
  director = await test.as('giamdoc.gtvt')
  fromPostId = await postOf(test, 'giamdoc.gtvt')
}, 120_000)
afterAll(() => test.stop())

const today = dateAt(new Date())

const give = (toPostId: string, given: object = {}) =>
  director.call('POST', '/directory/delegations', {
    fromPostId,
    toPostId,
    kind: 'absence',
    from: today,
    to: addDays(today, 3),
    ...given,
  })

const placesOf = ({ status, body }: Awaited<ReturnType<typeof give>>) => ({
  status,
  places: body.places?.map((place: { path: string }) => place.path),
})

describe('work is given', () => {
  it('to a deputy of one’s own agency', async () => {
    done(await give((await officialOf(test, 'SGTVT', 'deputy-leader')).post))
  })

  it('to nobody of another agency, who could not sign for its head', async () => {
    const { post } = await officialOf(test, 'SXD', 'deputy-leader')
    expect(placesOf(await give(post))).toEqual({ status: 422, places: ['toPostId'] })
  })

  it('for days of which the last is not before the first, and to somebody else than oneself', async () => {
    const { post } = await officialOf(test, 'SGTVT', 'deputy-leader')
    expect(placesOf(await give(post, { to: today }))).toEqual({ status: 422, places: ['to'] })
    expect(placesOf(await give(post, { to: addDays(today, -5) }))).toEqual({ status: 422, places: ['to'] })
    expect(placesOf(await give(fromPostId))).toEqual({ status: 422, places: ['toPostId'] })
  })
})
