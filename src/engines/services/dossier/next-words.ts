import { showFullDate } from '#values/show-time.ts'
import { dateAt } from '#values/plain-date.ts'
import type { Words } from '#values/words.ts'
import { isResultSent } from '#engines/forms/contract.ts'
import type { Procedure } from '../declare.ts'
import { outcomeSoFar, type Dossier } from './dossier.ts'

/** Who must act, what, and by when: the sentence that stands at every state of a dossier. */
export function nextWords(
  { form }: Pick<Procedure, 'form'>,
  dossier: Dossier,
  whoActs: string,
  supplementDue?: Date,
): Words {
  const until = (at: Date, language: 'vi' | 'en') => showFullDate(dateAt(at), language)
  if (dossier.status === 'ended') return endedWords(dossier)
  if (dossier.status === 'waiting-applicant') {
    return supplementDue === undefined
      ? { vi: 'Chờ người nộp bổ sung', en: 'Waiting for the applicant' }
      : {
          vi: `Chờ người nộp bổ sung, đến hết ${until(supplementDue, 'vi')}`,
          en: `Waiting for the applicant until ${until(supplementDue, 'en')}`,
        }
  }
  if (dossier.status === 'paused')
    return { vi: 'Tạm dừng, chờ thực hiện nghĩa vụ', en: 'Paused until an obligation is met' }
  if (dossier.receivedAt === null) {
    return {
      vi: `${whoActs} kiểm tra và trả lời trước ${until(dossier.deadline, 'vi')}`,
      en: `${whoActs} checks and answers by ${until(dossier.deadline, 'en')}`,
    }
  }
  const isSent = dossier.finishedAt !== null && form !== undefined && isResultSent(form, dossier.answers)
  if (outcomeSoFar(dossier) === 'refused')
    return isSent
      ? {
          vi: `Không được giải quyết, ${whoActs} gửi thông báo qua bưu điện đến địa chỉ đã khai`,
          en: `Refused; ${whoActs} sends the notice by post to the address declared`,
        }
      : {
          vi: `Không được giải quyết, nhận thông báo tại ${whoActs}`,
          en: `Refused; the notice is ready at ${whoActs}`,
        }
  if (isSent)
    return {
      vi: `Đã có kết quả, ${whoActs} gửi bưu điện đến địa chỉ đã khai`,
      en: `The result is ready; ${whoActs} sends it by post to the address declared`,
    }
  if (dossier.finishedAt !== null)
    return { vi: `Đã có kết quả, nhận tại ${whoActs}`, en: `The result is ready at ${whoActs}` }
  const promised = dossier.promised ?? dossier.deadline
  // Of several results one may be out while another is still worked on.
  if (dossier.state.issued)
    return {
      vi: `Đã có kết quả; phần còn lại chờ ${whoActs} giải quyết, hẹn trả ${until(promised, 'vi')}`,
      en: `A result is out; ${whoActs} is working on the rest, due ${until(promised, 'en')}`,
    }
  return {
    vi: `Chờ ${whoActs} giải quyết, hẹn trả ${until(promised, 'vi')}`,
    en: `${whoActs} is working on it, due ${until(promised, 'en')}`,
  }
}

function endedWords(dossier: Dossier): Words {
  const day = (language: 'vi' | 'en') =>
    showFullDate(dateAt(dossier.deliveredAt ?? dossier.finishedAt ?? dossier.filedAt), language)
  const said: Record<string, Words> = {
    granted: { vi: `Đã trả kết quả ${day('vi')}`, en: `Result handed over ${day('en')}` },
    refused: { vi: `Không được chấp thuận, đã trả lời ${day('vi')}`, en: `Refused, answered ${day('en')}` },
    rejected: { vi: `Không tiếp nhận, ${day('vi')}`, en: `Not accepted, ${day('en')}` },
    withdrawn: { vi: `Người nộp đã rút hồ sơ ${day('vi')}`, en: `Withdrawn by the applicant ${day('en')}` },
    lapsed: { vi: `Hết hạn bổ sung, hồ sơ kết thúc ${day('vi')}`, en: `Not supplemented in time, ended ${day('en')}` },
  }
  return said[dossier.outcome ?? ''] ?? { vi: 'Đã kết thúc', en: 'Ended' }
}
