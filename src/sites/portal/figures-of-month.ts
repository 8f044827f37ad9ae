import type { pageOf } from '../client.ts'

type Client = ReturnType<typeof pageOf>['client']
type Figures = Awaited<ReturnType<Client['services']['getFigures']>>

/** So long nobody counts anew. */
const freshMs = 60_000
/** So old they are still shown, to whoever comes while they are counted anew. */
const shownMs = 10 * 60_000

const kept: { figures?: Figures; counting?: Promise<Figures> } = {}

/**
 * The figures of this month for the first page, counted at most once a minute whoever comes: counting a province of a million dossiers takes
 * seconds. They say themselves when they were counted.
 */
export async function figuresOfMonth(client: Client): Promise<Figures> {
  const age = kept.figures === undefined ? Infinity : Date.now() - kept.figures.at.getTime()
  if (kept.figures !== undefined && age < freshMs) return kept.figures
  kept.counting ??= count(client).finally(() => delete kept.counting)
  if (kept.figures === undefined || age > shownMs) return kept.counting
  // Whoever waits for it is told; here it is tried again by the next.
  kept.counting.catch(() => {})
  return kept.figures
}

async function count(client: Client): Promise<Figures> {
  kept.figures = await client.services.getFigures({})
  return kept.figures
}
