/** Lets one piece of work at a time touch an upload. Whoever comes next asks the one before to stop, and waits until it has. */
export type TakeTurn = <Result>(id: string, work: (stop: AbortSignal) => Promise<Result>) => Promise<Result>

/** A sender whose line broke continues at once, while the server still listens to the broken line. Turns are those of one process. */
export function createTurns(): TakeTurn {
  const held = new Map<string, { readonly stop: AbortController; readonly done: Promise<unknown> }>()
  return async (id, work) => {
    for (let before = held.get(id); before !== undefined; before = held.get(id)) {
      before.stop.abort()
      await before.done
    }
    const stop = new AbortController()
    const working = work(stop.signal)
    held.set(id, { stop, done: working.catch(() => {}) })
    try {
      return await working
    } finally {
      held.delete(id)
    }
  }
}
