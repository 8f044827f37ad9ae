import { describe, expect, it } from 'vitest'
import type { Urgency } from '#values/urgency.ts'
import { createGate, type Gate } from './gate.ts'
import type { Keys } from './line.ts'

const asker = (urgency: Urgency, ...keys: string[]) => ({
  urgency,
  keys: (keys.length > 0 ? keys : ['somebody']) as never as Keys,
})

/** Those who asked, in the order in which they were let in; `letOut` lets the earliest out again. */
function lettingIn(gate: Gate) {
  const order: string[] = []
  const inside: (() => void)[] = []
  return {
    order,
    ask: async (name: string, urgency: Urgency, ...keys: string[]) => {
      const leave = await gate.enter(asker(urgency, ...(keys.length > 0 ? keys : [name])))
      if (typeof leave !== 'function') return leave.reason as string
      order.push(name)
      inside.push(leave)
      return 'let in'
    },
    async letOut() {
      inside.shift()?.()
      await Promise.resolve()
      await Promise.resolve()
    },
  }
}

/** What gives the place back, or why there is none. */
async function taking(gate: Gate, asking: Parameters<Gate['enter']>[0]): Promise<() => void> {
  const leave = await gate.enter(asking)
  if (typeof leave !== 'function') throw new Error(leave.reason)
  return leave
}

const enter = (gate: Gate, asking: Parameters<Gate['enter']>[0]): Promise<string> =>
  taking(gate, asking).then(
    () => 'let in',
    ({ message }: Error) => message,
  )

