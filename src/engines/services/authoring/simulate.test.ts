import { expect, it } from 'vitest'
import { civil } from '#values/plain-date.ts'
import type { Procedure } from '../declare.ts'
import { chessClub } from '../samples.ts'
import { simulate, type PastDossier } from './simulate.ts'

type Whole = Parameters<typeof simulate>[1]
const club = chessClub() as Whole

/** Received, and every step took these hours. */
const past = (id: string, hours: Readonly<Record<string, number>>): PastDossier => ({
  id,
  code: id,
  facts: { answers: { isLarge: false }, proposal: 'grant' },
  receivedOn: civil('2026-03-04'),
  spent: new Map(Object.entries(hours).map(([step, took]) => [step, took * 60])),
})

const quick = past('quick', { receive: 1, look: 4, sign: 1, issue: 1 })
const slow = past('slow', { receive: 2, look: 14, sign: 4, issue: 2 })

const withHours = (look: number, over: Partial<Procedure> = {}): Whole => ({
  ...club,
  ...over,
  process: { ...club.process, steps: { ...club.process.steps, look: { ...club.process.steps['look']!, hours: look } } },
})

it('says of the version in force what really happened', () => {
  const { before, after } = simulate(club, club, [quick, slow])
  expect(before.days.slice(0, 3)).toEqual([1, 0, 1])
  expect(before.late).toBe(1)
  expect(after).toEqual(before)
})

it('lets a step take what it took in proportion to its new hours', () => {
  const { after, steps } = simulate(club, withHours(4), [slow])
  expect(steps.find(({ step }) => step === 'look')).toMatchObject({ takes: 7, dossiers: 1 })
  expect(after.late).toBe(0)
})

it('names the step that makes a dossier late, and the dossier', () => {
  const strict = withHours(8, { timeLimits: [{ amount: 1, unit: 'working-day' }] })
  const { after, steps, lateDossiers, limitDays } = simulate(club, strict, [quick, slow])
  expect([after.late, limitDays]).toEqual([1, 1])
  expect(steps.find(({ late }) => late > 0)?.step).toBe('look')
  expect(lateDossiers).toEqual([{ id: 'slow', code: 'slow' }])
})

it('gives a new step its hours, and holds a step for an opinion that is newly asked', () => {
  const { look, sign, ...others } = club.process.steps as Record<string, Whole['process']['steps'][string]>
  const asked = { id: 'town', name: { vi: 'Hỏi', en: 'Ask' }, by: look!.by, hours: 24, silence: 'consent' as const }
  const steps = {
    ...others,
    look: { ...look!, consult: [asked], next: 'extra' },
    extra: { ...look!, hours: 3, next: 'sign' },
    sign: sign!,
  }
  const simulated = simulate(club, { ...club, process: { ...club.process, steps } }, [quick])
  const takes = Object.fromEntries(simulated.steps.map(({ step, takes: hours }) => [step, hours]))
  expect(takes).toMatchObject({ look: 24, extra: 3, receive: 1 })
})
