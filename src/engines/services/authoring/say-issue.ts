import type { z } from 'zod'
import type { Words } from '#values/words.ts'

type Issue = z.core.$ZodIssue

/** What the schema of procedures says of a wrong place, and what to do there; whoever reads it has never seen the schema. */
export function sayIssue(issue: Issue): Words {
  // The schema of processes says everything in both languages.
  if (issue.message.includes(' · ')) {
    const [vi = '', en = ''] = issue.message.split(' · ')
    return { vi, en }
  }
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined) return emptyPlace
      return issue.expected === 'number'
        ? { vi: 'phải là số; viết bằng chữ số', en: 'must be a number' }
        : { vi: 'chưa điền đúng; điền lại', en: 'is not filled in rightly; fill it in again' }
    case 'too_small':
      if (issue.path.join('.') === 'bundle')
        return {
          vi: `gói cần từ ${issue.minimum} thủ tục trở lên; thêm thủ tục cùng nộp, hoặc bỏ hết`,
          en: `a bundle needs ${issue.minimum} procedures; add one, or take all away`,
        }
      if (issue.origin === 'string') return emptyPlace
      return issue.origin === 'array'
        ? { vi: `cần ít nhất ${issue.minimum}; thêm vào`, en: `needs at least ${issue.minimum}; add one` }
        : { vi: `phải từ ${issue.minimum} trở lên`, en: `must be at least ${issue.minimum}` }
    case 'too_big':
      return issue.origin === 'string'
        ? {
            vi: `dài quá ${issue.maximum} chữ; rút ngắn lại`,
            en: `is longer than ${issue.maximum} letters; shorten it`,
          }
        : { vi: `nhiều nhất ${issue.maximum}`, en: `at most ${issue.maximum}` }
    case 'invalid_format':
      return {
        vi: 'viết chưa đúng dạng: tên dữ liệu chỉ gồm chữ không dấu, số, gạch nối; số hiệu văn bản như 61/2018/NĐ-CP',
        en: 'is not in the right form: data names are letters, digits, dashes; laws are written like 61/2018/NĐ-CP',
      }
    case 'invalid_value':
    case 'invalid_union':
      return { vi: 'chưa chọn, hoặc chưa chọn đủ; chọn lại', en: 'is not chosen, or not wholly; choose again' }
    case 'unrecognized_keys':
      return {
        vi: `không dùng được với kiểu này: ${issue.keys.join(', ')}; đổi lại kiểu hoặc xóa mục đó`,
        en: `cannot be said of this type: ${issue.keys.join(', ')}; change the type or take it away`,
      }
    default:
      return ofWhole[issue.path.join('.')] ?? { vi: `chưa đúng: ${issue.message}`, en: issue.message }
  }
}

const emptyPlace: Words = { vi: 'chưa điền; điền vào', en: 'is empty; fill it in' }

/** What a procedure lacks as a whole. */
const ofWhole: Readonly<Record<string, Words>> = {
  form: { vi: 'chưa có biểu mẫu; thêm ít nhất một trang', en: 'there is no form; add a page' },
  process: { vi: 'chưa có quy trình; thêm các bước', en: 'there is no process; add steps' },
  receivedAt: { vi: 'chưa chọn nơi tiếp nhận', en: 'say at which tier it is received' },
  results: { vi: 'chưa có văn bản cấp khi đồng ý; thêm một', en: 'say what is issued when it is granted' },
}
