import type { Json } from '#values/layers.ts'
import type { Words } from '#values/words.ts'
import { DossierKind } from '#engines/notification/contract.ts'
import { readAt, type Edit } from '../edit-declaration.ts'
import { elementAt } from './element-kinds.ts'

const empty = { vi: '', en: '' }

/** A new element at the end of a list, ready to be filled in, with an id that nothing else there has. */
export function newElement(
  declaration: Json,
  list: string,
  block: BlockKind = 'paragraph',
): { readonly edit: Edit; readonly path: string } | undefined {
  const { kind, rest } = elementAt(`${list}.0`)
  const make = blanks[kind.path]
  if (rest !== '' || make === undefined) return undefined
  const holder = readAt(declaration, list)
  const count = holder === undefined ? 0 : Object.keys(holder as object).length
  const value =
    kind.path === 'results.*.blocks.*' ? blockKinds[block] : make((stem) => freeId(declaration, stem), declaration)
  if (list !== 'process.steps') return { edit: { do: 'add', path: list, value }, path: `${list}.${count}` }
  const key = freeId(declaration, 'step-')
  return { edit: { do: 'add', path: list, key, value }, path: `${list}.${key}` }
}

/** Lists that are not said at all when nothing is in them: a procedure without members is no bundle. */
const isLeftOut: ReadonlySet<string> = new Set(['bundle', 'messages'])

/** What takes an element away, with its list where nothing is left in it. */
export function removalOf(declaration: Json, path: string): Edit {
  const list = path.split('.').slice(0, -1).join('.')
  const left = isLeftOut.has(list) ? readAt(declaration, list) : undefined
  return { do: 'remove', path: Array.isArray(left) && left.length === 1 ? list : path }
}

type Blank = (free: (stem: string) => string, declaration: Json) => Json

const newField: Blank = (free) => ({ id: free('field'), type: 'text', label: empty })
const newOption: Blank = (free) => ({ value: free('option-'), label: empty })

/** Of the things that are told, the first that the procedure has no words for. */
const nextEvent = (declaration: Json): Json => {
  const said = JSON.stringify(readAt(declaration, 'messages') ?? [])
  return mostOwn.find((event) => !said.includes(`"${event}"`)) ?? 'dossier.ready'
}

/** What procedures word for themselves most, first. */
const mostOwn = [
  ...new Set<DossierKind>(['dossier.ready', 'dossier.supplement-asked', 'dossier.received', ...DossierKind.options]),
]

const blanks: Readonly<Record<string, Blank>> = {
  'timeLimits.*': () => ({ amount: 5, unit: 'working-day' }),
  'fees.*': () => ({ id: 'fee', name: { vi: 'Lệ phí', en: 'Fee' }, amount: 0, payAt: 'reception' }),
  'fees.*.exemptions.*': (free) => ({ ground: free('exempt-'), name: empty, percent: 100 }),
  'onlineLevel.*': () => ({ level: 3 }),
  'bundle.*': () => ({ code: '', answers: {}, papers: {} }),
  'questions.*': () => ({ ask: empty, answer: empty }),
  'papers.*': (free) => ({ id: free('paper-'), name: empty, form: 'copy', accept: ['image', 'pdf'] }),
  'form.pages.*': (free) => ({ id: free('page-'), title: empty, fields: [] }),
  'form.pages.*.fields.*': newField,
  'form.pages.*.fields.*.fields.*': newField,
  'form.pages.*.fields.*.columns.*': newField,
  'form.pages.*.fields.*.options.*': newOption,
  'form.pages.*.fields.*.fields.*.options.*': newOption,
  'process.steps.*': () => ({
    name: empty,
    kind: 'work',
    by: { at: { unit: 'owner' }, function: 'specialist' },
    hours: 8,
    back: [],
    may: [],
    consult: [],
  }),
  'process.steps.*.consult.*': (free) => ({
    id: free('consult-'),
    name: empty,
    by: { at: { unit: 'agency', key: '' }, function: 'specialist' },
    hours: 16,
    silence: 'consent',
  }),
  'results.*': (free) => ({
    id: free('result-'),
    title: empty,
    outcome: 'granted',
    notation: '',
    signer: { position: 'GIÁM ĐỐC' },
    blocks: [],
    recipients: [],
  }),
  'messages.*': (_, declaration) => ({ event: nextEvent(declaration), plain: '', accented: '' }),
  'results.*.blocks.*': () => ({ paragraph: '' }),
  'results.*.blocks.*.fields.*': () => ({ label: '', value: '' }),
}

/** What a block of a result may be. */
export const blockKinds = {
  paragraph: { paragraph: '' },
  fields: { fields: [{ label: '', value: '' }] },
  article: { article: 'Điều 1', text: '' },
} as const satisfies Record<string, Json>
export type BlockKind = keyof typeof blockKinds

/** The first of `paper-1`, `paper-2`… that stands nowhere in the declaration as an id, value or key. */
function freeId(declaration: Json, stem: string): string {
  const taken = JSON.stringify(declaration)
  let number = 1
  while (taken.includes(`"${stem}${number}"`)) number++
  return `${stem}${number}`
}

/** The lists that an element holds, to which something may be added where it is open. */
export function listsInside(
  element: Json | undefined,
  path: string,
): { readonly list: string; readonly adds: Words }[] {
  const { kind } = elementAt(path)
  const says = (key: string) => element !== undefined && readAt(element, key) !== undefined
  const type = element === undefined ? undefined : readAt(element, 'type')
  const inside = (key: string, adds: Words) => [{ list: `${path}.${key}`, adds }]
  if (kind.path === 'process.steps.*')
    return inside('consult', { vi: 'Hỏi ý kiến đơn vị khác', en: 'Ask another unit' })
  if (kind.path === 'fees.*') return inside('exemptions', { vi: 'Thêm diện miễn, giảm', en: 'Add an exemption' })
  if (kind.path === 'results.*.blocks.*')
    return says('fields') ? inside('fields', { vi: 'Thêm dòng', en: 'Add a row' }) : []
  if (type === 'choice') return says('codeList') ? [] : inside('options', { vi: 'Thêm lựa chọn', en: 'Add an option' })
  if (type === 'group') return inside('fields', { vi: 'Thêm câu hỏi vào nhóm', en: 'Add a question to the group' })
  return type === 'table' ? inside('columns', { vi: 'Thêm cột', en: 'Add a column' }) : []
}
