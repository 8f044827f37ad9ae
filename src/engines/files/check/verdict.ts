import type { RefusalCode } from '../refusals.ts'
import type { Checked } from './checked.ts'

/** What the child process answers. */
export type Verdict = Approved | { readonly refused: RefusalCode; readonly detail: string }

/** The disk did not let it look: the code of the system, such as `EIO`. */
export interface DiskFailure {
  readonly failed: string
  readonly detail: string
}

export interface Approved extends Omit<Checked, 'cleaned'> {
  /** Whether the bytes to be stored are those that were written beside the file. */
  readonly isCleaned: boolean
  readonly sentSha256: string
  /** Of the bytes to be stored. */
  readonly sha256: string
  readonly size: number
}
