import { describe, expect, test } from 'vitest'
import { applyPinned } from './apply-pinned.ts'
import { clubForm } from './samples/club.ts'
import { licenceForm } from './samples/licence.ts'
import { sampleLookups } from './samples/lists.ts'

const before = {
  applicant: { fullName: 'Phượng', residence: { commune: '07375', detail: 'Thôn Hạ' } },
  reason: 'expiring',
  expiresOn: '2020-12-18',
  licenceNumber: '1',
  classes: ['B2'],
}
const after = {
  applicant: { fullName: 'Kẻ Khác', residence: { commune: '07378', detail: 'Thôn Thượng' } },
  reason: 'lost',
  lostWhere: 'Chợ',
  classes: ['C'],
}

describe('a supplement', () => {
  test('changes a pinned part and nothing beside it', () => {
    expect(applyPinned(licenceForm, before, after, ['applicant.residence.commune'])).toEqual({
      ...before,
      applicant: { fullName: 'Phượng', residence: { commune: '07378', detail: 'Thôn Hạ' } },
    })
  })

  test('takes the answer to a question that a pinned answer brings up', () => {
    expect(applyPinned(licenceForm, before, after, ['reason'])).toEqual({ ...before, reason: 'lost', lostWhere: 'Chợ' })
    expect(applyPinned(licenceForm, before, { ...after, reason: 'expiring' }, ['reason'])).toEqual(before)
  })

  test('takes a pinned answer out if it was taken out', () => {
    const { classes: _, ...rest } = before
    expect(applyPinned(licenceForm, before, { ...rest }, ['classes'])).toEqual(rest)
  })

  test('changes one cell of one row; rows come and go only where the group is pinned', () => {
    const players = [
      { name: 'An', bornOn: '1990-01-01' },
      { name: 'Bình', bornOn: '1991-01-01' },
    ]
    const sent = [{ name: 'X', bornOn: '2000-01-01' }, { name: 'Y', bornOn: '2001-01-01' }, { name: 'Z' }]
    expect(applyPinned(clubForm, { players }, { players: sent }, ['players.1.name'])).toEqual({
      players: [players[0], { name: 'Y', bornOn: '1991-01-01' }],
    })
    expect(applyPinned(clubForm, { players }, { players: sent }, ['players.0'])).toEqual({
      players: [sent[0], players[1]],
    })
    expect(applyPinned(clubForm, { players }, { players: sent }, ['players'])).toEqual({ players: sent })
    expect(applyPinned(clubForm, { players }, {}, ['players.1.name']).players).toEqual([
      players[0],
      { bornOn: '1991-01-01' },
    ])
  })

  test('brings up a question inside a row, also through a computed answer', () => {
    const players = [{ name: 'An', bornOn: '1990-01-01', age: 30 }]
    const sent = [{ name: 'X', bornOn: '2012-01-01', age: 99, guardian: 'Mẹ' }]
    expect(applyPinned(clubForm, { players }, { players: sent }, ['players.0.bornOn'], sampleLookups).players).toEqual([
      { name: 'An', bornOn: '2012-01-01', age: 8, guardian: 'Mẹ' },
    ])
    expect(applyPinned(clubForm, { players }, { players: sent }, ['players.0.bornOn']).players).toEqual([
      { name: 'An', bornOn: '2012-01-01', age: 30 },
    ])
  })

  test.each(['nowhere', '__proto__', 'applicant.x', 'classes.0', ''])('does nothing for a pin at %j', (pin) => {
    expect(applyPinned(licenceForm, before, after, [pin])).toEqual(before)
  })
})
