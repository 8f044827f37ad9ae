import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { forgetOldDrafts } from '#engines/directory/import/organization-import.ts'
import { addDays, civil, dateAt } from '#values/plain-date.ts'
import { asPlatform } from './as-platform.ts'
import { readBoundariesCall } from './import-boundaries.ts'
import { boundaryFile, hexagon, honeycomb } from './testing/hexagons.ts'
import { done } from './testing/story.ts'
import { startTestPlatform, type TestPlatform, type Visitor } from './testing/test-platform.ts'

let province: TestPlatform
let admin: Visitor
let codes: string[]
const from = civil('2021-01-01')

beforeAll(async () => {
  province = await startTestPlatform()
  admin = await province.as('quantri')
  codes = done(await province.nobody.call('GET', '/directory/areas?tier=commune')).map(
    ({ code }: { code: string }) => code,
  )
})
afterAll(() => province?.stop())

const send = (content: string, more: object = {}) =>
  admin.call('POST', '/directory/boundary-imports', { fileName: 'a.geojson', source: 'Thử', from, content, ...more })
const look = async (id: string) => done(await admin.call('GET', `/directory/boundary-imports/${id}`))
const preview = async (features: readonly unknown[], more: object = {}) =>
  look(done(await send(boundaryFile(features), more)).id)
const execute = ({ id, seen }: { id: string; seen: string }) =>
  admin.call('POST', `/directory/boundary-imports/${id}/execute`, { seen })
const undo = (id: string) => admin.call('POST', `/directory/boundary-imports/${id}/undo`)
const boundariesOn = async (asOf: string): Promise<{ id: string; geometry: object; properties: object }[]> =>
  done(await province.nobody.call('GET', `/directory/boundaries?asOf=${asOf}`)).features
const standing = async () =>
  JSON.stringify(await province.query('select id, valid_from, valid_to from directory.boundary order by id'))

/** The second drawing of an area: another hexagon. */
const redrawn = (code: string) => ({
  ...honeycomb([code])[0],
  geometry: { type: 'Polygon', coordinates: [hexagon(3, 20)] },
})

