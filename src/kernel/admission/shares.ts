import { urgencies, type Urgency } from '#values/urgency.ts'

/** What an urgency may take, beside what is more urgent. */
interface Share {
  /** Of the places, together with everything less urgent: the rest stays free for what is more urgent. */
  readonly places: number
  /** Of the places, so much is its own while it waits, whatever more urgent waits, too: what nobody may look up nobody can decide. */
  readonly own: number
  /** Whoever would be expected to wait longer is turned away when they come. */
  readonly patienceMs: number
  /** Before they should come again, at the least; at the most three times as long. */
  readonly comeAgainSeconds: number
}

export const shares: Readonly<Record<Urgency, Share>> = {
  filing: { places: 1, own: 0.35, patienceMs: 500, comeAgainSeconds: 2 },
  work: { places: 0.95, own: 0.2, patienceMs: 400, comeAgainSeconds: 2 },
  lookup: { places: 0.8, own: 0.2, patienceMs: 250, comeAgainSeconds: 4 },
  public: { places: 0.6, own: 0.1, patienceMs: 150, comeAgainSeconds: 6 },
  export: { places: 0.25, own: 0, patienceMs: 50, comeAgainSeconds: 15 },
}

/**
 * Whoever was let into a line is turned away after so much only: a line is full as long as too many come, so half of those in it wait
 * longer than was expected, and each that gives up has waited in vain.
 */
export const longestWaitMs = 1500

/** Of the places, at most so much for one account, unit or network, however empty it is otherwise. */
export const mostOfOne = 0.5
/** Beyond so much it comes behind everyone else. */
export const modestShare = 0.25
/** Memory: so many wait at most, whoever they are. */
export const mostWaiting = 500

export const rankOf = (urgency: Urgency): number => urgencies.indexOf(urgency)

export const partOf = (places: number, share: number): number => Math.max(1, Math.floor(places * share))
