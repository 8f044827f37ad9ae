import type { DossierStatus } from '#engines/services/index.ts'
import type { Outcome, TaskKind, TaskResult } from '#engines/workflow/index.ts'

/** The statuses of a dossier that the national portal knows (1–10). */
export const statusWords = {
  1: { vi: 'Mới đăng ký', en: 'Filed' },
  2: { vi: 'Được tiếp nhận', en: 'Received' },
  3: { vi: 'Không được tiếp nhận', en: 'Not accepted' },
  4: { vi: 'Đang xử lý', en: 'In progress' },
  5: { vi: 'Yêu cầu bổ sung giấy tờ', en: 'Supplement asked for' },
  6: { vi: 'Yêu cầu thực hiện nghĩa vụ tài chính', en: 'Financial obligation to be met' },
  7: { vi: 'Công dân yêu cầu rút hồ sơ', en: 'Withdrawn' },
  8: { vi: 'Dừng xử lý', en: 'Stopped' },
  9: { vi: 'Đã xử lý xong', en: 'Settled' },
  10: { vi: 'Đã trả kết quả', en: 'Result handed over' },
} as const

export type StatusCode = keyof typeof statusWords

/** What the status goes by. */
export interface Standing {
  readonly status: DossierStatus
  readonly outcome: Outcome | null
  readonly receivedAt: Date | null
  readonly finishedAt: Date | null
  /** Why its clock stands, if it does. */
  readonly stoppedFor: string | null
  /** Whether anybody did a step after its reception. */
  readonly isWorkedOn: boolean
}

const ended = { granted: 10, refused: 10, rejected: 3, withdrawn: 7, lapsed: 8 } as const

/**
 * The status of a dossier in the numbers of the national portal. A result that waits to be fetched is 9 and becomes 10 when it is handed
 * over; 3, 7 and 8 end it. A pause that is not about money goes on as "in progress", for 8 would end it there.
 */
export function statusCodeOf(standing: Standing): StatusCode {
  if (standing.status === 'ended') return standing.outcome === null ? 8 : ended[standing.outcome]
  if (standing.status === 'waiting-applicant') return 5
  if (standing.status === 'paused') return standing.stoppedFor === 'financial-obligation' ? 6 : 4
  if (standing.finishedAt !== null) return 9
  if (standing.receivedAt === null) return 1
  return standing.isWorkedOn ? 4 : 2
}

/** What a dossier came to by one step that was done. */
export function stepStatusOf(kind: TaskKind, result: TaskResult): StatusCode {
  if (result === 'rejected') return 3
  if (result === 'returned') return 4
  if (kind === 'receive') return 2
  if (kind === 'issue') return 9
  return kind === 'deliver' ? 10 : 4
}