describe('a file of boundaries', () => {
  test('is previewed without writing, carried out, is all the same when sent again, and is taken back exactly', async () => {
    const before = await standing()
    const first = await preview(honeycomb(codes))
    expect(first.counts).toEqual({ new: codes.length, changed: 0, same: 0, aside: 0 })
    expect(await standing()).toBe(before)

    expect((await execute({ ...first, seen: 'a'.repeat(64) })).body.code).toBe('boundariesChanged')
    expect(done(await execute(first)).status).toBe('done')
    expect(await boundariesOn(addDays(from, -1))).toEqual([])
    const features = await boundariesOn(from)
    expect(features).toHaveLength(codes.length)
    expect(features[0]).toMatchObject({
      type: 'Feature',
      id: codes.toSorted()[0],
      bbox: [expect.any(Number), expect.any(Number), expect.any(Number), expect.any(Number)],
      properties: { source: 'Thử', licence: null, isJoined: false, tier: 'commune' },
    })

    const again = await preview(honeycomb(codes))
    expect(again.counts).toEqual({ new: 0, changed: 0, same: codes.length, aside: 0 })
    expect((await execute(again)).body.code).toBe('noNewBoundary')
    expect(done(await undo(first.id)).status).toBe('undone')
    expect(await standing()).toBe(before)
    expect((await undo(first.id)).status).toBe(409)
  })

  test('begins on its day, ends what held before, and holds until the next', async () => {
    const before = await standing()
    const [code = ''] = codes
    const third = await preview(honeycomb([code]), { from: '2023-01-01' })
    done(await execute(third))
    const first = await preview([redrawn(code)])
    done(await execute(first))
    const second = await preview(honeycomb([code]), { from: '2022-01-01', licence: 'CC BY 4.0' })
    expect(second.lines[0]).toMatchObject({ state: 'changed', squareKilometres: expect.any(Number) })
    done(await execute(second))
    const periods = async () =>
      (
        await province.query<{ period: string }>(
          `select concat(valid_from, ' ', valid_to) as period from directory.boundary where area_code = $1 order by valid_from`,
          [code],
        )
      ).map(({ period }) => period)
    expect(await periods()).toEqual(['2021-01-01 2022-01-01', '2022-01-01 2023-01-01', '2023-01-01 '])
    expect((await boundariesOn('2022-06-01'))[0]?.properties).toMatchObject({ licence: 'CC BY 4.0' })

    done(await undo(first.id))
    expect(await periods()).toEqual(['2022-01-01 2023-01-01', '2023-01-01 '])
    done(await undo(second.id))
    done(await undo(third.id))
    expect(await standing()).toBe(before)
  })

  test('sets aside with its reason what does not fit, and keeps it to be fetched', async () => {
    const [one = '', two = ''] = codes
    const shape = (type: string, coordinates: unknown, code = one) => ({
      ...honeycomb([code])[0],
      geometry: { type, coordinates },
    })
    const ring = hexagon(0, 0)
    const file = [
      shape('Point', [106, 21]),
      shape('Polygon', [ring.slice(0, -1)]),
      shape('Polygon', [ring.slice(0, 3)]),
      shape('Polygon', [ring.map(([east, north]) => [north, east])]),
      shape('Polygon', [ring.map(([east, north]) => [east * 5000, north * 100_000])]),
      shape('Polygon', [ring.map(([east, north]) => [east - 30, north])]),
      shape('Polygon', [ring.map(([east]) => [east, null])]),
      shape('Polygon', [[ring[0], ring[1], ring[1], ring[0]]]),
      shape('MultiPolygon', []),
      ...honeycomb(['99999']),
      { type: 'Feature', properties: {}, geometry: null },
      7,
      ...honeycomb([two, two]),
    ]
    const found = await preview(file)
    expect(found.counts).toEqual({ new: 1, changed: 0, same: 0, aside: 13 })
    expect(found.lines.map(({ why }: { why: { vi: string } | null }) => why?.vi ?? '')).toEqual([
      expect.stringContaining('cần Polygon hoặc MultiPolygon'),
      expect.stringContaining('không khép kín'),
      expect.stringContaining('ít hơn bốn điểm'),
      expect.stringContaining('kinh độ phải đứng trước vĩ độ'),
      expect.stringContaining('có vẻ là VN-2000'),
      expect.stringContaining('ngoài lãnh thổ Việt Nam'),
      expect.stringContaining('không phải là số'),
      expect.stringContaining('không có diện tích'),
      expect.stringContaining('không có mảnh nào'),
      'Ngày 01/01/2021 không có địa bàn mã 99999',
      'Thiếu mã địa bàn (code)',
      'Thiếu mã địa bàn (code)',
      '',
      'Mã này đã có ở trên trong tệp',
    ])
    const { features } = done(await admin.call('GET', `/directory/boundary-imports/${found.id}/aside`))
    expect(features).toHaveLength(13)
    expect(features[0]).toMatchObject({ geometry: { type: 'Point' }, setAside: expect.stringContaining('Point') })
    expect(done(await admin.call('DELETE', `/directory/boundary-imports/${found.id}`))).toEqual({ dropped: true })
  })

  test.each([
    ['is no JSON, as with NaN', '{"type":"FeatureCollection","features":[NaN]}', 'JSON'],
    ['is one feature', '{"type":"Feature"}', 'FeatureCollection'],
    ['is nothing', 'null', 'FeatureCollection'],
    [
      'is in VN-2000',
      '{"type":"FeatureCollection","features":[],"crs":{"properties":{"name":"EPSG:3405"}}}',
      'VN-2000',
    ],
  ])('is refused, saying why, where it %s', async (_why, text, says) => {
    const refused = await send(Buffer.from(text).toString('base64url'))
    expect(refused.body.code).toBe('unreadableBoundaries')
    expect(JSON.stringify(refused.body.places)).toContain(says)
  })

  test('is forgotten where nobody carried it out for a month', async () => {
    const [old, fresh] = [await preview(honeycomb(codes.slice(0, 1))), await preview(honeycomb(codes.slice(0, 1)))]
    await province.query(
      `update directory.boundary_import set created_at = created_at - interval '31 days' where id = '${old.id}'`,
    )
    await asPlatform(province.platform.connection.db, 'boundaries', 'forget', async (ctx) => {
      await forgetOldDrafts(ctx)
      return old
    })
    expect((await admin.call('GET', `/directory/boundary-imports/${old.id}`)).status).toBe(404)
    expect((await look(fresh.id)).status).toBe('draft')
  })

  test('comes from the command line, too', async () => {
    const file = join(province.directory, 'ranh-gioi.geojson')
    await writeFile(file, Buffer.from(boundaryFile([...honeycomb(codes.slice(0, 3)), 7]), 'base64url'))
    const { db } = province.platform.connection
    const on = dateAt(new Date())
    const call = readBoundariesCall([file, '--on', on, '--source', 'Sở Nội vụ', '--execute'])
    const brought = await call(db)
    expect(brought).toMatchObject({ status: 'done', counts: { new: 3, aside: 1 }, aside: [{ number: 3 }] })
    expect(await boundariesOn(on)).toHaveLength(3)
    expect((await readBoundariesCall(['--undo', brought.id])(db)).status).toBe('undone')
    expect(() => readBoundariesCall([file, '--source', 'x'])).toThrow('--on')
  })
})
