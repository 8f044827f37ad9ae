import { describe, expect, it } from 'vitest'
import { mayCall, mayDo, nobody, system, type Actor, type Scope } from './actor.ts'

/** May somebody call an operation at all? */

const holding = (scope: Scope): Actor => ({
  ...nobody,
  kind: 'staff',
  permissions: new Map([['dossier.read', scope]]),
})
const citizen: Actor = { ...nobody, kind: 'citizen' }
const machine: Actor = { ...holding('all'), kind: 'service' }
const official = holding([7])

describe('an operation is called', () => {
  it('by whoever holds its permission over everything or over something, not over nothing', () => {
    expect([holding('all'), official, holding([])].map((actor) => mayCall(actor, 'dossier.read'))).toEqual([
      true,
      true,
      false,
    ])
    expect(mayCall(official, 'dossier.work')).toBe(false)
  })

  it.each([
    ['anyone', [true, true, true, true]],
    ['own-account', [false, true, true, false]],
    ['signed-in', [false, true, true, false]],
    ['citizen', [false, true, false, false]],
    ['staff', [false, false, true, false]],
  ])('that is for %s, by nobody, a citizen, an official, a machine: %j', (permission, may) => {
    expect([nobody, citizen, official, machine].map((actor) => mayCall(actor, permission))).toEqual(may)
  })

  it('without a second factor that they must have, to get one and for nothing else', () => {
    const lacking = { ...official, mustAddFactor: true }
    expect(['anyone', 'own-account', 'signed-in', 'staff'].map((one) => mayCall(lacking, one))).toEqual([
      true,
      true,
      false,
      false,
    ])
  })

  it('with a password for one use not as a citizen', () => {
    expect(mayCall({ ...citizen, mustChangePassword: 'once' }, 'citizen')).toBe(false)
  })

  it('by a machine to read and for nothing else', () => {
    const may = (actor: Actor, kind: 'read' | 'write') => mayDo(actor, { permission: 'dossier.read', kind })
    expect([may(machine, 'read'), may(machine, 'write'), may(official, 'write')]).toEqual([true, false, true])
  })

  it('never by the platform itself: its jobs are no calls', () => {
    expect(['own-account', 'signed-in', 'citizen', 'staff', 'dossier.read'].map((one) => mayCall(system, one))).toEqual(
      Array(5).fill(false),
    )
  })
})
