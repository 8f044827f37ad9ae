import type { Json } from '#values/layers.ts'
import type { Words } from '#values/words.ts'
import { readAt } from './edit-declaration.ts'
import { conditionTree, isGroup, valuesIn, type ConditionGroup } from './elements/condition-tree.ts'
import type { Control } from './elements/control.ts'
import { boundAsked } from './elements/date-bound.ts'
import { controlsOf, elementAt } from './elements/element-kinds.ts'
import { elementsIn } from './elements/elements-in.ts'
import { formulaRows, type FormulaRows } from './elements/formula-rows.ts'
import { nextRows } from './elements/next-rows.ts'

/** A control that was begun and not finished. */
export interface HalfWritten {
  /** Of the control in the declaration. */
  readonly path: string
  readonly words: Words
}

/** What is missing within a control of several fields: which line, and what to do there. The schema names the control alone. */
export const halfWritten = (declaration: Json): HalfWritten[] =>
  elementsIn(declaration).flatMap((element) => {
    const said = element === '' ? declaration : readAt(declaration, element)
    return controlsOf(elementAt(element).kind, said).flatMap((control) => {
      const path = element === '' ? control.path : `${element}.${control.path}`
      const value = readAt(declaration, path)
      return value === undefined ? [] : missingIn(control, value).map((words) => ({ path, words }))
    })
  })

function missingIn({ as }: Control, value: Json): Words[] {
  switch (as) {
    case 'condition':
      return missingInCondition(conditionTree(value))
    case 'next':
      return missingInNext(value)
    case 'formula':
      return missingInFormula(formulaRows(value))
    case 'bound':
      return missingInBound(value)
    default:
      return []
  }
}

const word = (vi: string, en: string): Words => ({ vi, en })

function missingInCondition({ parts }: ConditionGroup, number = ''): Words[] {
  if (parts.length === 0 && number !== '')
    return [
      word(
        `nhóm ${number} chưa có dòng nào; chọn câu hỏi trong nhóm, hoặc bỏ nhóm`,
        `group ${number} has no line; choose a question in it, or take it away`,
      ),
    ]
  return parts.flatMap((part, at) => {
    const own = number === '' ? `${at + 1}` : `${number}.${at + 1}`
    if (isGroup(part)) return missingInCondition(part, own)
    const needsNone = part.op === 'given' || part.op === 'missing'
    const isSaid = part.op === 'in' ? valuesIn(part.value).length > 0 : part.value.trim() !== ''
    return needsNone || isSaid
      ? []
      : [
          word(
            `dòng ${own} chưa có giá trị; chọn giá trị, hoặc bỏ dòng`,
            `line ${own} has no value; choose one, or take it away`,
          ),
        ]
  })
}

function missingInNext(value: Json): Words[] {
  const { kind, to, cases } = nextRows(value)
  const inCases = cases.flatMap((way, at) => {
    const number = at + 1
    const where = ({ vi, en }: Words) => word(`trường hợp ${number}: ${vi}`, `case ${number}: ${en}`)
    return [
      ...(way.if.parts.length === 0
        ? [where(word('chưa có điều kiện; chọn câu hỏi, hoặc bỏ trường hợp', 'has no condition; choose a question'))]
        : missingInCondition(way.if).map(where)),
      ...(way.to.length === 0
        ? [where(word('chưa chọn bước; chọn ở “thì sang”', 'leads nowhere; choose a step'))]
        : []),
    ]
  })
  if (kind === 'cases' && cases.length === 0)
    return [
      word('chưa có trường hợp nào; chọn câu hỏi ở trường hợp đầu', 'has no case; choose the question of the first'),
    ]
  const nowhere =
    to.length > 0
      ? []
      : [
          kind === 'cases'
            ? word('chưa chọn bước cho mọi trường hợp còn lại; chọn một bước', 'leads nowhere otherwise; choose a step')
            : word('chưa chọn bước nào; chọn bước đi tiếp', 'no step is chosen; choose what follows'),
        ]
  return [...inCases, ...nowhere]
}

function missingInFormula({ kind, terms, rows, from, to, days, list, code, chosen }: FormulaRows): Words[] {
  const date = word('chưa chọn ngày; chọn câu hỏi về ngày', 'a date is missing; choose the question')
  switch (kind) {
    case '':
      return [word('chưa chọn cách tính; chọn một', 'no calculation is chosen; choose one')]
    case 'sum':
      return terms.length > 0 ? [] : [word('chưa chọn số nào để cộng; chọn ít nhất một', 'nothing to sum; choose one')]
    case 'difference':
      return terms.length === 2 ? [] : [word('cần đúng hai số: số trước trừ số sau', 'needs exactly two numbers')]
    case 'product':
      return terms.length > 1 ? [] : [word('cần từ hai số trở lên để nhân', 'needs two numbers or more')]
    case 'count':
      return rows !== '' ? [] : [word('chưa chọn bảng hoặc nhóm để đếm; chọn một', 'choose the rows to count')]
    case 'plusDays':
      return [
        ...(from === '' ? [date] : []),
        ...(days === '' ? [word('chưa ghi cộng mấy ngày', 'the days are missing')] : []),
      ]
    case 'listed':
      return [
        ...(list === '' ? [word('chưa chọn danh mục; chọn một', 'choose the code list')] : []),
        ...(code === '' && chosen === ''
          ? [word('chưa chọn dòng nào của danh mục; chọn câu hỏi, hoặc ghi mã', 'choose the entry')]
          : []),
      ]
    default:
      return from === '' || to === '' ? [date] : []
  }
}

function missingInBound(value: Json): Words[] {
  const { kind, date, field } = boundAsked(value)
  if (kind === 'date' && date === '') return [word('chưa chọn ngày; chọn một ngày', 'choose the day')]
  return kind === 'field' && field === ''
    ? [word('chưa chọn câu trả lời; chọn câu hỏi về ngày', 'choose the answer')]
    : []
}
