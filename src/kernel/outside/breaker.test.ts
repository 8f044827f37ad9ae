import { expect, test } from 'vitest'
import { createBreaker, Resting } from './breaker.ts'
import { createRetryBudget } from './retry-budget.ts'

function tried(random = () => 1) {
  let now = 0
  let asked = 0
  let isAway = true
  const breaker = createBreaker('they', { most: 3, restMs: 1000, longestRestMs: 3000 }, () => now, random)
  const ask = (isFault?: () => boolean) =>
    breaker
      .ask(async () => {
        asked += 1
        await Promise.resolve()
        if (isAway) throw new Error('away')
        return 'answer'
      }, isFault)
      .catch((error: unknown) => (error instanceof Resting ? 'resting' : 'failed'))
  return {
    breaker,
    ask,
    asked: () => asked,
    pass: (ms: number) => void (now += ms),
    comeBack: () => void (isAway = false),
  }
}

test('who fails three times in a row is left alone, then tried once, and asked as before once it answers', async () => {
  const { breaker, ask, asked, pass, comeBack } = tried()
  for (let times = 0; times < 3; times += 1) expect(await ask()).toBe('failed')
  expect(breaker.state()).toBe('open')
  expect(await ask()).toBe('resting')
  expect(asked()).toBe(3)
  pass(1000)
  expect(breaker.state()).toBe('half-open')
  comeBack()
  expect(await Promise.all([ask(), ask()])).toEqual(['answer', 'resting'])
  expect(await ask()).toBe('answer')
  expect(breaker.state()).toBe('closed')
})

test('each trial that fails doubles the rest, up to the longest', async () => {
  const { ask, asked, pass } = tried()
  for (let times = 0; times < 3; times += 1) await ask()
  for (const rest of [1000, 2000, 3000, 3000]) {
    pass(rest - 1)
    expect(await ask()).toBe('resting')
    pass(1)
    expect(await ask()).toBe('failed')
  }
  expect(asked()).toBe(7)
})

test('the rest is spread, so that not all come back at once', async () => {
  const { breaker, ask, pass } = tried(() => 0)
  for (let times = 0; times < 3; times += 1) await ask()
  pass(499)
  expect(breaker.isReady()).toBe(false)
  pass(1)
  expect(breaker.isReady()).toBe(true)
})

test('a refusal is an answer: it opens nothing', async () => {
  const { breaker, ask } = tried()
  for (let times = 0; times < 9; times += 1) expect(await ask(() => false)).toBe('failed')
  expect(breaker.state()).toBe('closed')
})

test('of many that are tried again at once only so many are', () => {
  const budget = createRetryBudget()
  let retried = 0
  for (let times = 0; times < 100; times += 1) {
    budget.first()
    if (budget.mayRetry()) retried += 1
  }
  expect(retried).toBeLessThanOrEqual(20)
  expect(retried).toBeGreaterThanOrEqual(10)
})
