import { describe, expect, test } from 'vitest'
import { civil } from '#values/plain-date.ts'
import type { Eve, EveUnit } from './eve.ts'
import { expandPlan } from './expand-plan.ts'
import { defineReorganization, type ReorganizationLiteral } from './plan.ts'

const areas = [
  { code: '10', tier: 'province', name: 'Tỉnh Một' },
  { code: '11', tier: 'district', name: 'Huyện Mười', parent: '10' },
  { code: '111', tier: 'commune', name: 'Xã An', parent: '11' },
  { code: '112', tier: 'commune', name: 'Xã Bình', parent: '11' },
]
const unit = (code: string, area: string, parent?: string): EveUnit => ({
  id: `id of ${code}`,
  key: 1,
  code,
  kind: code.includes('UBND') ? 'peoples-committee' : 'division',
  name: code.includes('UBND') ? `Ủy ban nhân dân ${area === '112' ? 'xã Bình' : 'xã An'}` : `Phòng ${code}`,
  tier: 'commune',
  area,
  ...(parent !== undefined && { parent }),
})
const eve: Eve = {
  areas: new Map(areas.map((area) => [area.code, area])),
  units: new Map(
    [
      unit('UBND-10', '10'),
      unit('UBND-11', '11', 'UBND-10'),
      unit('11.KT', '11', 'UBND-11'),
      unit('UBND-111', '111', 'UBND-11'),
      unit('111.MC', '111', 'UBND-111'),
      unit('UBND-112', '112', 'UBND-11'),
      unit('112.MC', '112', 'UBND-112'),
    ].map((one) => [one.code, one]),
  ),
}
const expand = (plan: Partial<ReorganizationLiteral>) =>
  expandPlan(
    defineReorganization({ title: 'Sắp xếp', document: 'NQ 1', effectiveOn: civil('2026-12-01'), ...plan }),
    eve,
  )
const placed = (code: string, parent: string) =>
  ({ code, parent, kind: 'division', name: `Phòng ${code}`, tier: 'commune' }) as const
const ways = ({ successions }: ReturnType<typeof expand>) =>
  successions.map((one) => `${one.unit.code} ${one.ends ? '→' : '+'} ${one.into.map(({ code }) => code).join(' ')}`)

describe('units follow their area by the shape of their codes', () => {
  test('into the commune that takes theirs in, under its new name', () => {
    const changes = expand({
      areas: [{ from: '111', into: [{ area: '112' }] }],
      openedAreas: [{ code: '112', tier: 'commune', name: 'Phường Bình', parent: '11' }],
    })
    expect(changes.blockers).toEqual([])
    expect(ways(changes)).toEqual(['UBND-111 → UBND-112', '111.MC → 112.MC'])
    expect(changes.changed.map(({ name }) => name)).toEqual(['Ủy ban nhân dân phường Bình'])
    expect(changes.endedAreas).toEqual(['111'])
  })

  test('a divided one keeps its part, and those beside it get theirs, the largest first', () => {
    const changes = expand({
      areas: [
        {
          from: '111',
          into: [
            { area: '112', share: 0.3 },
            { area: '111', share: 0.7 },
          ],
        },
      ],
    })
    expect(ways(changes)).toEqual(['UBND-111 + UBND-111 UBND-112', '111.MC + 111.MC 112.MC'])
    expect(changes.endedAreas).toEqual([])
    expect(changes.successions.map(({ heir }) => heir)).toEqual(['UBND-111', '111.MC'])
  })

  test('of a district that ends without a word, where its communes go; a division by what `follows` says', () => {
    const changes = expand({
      areas: [{ from: '111', into: [{ area: '112' }] }, { from: '112', into: [{ area: '112' }] }, { from: '11' }],
      openedAreas: [{ code: '112', tier: 'commune', name: 'Xã Bình', parent: '10' }],
      units: [
        {
          code: 'UBND-112',
          kind: 'peoples-committee',
          name: 'UBND xã Bình',
          tier: 'commune',
          parent: 'UBND-10',
          area: '112',
        },
        { code: '112.KT', kind: 'division', name: 'Phòng Kinh tế', tier: 'commune', parent: 'UBND-112', area: '112' },
      ],
    })
    expect(changes.blockers).toEqual([])
    expect(ways(changes)).toEqual(['UBND-11 → UBND-112', '11.KT → 112.KT', 'UBND-111 → UBND-112', '111.MC → 112.MC'])
  })
})

describe('what would be left without an owner is named', () => {
  const words = (plan: Partial<ReorganizationLiteral>) => expand(plan).blockers.map(({ words: { en } }) => en)

  test('a unit whose successor is not there', () => {
    expect(words({ areas: [{ from: '112', into: [{ area: '111' }] }, { from: '11' }] })).toContain(
      '11.KT: Phòng 11.KT goes to 111.KT, which is not there',
    )
  })

  test('a unit below one that ends, an area below one that ends', () => {
    const said = words({ areas: [{ from: '11', into: [{ area: '10' }] }], follows: { '{area}.KT': 'UBND-10' } })
    expect(said).toContain('UBND-111: Ủy ban nhân dân xã An: UBND-11 above it is no more')
    expect(said).toContain('111: Xã An: 11 above it is no more')
  })

  test('a body and a commune that dossiers go to and that are not there', () => {
    const said = words({
      competence: [{ from: { tier: 'district' }, to: { agency: 'SO-X' } }],
      overrides: { 'H02-1': '888' },
    })
    expect(said).toEqual(['888: no such area', 'SO-X: no such unit'])
  })

  test('a competence of a tier or division that nobody has', () => {
    const from = { tier: 'district' }
    expect(words({ competence: [{ from, to: { tier: 'region' } }] })).toEqual(['region: no body has this tier'])
    expect(words({ competence: [{ from, to: { tier: 'commune', division: 'XX' } }] })).toEqual(['XX: no such unit'])
    expect(words({ competence: [{ from, to: { agency: 'UBND-111', division: 'MC' } }] })).toEqual([])
    expect(words({ competence: [{ from, to: { tier: 'commune', division: 'MC' } }] })).toEqual([])
  })

  test('units and areas placed round below themselves, and it leaves them where they are', () => {
    const round = {
      units: [{ ...placed('UBND-111', '111.MC') }, { ...placed('NEW-1', 'NEW-2') }, { ...placed('NEW-2', 'NEW-1') }],
    }
    expect(words(round)).toEqual(['UBND-111', 'NEW-1', 'NEW-2'].map((code) => `${code}: would stand below itself`))
    expect(expand(round)).toMatchObject({ changed: [], opened: [] })
    expect(words({ units: [placed('112.MC', '111.MC')] })).toEqual([])
    const area = { code: '11', tier: 'district', name: 'Huyện Mười', parent: '111' }
    expect(words({ openedAreas: [area] })).toEqual(['11: would stand below itself'])
  })

  test('an area that goes into one that is not there, and one that is unknown', () => {
    const said = words({
      areas: [
        { from: '111', into: [{ area: '999' }] },
        { from: '777', into: [{ area: '112' }] },
      ],
    })
    expect(said).toContain('111: goes into 999, which is not there')
    expect(said).toContain('777: no such area')
  })
})
