const mebibyte = 1024 * 1024
const minute = 60_000
const hour = 60 * minute

/** Largest file that an installation takes where nothing else is set, in bytes. */
export const largestFile = 25 * mebibyte

/** What one account may send, and how long what it sent may lie here. Every number is a bound that a stranger with an account cannot move. */
export interface UploadLimits {
  /** Largest file, in bytes. */
  readonly maxBytes: number
  /** Bytes that may lie here unused: uploads under way and files that no dossier names. */
  readonly waitingBytes: Readonly<Record<'citizen' | 'staff', number>>
  readonly perHour: Readonly<Record<'citizen' | 'staff', number>>
  /** Whole life of an upload, in milliseconds. */
  readonly lifetime: number
  /** How long one that came whole may wait for the virus scanner, as long as the draft it is for lives; in milliseconds. */
  readonly waits: number
  /** Longest silence in the middle of a part, in milliseconds. */
  readonly silence: number
  /** How long a file may wait until a dossier names it, and content for a file, in milliseconds. */
  readonly unkept: number
  readonly unused: number
  /** How long a file that came whole is left to whoever sent it, before the background finishes it; in milliseconds. */
  readonly unasked: number
  /** So old may content be that newer signatures still look at, in milliseconds. */
  readonly rescanned: number
  /** Disk space that uploads leave free: the database may live on the same disk. */
  readonly reserve: number
}

/** Counters scan for many people at once, so officials have more room. */
export const usualLimits: UploadLimits = {
  maxBytes: largestFile,
  waitingBytes: { citizen: 400 * mebibyte, staff: 4000 * mebibyte },
  perHour: { citizen: 200, staff: 2000 },
  lifetime: 24 * hour,
  waits: 30 * 24 * hour,
  unkept: 48 * hour,
  unused: hour,
  unasked: minute,
  rescanned: 30 * 24 * hour,
  silence: minute,
  reserve: 128 * mebibyte,
}
