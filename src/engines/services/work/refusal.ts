import type { ResultTemplate } from '../procedure/procedure-shape.ts'

/** What a refusal is called and says when its procedure does not say it otherwise. The reason is filled in by hand. */
export const refusalTitle: ResultTemplate['title'] = {
  vi: 'Thông báo về việc không giải quyết hồ sơ',
  en: 'Notice that the request is not granted',
}

/** The body of a refusal: what was asked, on what law, why not, and the way to object (02/2011/QH13, 93/2015/QH13). */
export const refusalBlocks: ResultTemplate['blocks'] = [
  { paragraph: 'Kính gửi: {applicant}' },
  {
    fields: [
      { label: 'Thủ tục', value: '{procedure}' },
      { label: 'Mã hồ sơ', value: '{code}' },
      { label: 'Ngày nộp', value: '{filedAt}' },
      { label: 'Căn cứ', value: '{legalBasis}' },
    ],
  },
  { paragraph: '{unit} đã xem xét hồ sơ và không giải quyết được, vì: {reason}' },
  {
    paragraph:
      'Nếu không đồng ý, ông/bà có quyền khiếu nại đến {unit} hoặc khởi kiện tại Tòa án theo quy định của pháp luật.',
  },
]
