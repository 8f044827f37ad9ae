import type { Words } from '#values/words.ts'
import { fieldTypeWords } from '../type-words.ts'

/** What is said to whoever declares a form: what is wrong there, and what to write instead. */
export const teach = {
  duplicate: (id: string): Words => ({
    vi: `Tên dữ liệu ${id} đã dùng ở trên. Mỗi tên chỉ dùng một lần; đổi tên này.`,
    en: `The id ${id} is used above already. Each id is used once; change this one.`,
  }),
  emptyPage: (id: string): Words => ({
    vi: `Trang ${id} không có câu hỏi nào. Thêm câu hỏi hoặc bỏ trang.`,
    en: `Page ${id} has no question. Add one or remove the page.`,
  }),
  noPages: { vi: 'Mẫu chưa có trang nào. Thêm ít nhất một trang.', en: 'The form has no page. Add at least one.' },
  unknownField: (path: string, near: string | undefined): Words => ({
    vi: `Không có câu hỏi ${path}.${near === undefined ? '' : ` Có phải là ${near}?`}`,
    en: `There is no question ${path}.${near === undefined ? '' : ` Did you mean ${near}?`}`,
  }),
  laterField: (path: string): Words => ({
    vi: `Câu hỏi ${path} đứng sau câu này. Chỉ được dựa vào câu đã hỏi trước; chuyển ${path} lên trên.`,
    en: `The question ${path} comes after this one. Only earlier answers can be looked at; move ${path} up.`,
  }),
  column: (path: string): Words => ({
    vi: `${path} có ở nhiều dòng, không biết dòng nào. Dùng một trường tính (tổng hoặc đếm) rồi dựa vào đó.`,
    en: `${path} is there in many rows, so it is not clear which. Add a computed field (sum or count) and look at that.`,
  }),
  wrongKind: (path: string, type: string, needed: Words): Words => ({
    vi: `${path} là kiểu ${typeIn(type)}, chỗ này cần ${needed.vi}.`,
    en: `${path} is of type ${type}; here ${needed.en} is needed.`,
  }),
  noOption: (path: string, value: string, options: readonly string[]): Words => ({
    vi: `${path} không có lựa chọn ${value}. Các lựa chọn: ${options.join(', ')}.`,
    en: `${path} has no option ${value}. Its options: ${options.join(', ')}.`,
  }),
  unknownPrefill: (path: string, near: string | undefined): Words => ({
    vi: `Hồ sơ người nộp không có ${path}.${near === undefined ? '' : ` Có phải là ${near}?`}`,
    en: `The applicant's profile has no ${path}.${near === undefined ? '' : ` Did you mean ${near}?`}`,
  }),
  prefillKind: (path: string, type: string): Words => ({
    vi: `${path} không điền sẵn được vào kiểu ${type}. Dùng kiểu của phần đó trong hồ sơ.`,
    en: `${path} does not fit the type ${type}. Use the type that this part of the profile has.`,
  }),
  prefillInRows: {
    vi: 'Trong nhóm hoặc bảng không điền sẵn được: không biết dòng nào. Chọn “Không điền sẵn” (bỏ prefill).',
    en: 'Nothing is filled in beforehand in a group or table: it is not clear in which row. Remove prefill.',
  },
  optionsOrList: {
    vi: 'Câu chọn cần các lựa chọn tự ghi (options) hoặc một danh mục (codeList), chỉ một trong hai.',
    en: 'A choice needs options or codeList, exactly one of them.',
  },
  unknownList: (name: string, near: string | undefined): Words => ({
    vi: `Không có danh mục ${name}.${near === undefined ? '' : ` Có phải là ${near}?`} Chọn danh mục khác, hoặc nhờ quản trị hệ thống khai báo (defineCodeList).`,
    en: `There is no code list ${name}.${near === undefined ? '' : ` Did you mean ${near}?`} Declare it with defineCodeList.`,
  }),
  noValue: (name: string, codes: readonly string[]): Words => ({
    vi: `Danh mục ${name} được dùng để tính, nhưng thiếu value ở: ${codes.join(', ')}.`,
    en: `The list ${name} is calculated with, but has no value for: ${codes.join(', ')}.`,
  }),
  minAboveMax: (min: string | number, max: string | number): Words => ({
    vi: `Nhỏ nhất ${min} lại lớn hơn lớn nhất ${max}. Đổi lại.`,
    en: `The least, ${min}, is above the most, ${max}. Change one.`,
  }),
  yearAsNumber: {
    vi: 'Đây là năm, viết dạng số sẽ thành 2.020. Dùng kiểu Ngày, chỉ cần biết đến năm (date, precision year).',
    en: 'This is a year; as a number it would be written 2.020. Use the type date with precision year.',
  },
  noParts: {
    vi: 'Chưa hỏi phần nào. Chọn ít nhất một phần (parts).',
    en: 'No part is asked. Name at least one in parts.',
  },
} as const

/** A type as the editor calls it, with the word of declarations behind. */
function typeIn(type: string): string {
  const words = (fieldTypeWords as Readonly<Record<string, Words>>)[type]
  return words === undefined ? type : `“${words.vi}” (${type})`
}
