/**
 * What can be wrong.
 *
 * - `edited`: an entry, its public or its personal part, is not what was recorded
 * - `missing`, `added`: fewer or more entries than a seal counted
 * - `reordered`: entries are not in the order of the trail
 * - `replaced`: as many entries as sealed, but others
 * - `erased`: a personal part is gone without a recorded erasure
 * - `seal`: a seal was changed, left out or put in
 * - `truncated`: a signed head is of more entries than there are
 * - `rewritten`: the beginning is not the one of a signed head
 * - `other trail`: it fits none of the signed heads
 * - `forked`: two different heads of one size were signed
 * - `unsigned`: a head is not signed by a trusted key
 * - `clock`: a time runs back, or is ahead of its seal
 */
export type Kind =
  | 'edited'
  | 'missing'
  | 'added'
  | 'reordered'
  | 'replaced'
  | 'erased'
  | 'seal'
  | 'truncated'
  | 'rewritten'
  | 'other trail'
  | 'forked'
  | 'unsigned'
  | 'clock'

export interface Finding {
  readonly kind: Kind
  /** A doubt proves nothing: a wrong clock does the same. */
  readonly isDoubt: boolean
  readonly message: string
}

const mostKept = 1000

/** Collects findings: the first thousand, and the verdict over all. */
export class Findings {
  readonly list: Finding[] = []
  isBroken = false
  isDoubtful = false

  broken(kind: Kind, message: string): void {
    this.isBroken = true
    this.#keep({ kind, isDoubt: false, message })
  }

  doubt(kind: Kind, message: string): void {
    this.isDoubtful = true
    this.#keep({ kind, isDoubt: true, message })
  }

  #keep(finding: Finding): void {
    if (this.list.length < mostKept) this.list.push(finding)
  }
}
