import type { Words } from '#values/words.ts'
import type { Refusal } from './action.ts'
import type { Outcome } from './process-state.ts'

const refuse = (code: string, vi: string, en: string): Refusal => ({ code, words: { vi, en } })

const list = (names: readonly Words[]): Words => ({
  vi: names.map((name) => name.vi).join(', '),
  en: names.map((name) => name.en).join(', '),
})

const outcomes: Record<Outcome, Words> = {
  granted: { vi: 'đã giải quyết', en: 'granted' },
  refused: { vi: 'không được giải quyết', en: 'refused' },
  rejected: { vi: 'bị từ chối tiếp nhận', en: 'rejected at reception' },
  withdrawn: { vi: 'đã rút', en: 'withdrawn' },
  lapsed: { vi: 'đã dừng vì người nộp không trả lời', en: 'closed because the applicant did not answer' },
}

/** Every reason why an action is not possible, in one place. */
export const refusals = {
  unknownAction: refuse('unknownAction', 'Không có thao tác này.', 'There is no such action.'),
  notStarted: refuse('notStarted', 'Hồ sơ chưa được gửi đi.', 'The dossier has not been submitted.'),
  alreadyStarted: refuse('alreadyStarted', 'Hồ sơ đã được gửi đi.', 'The dossier has already been submitted.'),
  ended: (outcome: Outcome | undefined) => {
    const how = outcomes[outcome ?? 'granted']
    return refuse('ended', `Hồ sơ đã kết thúc: ${how.vi}.`, `The dossier has ended: ${how.en}.`)
  },
  unknownStep: (step: string) =>
    refuse('unknownStep', `Quy trình không có bước "${step}".`, `The process has no step "${step}".`),
  notOpen: (step: Words) => refuse('notOpen', `Bước "${step.vi}" không mở.`, `The step "${step.en}" is not open.`),
  waitingApplicant: refuse(
    'waitingApplicant',
    'Đang chờ người nộp bổ sung hồ sơ.',
    'Waiting for the applicant to supplement the dossier.',
  ),
  paused: refuse('paused', 'Hồ sơ đang tạm dừng.', 'The dossier is paused.'),
  notWaiting: refuse('notWaiting', 'Hồ sơ không chờ người nộp.', 'The dossier is not waiting for the applicant.'),
  notPaused: refuse('notPaused', 'Hồ sơ không tạm dừng.', 'The dossier is not paused.'),
  awaited: (names: readonly Words[]) => {
    const { vi, en } = list(names)
    return refuse('awaited', `Còn chờ ý kiến của: ${vi}.`, `Still awaited: ${en}.`)
  },
  notAwaited: refuse('notAwaited', 'Không chờ ý kiến này.', 'This opinion is not awaited.'),
  mustAnswer: (name: Words) =>
    refuse(
      'mustAnswer',
      `${name.vi} phải trả lời, im lặng không phải là đồng ý.`,
      `${name.en} must answer; silence is not consent.`,
    ),
  notAllowed: (step: Words) =>
    refuse(
      'notAllowed',
      `Quy trình không cho làm việc này ở bước "${step.vi}".`,
      `The process does not allow this in the step "${step.en}".`,
    ),
  refusalStands: refuse(
    'refusalStands',
    'Đã có đề xuất từ chối. Nếu không đồng ý, hãy trả lại bước đã đề xuất.',
    'A refusal has been proposed. Whoever disagrees returns the dossier to the step that proposed it.',
  ),
  noWayBack: (step: Words, to: Words) =>
    refuse(
      'noWayBack',
      `Không trả lại được từ "${step.vi}" về "${to.vi}".`,
      `"${step.en}" cannot be returned to "${to.en}".`,
    ),
  notDone: (to: Words) =>
    refuse('notDone', `Hồ sơ này chưa qua bước "${to.vi}".`, `This dossier has not been through the step "${to.en}".`),
  reasonMissing: refuse('reasonMissing', 'Cần ghi rõ lý do.', 'A reason is needed.'),
  groundMissing: refuse('groundMissing', 'Cần ghi rõ căn cứ tạm dừng.', 'The ground of the pause is needed.'),
  pinsMissing: refuse(
    'pinsMissing',
    'Cần chỉ rõ ít nhất một chỗ phải bổ sung, mỗi chỗ kèm lý do.',
    'Point at least at one place to be put right, each with its reason.',
  ),
  supplementsUsed: (limit: number) =>
    refuse(
      'supplementsUsed',
      `Sau khi tiếp nhận, chỉ được yêu cầu bổ sung ${limit} lần.`,
      `Once it is received, the applicant may be asked ${limit} time(s) only.`,
    ),
  alreadyReceived: refuse(
    'alreadyReceived',
    'Hồ sơ đã được tiếp nhận, không thể từ chối tiếp nhận nữa.',
    'The dossier has been received; it can no longer be rejected at reception.',
  ),
  alreadyIssued: refuse('alreadyIssued', 'Kết quả đã được phát hành.', 'The decision has been issued.'),
  clockStopped: refuse('clockStopped', 'Thời hạn giải quyết không chạy.', 'The time limit is not running.'),
  onTime: refuse(
    'onTime',
    'Hồ sơ còn trong hạn và còn kịp: chưa có gì để xin lỗi, hẹn lại.',
    'The dossier is on time and can still be done in time: there is nothing to put off.',
  ),
  apologiesUsed: (limit: number) =>
    refuse(
      'apologiesUsed',
      `Chỉ được xin lỗi và hẹn lại ${limit} lần.`,
      `The date may be put off ${limit} time(s) only.`,
    ),
  dateMissing: refuse('dateMissing', 'Cần ngày hẹn trả mới.', 'The new date is needed.'),
} as const
