import type { Lie } from './lies.ts'

/** How the simulated portal misbehaves; all off = it is well. */
export interface Faults {
  /** It answers 503. */
  isDown: boolean
  /** It takes so long for every answer. */
  slowMs: number
  /** A session ends after so many calls; 0 = never. */
  sessionCalls: number
  /** Refuses whole messages that hold one of these procedures, without saying which record it was. */
  refusedProcedures: string[]
  /** Refuses records without an identity number, each by itself. */
  needsIdentity: boolean
  /** Acknowledges every n-th record and does not keep it; 0 = keeps all. */
  dropsEvery: number
  /** Keeps every n-th record with another status and without its result; 0 = as they were sent. */
  altersEvery: number
  /** Keeps a status of what was filed there (`DongBoTrangThaiHoSo`) as 4, in progress. */
  altersStatuses: boolean
  /** Gives what was filed there twice in one answer, and again after it was taken; lists each procedure twice. */
  givesTwice: boolean
  /** What stands where citizens' files should: the file, nothing, or a page. */
  files: 'good' | 'missing' | 'page'
  /** How it lies about what it was told, by any of the services in `liesAbout`. */
  lie: Lie | null
  liesAbout: string[]
}

export const noFaults: Faults = {
  isDown: false,
  slowMs: 0,
  sessionCalls: 0,
  refusedProcedures: [],
  needsIdentity: false,
  dropsEvery: 0,
  altersEvery: 0,
  altersStatuses: false,
  givesTwice: false,
  files: 'good',
  lie: null,
  liesAbout: ['DongBoHoSoMC', 'CapNhatTienDoHoSoMC', 'DongBoTrangThaiHoSo'],
}
