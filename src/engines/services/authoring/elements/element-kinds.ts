import type { Json } from '#values/layers.ts'
import type { Words } from '#values/words.ts'
import { readAt } from '../edit-declaration.ts'
import type { Control } from './control.ts'
import { factControls, levelControls, memberControls, paperControls, questionControls } from './fact-controls.ts'
import { exemptionControls, feeControls, limitControls } from './fee-controls.ts'
import { messageControls } from './message-controls.ts'
import { choiceControls, fieldControls, pageControls } from './form-controls.ts'
import {
  blockControls,
  blockRowControls,
  consultControls,
  processControls,
  resultControls,
  stepControls,
} from './process-controls.ts'

/** The parts in which a procedure is edited, in the order of the tabs. */
export const sections = ['facts', 'form', 'papers', 'process', 'fees', 'results', 'messages'] as const
export type Section = (typeof sections)[number]

export const sectionWords: Readonly<Record<Section, Words>> = {
  facts: { vi: 'Mô tả', en: 'Facts' },
  form: { vi: 'Biểu mẫu', en: 'Form' },
  papers: { vi: 'Giấy tờ', en: 'Papers' },
  process: { vi: 'Quy trình', en: 'Process' },
  fees: { vi: 'Phí, thời hạn', en: 'Fees, limits' },
  results: { vi: 'Kết quả', en: 'Results' },
  messages: { vi: 'Tin báo', en: 'Messages' },
}

/** A kind of thing that a declaration is made of; `path` with `*` for positions and keys. */
export interface ElementKind {
  readonly path: string
  readonly section: Section
  readonly called: Words
  readonly controls: readonly Control[]
  /** Where its own name stands. */
  readonly named?: string
}

const kind = (
  path: string,
  section: Section,
  called: Words,
  controls: readonly Control[],
  named?: string,
): ElementKind => ({ path, section, called, controls, ...(named !== undefined && { named }) })

const field: Words = { vi: 'câu hỏi', en: 'question' }

export const elementKinds: readonly ElementKind[] = [
  kind('timeLimits.*', 'fees', { vi: 'thời hạn', en: 'time limit' }, limitControls, 'note.vi'),
  kind('fees.*', 'fees', { vi: 'khoản thu', en: 'fee' }, feeControls, 'name.vi'),
  kind('fees.*.exemptions.*', 'fees', { vi: 'diện miễn, giảm', en: 'exemption' }, exemptionControls, 'name.vi'),
  kind('onlineLevel.*', 'facts', { vi: 'mức trực tuyến', en: 'online level' }, levelControls),
  kind('bundle.*', 'facts', { vi: 'thủ tục cùng nộp', en: 'procedure filed with it' }, memberControls, 'code'),
  kind('questions.*', 'facts', { vi: 'hỏi đáp', en: 'question and answer' }, questionControls, 'ask.vi'),
  kind('papers.*', 'papers', { vi: 'giấy tờ', en: 'paper' }, paperControls, 'name.vi'),
  kind('form.pages.*', 'form', { vi: 'trang', en: 'page' }, pageControls, 'title.vi'),
  kind('form.pages.*.fields.*', 'form', field, fieldControls, 'label.vi'),
  kind('form.pages.*.fields.*.options.*', 'form', { vi: 'lựa chọn', en: 'option' }, choiceControls, 'label.vi'),
  kind('form.pages.*.fields.*.fields.*', 'form', field, fieldControls, 'label.vi'),
  kind(
    'form.pages.*.fields.*.fields.*.options.*',
    'form',
    { vi: 'lựa chọn', en: 'option' },
    choiceControls,
    'label.vi',
  ),
  kind('form.pages.*.fields.*.columns.*', 'form', { vi: 'cột', en: 'column' }, fieldControls, 'label.vi'),
  kind('process', 'process', { vi: 'quy trình', en: 'process' }, processControls),
  kind('process.steps.*', 'process', { vi: 'bước', en: 'step' }, stepControls, 'name.vi'),
  kind('process.steps.*.consult.*', 'process', { vi: 'hỏi ý kiến', en: 'consultation' }, consultControls, 'name.vi'),
  kind('results.*', 'results', { vi: 'văn bản', en: 'paper' }, resultControls, 'title.vi'),
  kind('results.*.blocks.*', 'results', { vi: 'đoạn', en: 'block' }, blockControls),
  kind('messages.*', 'messages', { vi: 'tin báo', en: 'message' }, messageControls),
  kind('results.*.blocks.*.fields.*', 'results', { vi: 'dòng', en: 'row' }, blockRowControls, 'label'),
]