describe('a gate of four places', () => {
  it('keeps places free for what is more urgent', async () => {
    const gate = createGate({ places: 4 })
    const { ask, order } = lettingIn(gate)
    const all = ['a', 'b', 'c'].map((name) => ask(`export ${name}`, 'export'))
    all.push(...['a', 'b', 'c'].map((name) => ask(`lookup ${name}`, 'lookup')))
    await ask('filing', 'filing')
    expect(order).toEqual(['export a', 'lookup a', 'lookup b', 'filing'])
    expect(gate.count()).toEqual({ running: 4, waiting: 3 })
    await Promise.all(all)
  })

  it('lets the most urgent in first, whoever came before', async () => {
    const { ask, letOut, order } = lettingIn(createGate({ places: 4 }))
    for (const name of ['a', 'b', 'c', 'd']) await ask(name, 'filing')
    const all = [ask('export', 'export'), ask('lookup', 'lookup'), ask('work', 'work'), ask('filing', 'filing')]
    for (let times = 0; times < 8; times += 1) await letOut()
    await Promise.all(all)
    expect(order.slice(4)).toEqual(['filing', 'work', 'lookup', 'export'])
  })

  it('keeps places for what is looked up and decided, however much is handed in', async () => {
    const { ask, letOut, order } = lettingIn(createGate({ places: 20 }))
    for (let one = 0; one < 20; one += 1) await ask(`in ${one}`, 'filing', `account ${one}`)
    const waiting = (['filing', 'work', 'lookup', 'public', 'export'] as const).flatMap((urgency) =>
      Array.from({ length: 10 }, (_, one) => ask(urgency, urgency, `account ${urgency} ${one}`)),
    )
    for (let times = 0; times < 13; times += 1) await letOut()
    // Of twenty places seven, four, four and two are their own; the rest goes to the most urgent.
    expect(order.slice(20)).toEqual([
      ...Array<string>(4).fill('work'),
      ...Array<string>(4).fill('lookup'),
      ...Array<string>(2).fill('public'),
      ...Array<string>(3).fill('filing'),
    ])
    for (let times = 0; times < 60; times += 1) await letOut()
    await Promise.all(waiting)
  })

  it('takes accounts in turns, so that one with many does not keep out another with few', async () => {
    const { ask, letOut, order } = lettingIn(createGate({ places: 4 }))
    for (const name of ['a', 'b', 'c', 'd']) await ask(name, 'filing')
    const all = ['1', '2', '3', '4'].map((one) => ask(`many ${one}`, 'lookup', 'account many'))
    all.push(ask('few', 'lookup', 'account few'))
    for (let times = 0; times < 9; times += 1) await letOut()
    await Promise.all(all)
    expect(order.indexOf('few')).toBeLessThanOrEqual(5)
  })

  it('gives one account or unit not all places, and what it holds already comes behind all others', async () => {
    const { ask, letOut, order } = lettingIn(createGate({ places: 4 }))
    const all = ['1', '2', '3', '4'].map((one) => ask(`of the unit ${one}`, 'filing', `account ${one}`, 'unit'))
    const other = ask('other', 'lookup', 'account other')
    await other
    expect(order).toEqual(['of the unit 1', 'of the unit 2', 'other'])
    await letOut()
    await letOut()
    await Promise.all(all)
    expect(order.slice(-2)).toEqual(['of the unit 3', 'of the unit 4'])
  })

  it('lets in whoever finds a place free, though others wait who may not have it', async () => {
    const gate = createGate({ places: 4 })
    const { ask, letOut, order } = lettingIn(gate)
    const all = ['1', '2', '3'].map((one) => ask(`flood ${one}`, 'lookup', 'network'))
    await ask('official', 'lookup', 'account official')
    expect(order).toEqual(['flood 1', 'flood 2', 'official'])
    await letOut()
    await Promise.all(all)
  })

  it('turns away at once who would have to wait longer than is borne, the least urgent first', async () => {
    let now = 0
    const gate = createGate({ places: 4, clock: () => now })
    const { ask } = lettingIn(gate)
    for (const name of ['a', 'b', 'c', 'd']) await ask(name, 'filing')
    const waiting = (['filing', 'lookup', 'public', 'export'] as const).map((one) => ask(`first ${one}`, one))
    // Nothing comes free: nobody knows how long it lasts.
    now = 125
    expect(await enter(gate, asker('export'))).toBe('overload')
    const stays = [ask('second public', 'public')]
    now = 175
    expect(await enter(gate, asker('public'))).toBe('overload')
    stays.push(ask('second lookup', 'lookup'))
    now = 550
    expect(await enter(gate, asker('lookup'))).toBe('overload')
    expect(await enter(gate, asker('filing'))).toBe('overload')
    // Whoever waits is not kept waiting for ever either.
    expect(await Promise.all([...waiting, ...stays])).toEqual(Array(6).fill('overload'))
    expect(gate.count()).toEqual({ running: 4, waiting: 0 })
  })

  it('says of whom there is too much where others would have been let in', async () => {
    let now = 0
    const gate = createGate({ places: 4, clock: () => now })
    const { ask, letOut } = lettingIn(gate)
    for (const name of ['a', 'b', 'c', 'd']) await ask(name, 'filing')
    const all = Array.from({ length: 30 }, (_, one) => ask(`flood ${one}`, 'lookup', 'network'))
    now = 60
    await letOut()
    await letOut()
    now = 120
    expect(await enter(gate, asker('lookup', 'network'))).toBe('own')
    all.push(ask('official', 'lookup', 'account official'))
    for (let times = 0; times < 40; times += 1) await letOut()
    expect(await all.at(-1)).toBe('let in')
  })

  it('lets no more wait than can be let in in time, nor more than its memory is meant for', async () => {
    const gate = createGate({ places: 4, clock: () => 0 })
    const { ask } = lettingIn(gate)
    for (const name of ['a', 'b', 'c', 'd']) await ask(name, 'filing')
    const flood = (urgency: Urgency) =>
      Array.from({ length: 300 }, (_, one) => ask(`${one}`, urgency, `account ${one}`))
    const all = flood('filing')
    // Of 4 ms each.
    expect(gate.count().waiting).toBe(125)
    all.push(...flood('work'))
    expect(gate.count().waiting).toBe(225)
    // Other systems say themselves how long they wait, and are not told ahead that it may be longer.
    const system = { ...asker('work', 'system'), patienceMs: 300 }
    const others = Array.from({ length: 300 }, () => enter(gate, system))
    expect(gate.count().waiting).toBe(500)
    await Promise.all([...all, ...others])
    expect(gate.count()).toEqual({ running: 4, waiting: 0 })
  })

  it('turns away the less urgent while the event loop is late and somebody is served', async () => {
    let least: Urgency = 'export'
    const gate = createGate({ places: 4, leastServed: () => least })
    expect(await enter(gate, asker('export'))).toBe('let in')
    least = 'work'
    expect(await enter(gate, asker('lookup'))).toBe('event-loop')
    expect(await enter(gate, asker('work'))).toBe('let in')
  })

  it('lets another system wait longer, where a person would be told to come again', async () => {
    let time = 0
    const gate = createGate({ places: 2, clock: () => time })
    const leave = await taking(gate, asker('work', 'platform'))
    const first = taking(gate, { ...asker('work', 'platform'), patienceMs: 8000 })
    time = 2000
    const second = taking(gate, { ...asker('work', 'platform'), patienceMs: 8000 })
    expect(await enter(gate, asker('work', 'platform'))).toBe('overload')
    leave()
    ;(await first)()
    ;(await second)()
  })
})
