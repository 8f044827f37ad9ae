import type { Words } from '#values/words.ts'
import type { IndicatorId } from './indicator-words.ts'

interface Reading {
  readonly title: Words
  /** Which indicators it changes; none = it changes how points are counted. */
  readonly of: readonly IndicatorId[]
  /** The first is what holds where nothing is set. */
  readonly choices: Readonly<Record<string, Words>>
}

/** Where Decision 766/QĐ-TTg can be read in two ways: whoever sets the scale says which, and each page tells it. */
export const indexReadings = {
  reported: {
    title: { vi: 'Mẫu số của 1.4', en: 'What 1.4 is counted of' },
    of: ['1.4', '3.3'],
    choices: {
      coded: {
        vi: 'hồ sơ tiếp nhận có mã thủ tục quốc gia',
        en: 'dossiers received of procedures with a national code',
      },
      all: { vi: 'mọi hồ sơ tiếp nhận, kể cả thủ tục có mã riêng của tỉnh', en: 'all dossiers received' },
    },
  },
  due: {
    title: { vi: 'Ngày hẹn trả của 2.1, 5.4', en: 'The day of 2.1 and 5.4' },
    of: ['2.1', '5.4'],
    choices: {
      deadline: {
        vi: 'hạn theo quy định; xin lỗi, hẹn lại vẫn là quá hạn',
        en: 'the legal deadline; an apology does not move it',
      },
      promised: {
        vi: 'ngày hẹn trả sau cùng, kể cả ngày hẹn lại',
        en: 'the day promised last, also by an apology',
      },
    },
  },
  payable: {
    title: { vi: 'Mẫu số của 3.5', en: 'What 3.5 is counted of' },
    of: ['3.5'],
    choices: {
      charging: {
        vi: 'thủ tục đang có hiệu lực mà có phí, lệ phí; đạt khi nộp và trả được trực tuyến mức 4',
        en: 'procedures in force with a fee; met when filed and paid online at level 4',
      },
      paid: {
        vi: 'thủ tục có khoản đã trả trong kỳ; đạt khi có khoản trả trực tuyến',
        en: 'procedures with a payment in the period; met with one online',
      },
    },
  },
  complaints: {
    title: { vi: 'Khiếu nại trong 5.4', en: 'Complaints in 5.4' },
    of: ['5.4'],
    choices: {
      'taken-off': {
        vi: 'mỗi khiếu nại về thủ tục gửi trong kỳ trừ một hồ sơ',
        en: 'each complaint about a procedure in the period takes off one dossier',
      },
      apart: { vi: 'không trừ, vì khiếu nại không gắn với một hồ sơ', en: 'not taken off: they name no dossier' },
    },
  },
  below: {
    title: { vi: 'Điểm khi chưa tới ngưỡng', en: 'Points below the threshold' },
    of: [],
    choices: {
      toward: { vi: 'điểm tối đa × tỷ lệ / ngưỡng', en: 'all points × share / threshold' },
      share: { vi: 'điểm tối đa × tỷ lệ', en: 'all points × share' },
    },
  },
  missing: {
    title: { vi: 'Chỉ số chưa có số liệu', en: 'Indicators without a figure' },
    of: [],
    choices: {
      none: { vi: 'không được điểm', en: 'get no points' },
      'left-out': {
        vi: 'để ra ngoài; tổng quy về thang điểm của các chỉ số có số liệu',
        en: 'are left out; the total is scaled to those with figures',
      },
    },
  },
} as const satisfies Readonly<Record<string, Reading>>

export type ReadingId = keyof typeof indexReadings
type Choice<Id extends ReadingId> = keyof (typeof indexReadings)[Id]['choices'] & string
export type IndexReadings = { readonly [Id in ReadingId]: Choice<Id> }

export const readingIds = Object.keys(indexReadings) as ReadingId[]
export const choicesOf = <Id extends ReadingId>(id: Id) => Object.keys(indexReadings[id].choices) as Choice<Id>[]

/** How the index is read while nobody has set it. */
export const usualReadings = Object.fromEntries(
  readingIds.map((id) => [id, choicesOf(id)[0]]),
) as unknown as IndexReadings

/** One reading in words. */
export const wordsOfReading = (id: ReadingId, readings: IndexReadings): Words =>
  (indexReadings[id].choices as Readonly<Record<string, Words>>)[readings[id]] as Words
