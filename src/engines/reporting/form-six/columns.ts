import type { Words } from '#values/words.ts'
import type { FormSixRow } from './form-six.ts'

/** The figures that are counted; each of them opens its dossiers. */
export const formSixColumns = [
  'carried',
  'online',
  'direct',
  'early',
  'onTime',
  'late',
  'stopped',
  'inProgress',
  'inProgressLate',
] as const
export type FormSixColumn = (typeof formSixColumns)[number]

type Figures = Pick<FormSixRow, FormSixColumn>

interface FormSixFigure {
  /** Its name in JSON; of a sum of others none. */
  readonly key?: FormSixColumn
  readonly head: Words
  readonly means: Words
  readonly of: (row: Figures) => number
}

const same = (key: FormSixColumn, head: Words, means: Words): FormSixFigure => ({
  key,
  head,
  means,
  of: (row) => row[key],
})

/** The figures of form 06 (Circular 01/2020/TT-VPCP) in the order of its columns, and what each counts. */
export const formSixFigures: readonly FormSixFigure[] = [
  {
    head: { vi: 'Tiếp nhận: tổng số', en: 'Received: all' },
    means: {
      vi: 'Trực tuyến + trực tiếp, bưu chính + từ kỳ trước',
      en: 'Online + at counters, by post + carried over',
    },
    of: (row) => row.online + row.direct + row.carried,
  },
  same(
    'online',
    { vi: 'Tiếp nhận trực tuyến', en: 'Received online' },
    { vi: 'Một cửa tiếp nhận trong kỳ, nộp trực tuyến', en: 'Taken in during the period, filed online' },
  ),
  same(
    'direct',
    { vi: 'Tiếp nhận trực tiếp, bưu chính', en: 'Received at counters, by post' },
    {
      vi: 'Một cửa tiếp nhận trong kỳ, nộp tại quầy hoặc qua bưu chính',
      en: 'Taken in during the period at counters or by post',
    },
  ),
  same(
    'carried',
    { vi: 'Từ kỳ trước', en: 'Carried over' },
    { vi: 'Tiếp nhận trước kỳ, đầu kỳ chưa xong', en: 'Received before the period and not over when it began' },
  ),
  {
    head: { vi: 'Đã giải quyết: tổng số', en: 'Solved: all' },
    means: { vi: 'Trước hạn + đúng hạn + quá hạn', en: 'Early + on time + late' },
    of: (row) => row.early + row.onTime + row.late,
  },
  same(
    'early',
    { vi: 'Trước hạn', en: 'Early' },
    { vi: 'Trả lời (chấp thuận hoặc từ chối) trước ngày hẹn', en: 'Granted or refused on a day before the deadline’s' },
  ),
  same(
    'onTime',
    { vi: 'Đúng hạn', en: 'On time' },
    {
      vi: 'Trả lời trong ngày hẹn, không quá giờ hẹn',
      en: 'Granted or refused on the day of the deadline and not after it',
    },
  ),
  same(
    'late',
    { vi: 'Quá hạn', en: 'Late' },
    {
      vi: 'Trả lời sau hạn; thời gian chờ bổ sung, tạm dừng không tính',
      en: 'Granted or refused after the deadline; stopped time does not count',
    },
  ),
  same(
    'stopped',
    { vi: 'Rút, dừng', en: 'Withdrawn or stopped' },
    { vi: 'Người nộp rút, hoặc dừng vì không bổ sung', en: 'Withdrawn, or ended because the applicant did not answer' },
  ),
  same(
    'inProgress',
    { vi: 'Đang giải quyết: tổng số', en: 'In progress: all' },
    { vi: 'Cuối kỳ chưa xong', en: 'Not over at the end of the period' },
  ),
  {
    head: { vi: 'Đang giải quyết trong hạn', en: 'In progress, within the limit' },
    means: { vi: 'Đang giải quyết trừ đang giải quyết quá hạn', en: 'In progress less those late' },
    of: (row) => row.inProgress - row.inProgressLate,
  },
  same(
    'inProgressLate',
    { vi: 'Đang giải quyết quá hạn', en: 'In progress, late' },
    {
      vi: 'Cuối kỳ chưa xong, đã quá hạn và đồng hồ không dừng',
      en: 'Not over at the end, past the deadline while no clock stands',
    },
  ),
]