/** The facts of the whole stand at no path of their own. */
export const factsKind: ElementKind = kind('', 'facts', { vi: 'mô tả', en: 'facts' }, factControls)

const fits = (pattern: readonly string[], keys: readonly string[]): boolean =>
  pattern.length <= keys.length && pattern.every((part, at) => part === '*' || part === keys[at])

/** The innermost element in which a path lies, and what of it is meant; the facts where no other does. */
export function elementAt(path: string): {
  readonly kind: ElementKind
  readonly element: string
  readonly rest: string
} {
  const keys = path === '' ? [] : path.split('.')
  const found = elementKinds
    .map((one) => ({ one, pattern: one.path.split('.') }))
    .filter(({ pattern }) => fits(pattern, keys))
    .toSorted((a, b) => b.pattern.length - a.pattern.length)[0]
  if (found === undefined) return { kind: factsKind, element: '', rest: path }
  const { length } = found.pattern
  return { kind: found.one, element: keys.slice(0, length).join('.'), rest: keys.slice(length).join('.') }
}

/** The kind of which a path holds the list: `timeLimits`, `form.pages.0.fields`; the whole form holds its pages. */
export function listAt(path: string): ElementKind | undefined {
  const keys = [...(path === 'form' ? ['form', 'pages'] : path.split('.')), '0']
  return elementKinds.find((one) => {
    const pattern = one.path.split('.')
    return one.path.endsWith('.*') && pattern.length === keys.length && fits(pattern, keys)
  })
}

/** The controls of an element as it is: those that its type has. */
export const controlsOf = ({ controls }: ElementKind, element: Json | undefined): Control[] =>
  controls.filter(({ only }) => {
    if (only === undefined) return true
    const [key, ...values] = only
    const said = element === undefined ? undefined : readAt(element, key)
    return values.length === 0 ? said !== undefined : typeof said === 'string' && values.includes(said)
  })

const isPosition = (key: string) => /^\d+$/.test(key)

/** Where a path lies as people say it: `trang 2 “Nội dung”, câu hỏi 7 “Số vé”, Kiểu`. */
export function sayWhere(declaration: Json, path: string): Words {
  const { kind: innermost, element, rest } = elementAt(path)
  const keys = element === '' ? [] : element.split('.')
  const steps = keys.flatMap((key, at) => {
    const upTo = keys.slice(0, at + 1).join('.')
    const one = elementKinds.find((other) => other.path.split('.').length === at + 1 && elementAt(upTo).kind === other)
    if (one === undefined || !(one === innermost || one.path.endsWith('*'))) return []
    const said = readAt(declaration, one.named === undefined ? upTo : `${upTo}.${one.named}`)
    const name = typeof said === 'string' && said !== '' ? ` “${said}”` : ''
    const number = isPosition(key) ? ` ${Number(key) + 1}` : ''
    return [{ vi: `${one.called.vi}${number}${name}`, en: `${one.called.en}${number}${name}` }]
  })
  const control = innermost.controls.find(({ path: own }) => rest === own || rest.startsWith(`${own}.`))
  const part = control?.label ?? listAt(path)?.called
  const parts = [...steps, ...(part === undefined ? [] : [part])]
  if (parts.length === 0) return innermost.section === 'facts' ? sectionWords.facts : innermost.called
  return { vi: parts.map(({ vi }) => vi).join(', '), en: parts.map(({ en }) => en).join(', ') }
}
