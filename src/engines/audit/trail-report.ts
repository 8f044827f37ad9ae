/**
 * What a check can find.
 *
 * - `edited`: an entry is not what its leaf was made of
 * - `missing`, `added`: a seal covers fewer or more entries than it counted
 * - `replaced`: as many, but others, or in another order
 * - `erased`: a personal part is gone without a recorded erasure
 * - `seal`: a seal was changed, or one is missing
 * - `node`: a stored node of the tree is not the one of its entries; no proof would hold
 * - `truncated`, `forked`: against a head kept elsewhere, the end was cut off, or the beginning is another
 * - `uncompared`: a given head lies where damage, or a later start, leaves nothing to compare
 * - `backdated`: an entry says an earlier time than entries sealed before it
 * - `clock`: the clock ran back, or ahead
 */
export type FindingKind =
  | 'edited'
  | 'missing'
  | 'added'
  | 'replaced'
  | 'erased'
  | 'seal'
  | 'node'
  | 'truncated'
  | 'forked'
  | 'uncompared'
  | 'backdated'
  | 'clock'

export interface Finding {
  readonly kind: FindingKind
  /** `doubt` is no proof of tampering: a wrong clock does the same. */
  readonly weight: 'broken' | 'doubt'
  readonly message: string
  readonly seal?: number | undefined
  readonly entry?: string | undefined
}

export interface TrailReport {
  /** Nothing is broken. */
  readonly ok: boolean
  readonly entries: number
  readonly seals: number
  /** Entries behind the last seal. */
  readonly unsealed: number
  readonly erased: number
  readonly head: { readonly size: number; readonly root: string }
  /** The first thousand. */
  readonly findings: readonly Finding[]
}

/** A report for people, one line each. */
export const describe = (report: TrailReport): string[] => [
  ...report.findings.map(
    ({ kind, weight, message, entry }) =>
      `${weight === 'doubt' ? 'doubt' : 'BROKEN'} ${kind}: ${message}${entry ? ` (${entry})` : ''}`,
  ),
  `${report.ok ? 'the trail is whole' : 'THE TRAIL IS BROKEN'}: ${report.entries} entries, ${report.seals} seals, ` +
    `${report.unsealed} not sealed yet, ${report.erased} erased by law`,
  `head ${report.head.size}:${report.head.root}`,
]
