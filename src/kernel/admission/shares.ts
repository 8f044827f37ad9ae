import { urgencies, type Urgency } from '#values/urgency.ts'

/** What an urgency may take, beside what is more urgent. */
interface Share {
  /** Of the places, together with everything less urgent: the rest stays free for what is more urgent. */
  readonly places: number
  /** Nobody waits longer; who would have to is turned away when they come. */
  readonly patienceMs: number
  /** Before they should come again, at the least; at the most three times as long. */
  readonly comeAgainSeconds: number
}

export const shares: Readonly<Record<Urgency, Share>> = {
  filing: { places: 1, patienceMs: 1000, comeAgainSeconds: 2 },
  work: { places: 0.95, patienceMs: 800, comeAgainSeconds: 2 },
  lookup: { places: 0.8, patienceMs: 500, comeAgainSeconds: 4 },
  public: { places: 0.6, patienceMs: 300, comeAgainSeconds: 6 },
  export: { places: 0.25, patienceMs: 100, comeAgainSeconds: 15 },
}

/** Of the places, at most so much for one account, unit or network, however empty it is otherwise. */
export const mostOfOne = 0.5
/** Beyond so much it comes behind everyone else. */
export const modestShare = 0.25
/** Memory: so many wait at most, whoever they are. */
export const mostWaiting = 500

export const rankOf = (urgency: Urgency): number => urgencies.indexOf(urgency)

export const partOf = (places: number, share: number): number => Math.max(1, Math.floor(places * share))
