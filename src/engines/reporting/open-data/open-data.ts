import { find, sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import { say, type Language, type Words } from '#values/words.ts'
import { formSixFigures } from '../form-six/columns.ts'
import { formSixHeads } from '../form-six/file.ts'
import { paperReuseHeads } from '../paper-reuse/file.ts'
import { indexHeads } from '../service-index/file.ts'

interface Column {
  /** Its name in the rows of the JSON; null where only the CSV has it. */
  readonly key: string | null
  /** Its head in the CSV; null where only the JSON has it. */
  readonly head: Words | null
  readonly means: Words
}

interface OpenDataset {
  readonly id: string
  readonly title: Words
  readonly text: Words
  /** Where it is served; `?from=…&to=…` and the like ask for a part. */
  readonly json: string
  readonly csv: string | null
  /** What may be asked for. */
  readonly asks: Words
  readonly columns: readonly Column[]
}

const column = (key: string | null, head: Words | null | undefined, vi: string, en: string): Column => ({
  key,
  head: head ?? null,
  means: { vi, en },
})

const days: Words = {
  vi: 'from, to: ngày đầu, ngày cuối của kỳ (YYYY-MM-DD); level: province, district, commune; unit: mã cơ quan',
  en: 'from, to: first and last day of the period (YYYY-MM-DD); level: province, district, commune; unit: id of a body',
}

/** What is given as open data, each with a dictionary of its columns. The dictionary is the promise: a test holds answers to it. */
export const openDatasets: readonly OpenDataset[] = [
  {
    id: 'form-six',
    title: { vi: 'Tình hình giải quyết thủ tục (mẫu 06)', en: 'How procedures are handled (form 06)' },
    text: {
      vi: 'Số hồ sơ nhận, đã giải quyết, đang giải quyết theo lĩnh vực, thủ tục hoặc cơ quan. Không có dữ liệu cá nhân.',
      en: 'Dossiers received, handled and in progress by field, procedure or body. No personal data.',
    },
    json: '/api/reporting/form-six',
    csv: '/api/reporting/form-six/csv',
    asks: {
      vi: `by: field, procedure hoặc unit; field: một lĩnh vực; ${days.vi}`,
      en: `by: field, procedure or unit; field: one field; ${days.en}`,
    },
    columns: [
      column('id', null, 'Mã ổn định của dòng: cấp và lĩnh vực, mã thủ tục, hoặc mã cơ quan', 'Stable id of the line'),
      column(
        'name',
        formSixHeads[0],
        'Tên lĩnh vực, thủ tục hoặc cơ quan cuối kỳ',
        'Its name at the end of the period',
      ),
      column(
        'level',
        formSixHeads[1],
        'Cấp của thủ tục; của cơ quan thì để trống',
        'Level of the procedure; of a body none',
      ),
      ...formSixFigures.map(({ key, head, means }) => ({ key: key ?? null, head, means })),
    ],
  },
  {
    id: 'service-index',
    title: { vi: 'Bộ chỉ số phục vụ người dân, doanh nghiệp', en: 'Index of serving citizens and enterprises' },
    text: {
      vi: 'Các chỉ số của Quyết định 766/QĐ-TTg, đếm từ từng dòng dữ liệu; có điểm khi tỉnh đã đặt thang điểm.',
      en: 'The indicators of Decision 766/QĐ-TTg, counted from rows; with points where a scale is set.',
    },
    json: '/api/reporting/service-index',
    csv: '/api/reporting/service-index/csv',
    asks: days,
    columns: [
      column('id', indexHeads[0], 'Mã chỉ số', 'Id of the indicator'),
      column('name', indexHeads[1], 'Tên chỉ số', 'Name'),
      column('formula', indexHeads[2], 'Cách tính', 'How it is counted'),
      column('met', indexHeads[3], 'Số đạt', 'How many meet it'),
      column('of', indexHeads[4], 'Tổng số được tính', 'How many are counted'),
      column(
        'times',
        null,
        'Tỷ lệ của chỉ số khác nhân vào (0–1)',
        'Share of another indicator that it is multiplied by (0–1)',
      ),
      column(
        'share',
        indexHeads[5],
        'Tỷ lệ: JSON từ 0 đến 1, CSV là phần trăm',
        'Share: 0 to 1 in JSON, percent in CSV',
      ),
      column('points', indexHeads[6], 'Điểm theo thang đã đặt', 'Points by the scale that is set'),
      column('most', indexHeads[7], 'Điểm tối đa', 'All points that can be had'),
      column('fullAt', null, 'Tỷ lệ (%) đạt trọn điểm', 'Share in percent that gives all points'),
      column('reason', indexHeads[8], 'Vì sao không có số', 'Why there is no figure'),
    ],
  },
  {
    id: 'paper-reuse',
    title: { vi: 'Giấy tờ đã số hóa được dùng lại', en: 'Digitised papers used again' },
    text: {
      vi: 'Trong hồ sơ tiếp nhận trong kỳ mà lúc nộp hoặc lúc bổ sung tỉnh đã có giấy tờ, bao nhiêu hồ sơ dùng lại. Không có dữ liệu cá nhân.',
      en: 'Of dossiers received in the period for which the province had papers, how many used them again. No personal data.',
    },
    json: '/api/reporting/paper-reuse',
    csv: '/api/reporting/paper-reuse/csv',
    asks: { vi: `by: procedure hoặc unit; ${days.vi}`, en: `by: procedure or unit; ${days.en}` },
    columns: [
      column('id', paperReuseHeads[0], 'Mã thủ tục hoặc mã cơ quan', 'Code of the procedure, id of the body'),
      column('name', paperReuseHeads[1], 'Tên', 'Name'),
      column(
        'had',
        paperReuseHeads[2],
        'Hồ sơ mà lúc nộp hoặc lúc bổ sung tỉnh đã có giấy tờ',
        'Dossiers with papers that were had',
      ),
      column('reused', paperReuseHeads[3], 'Trong đó có dùng lại', 'Those that used some again'),
      column(null, paperReuseHeads[4], 'Tỷ lệ phần trăm', 'Share in percent'),
      column('papersHad', paperReuseHeads[5], 'Số loại giấy tờ tỉnh đã có', 'Kinds of papers that were had'),
      column('papersReused', paperReuseHeads[6], 'Số loại giấy tờ dùng lại', 'Kinds used again'),
    ],
  },
  {
    id: 'bodies',
    title: { vi: 'Cơ quan giải quyết thủ tục', en: 'Bodies that decide' },
    text: {
      vi: 'Cơ quan có hồ sơ trong kỳ, mã để hỏi số liệu riêng của cơ quan.',
      en: 'Bodies with dossiers in a period; the id asks for the figures of one.',
    },
    json: '/api/reporting/service-index/bodies',
    csv: null,
    asks: { vi: 'from, to', en: 'from, to' },
    columns: [
      column('id', null, 'Mã cơ quan, dùng ở unit', 'Id, to be given as unit'),
      column('name', null, 'Tên cơ quan', 'Name'),
      column('level', null, 'Cấp: province, district, commune', 'Level'),
    ],
  },
]

const sayColumn = ({ key, head, means }: Column, language: Language) => ({
  key,
  head: head && say(head, language),
  means: say(means, language),
})

/** The catalogue of open data: what there is, on which terms, counted when. */
export async function openData(ctx: Context, terms: Words) {
  const counted = await find(ctx.tx, sql<{ at: Date }>`select at from reporting.counted`)
  return {
    terms: say(terms, ctx.language),
    countedAt: counted?.at ?? null,
    datasets: openDatasets.map(({ title, text, asks, columns, ...one }) => ({
      ...one,
      title: say(title, ctx.language),
      text: say(text, ctx.language),
      asks: say(asks, ctx.language),
      columns: columns.map((each) => sayColumn(each, ctx.language)),
    })),
  }
}
