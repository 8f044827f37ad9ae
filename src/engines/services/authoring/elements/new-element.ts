import type { Json } from '#values/layers.ts'
import { readAt, type Edit } from '../edit-declaration.ts'
import { elementAt } from './element-kinds.ts'

const empty = { vi: '', en: '' }

/** A new element at the end of a list, ready to be filled in, with an id that nothing else there has. */
export function newElement(
  declaration: Json,
  list: string,
): { readonly edit: Edit; readonly path: string } | undefined {
  const { kind, rest } = elementAt(`${list}.0`)
  const make = blanks[kind.path]
  if (rest !== '' || make === undefined) return undefined
  const holder = readAt(declaration, list)
  const count = holder === undefined ? 0 : Object.keys(holder as object).length
  const value = make((stem) => freeId(declaration, stem))
  if (list !== 'process.steps') return { edit: { do: 'add', path: list, value }, path: `${list}.${count}` }
  const key = freeId(declaration, 'step-')
  return { edit: { do: 'add', path: list, key, value }, path: `${list}.${key}` }
}

type Blank = (free: (stem: string) => string) => Json

const newField: Blank = (free) => ({ id: free('field'), type: 'text', label: empty })
const newOption: Blank = (free) => ({ value: free('option-'), label: empty })

const blanks: Readonly<Record<string, Blank>> = {
  'timeLimits.*': () => ({ amount: 5, unit: 'working-day' }),
  'fees.*': () => ({ id: 'fee', name: { vi: 'Lệ phí', en: 'Fee' }, amount: 0, payAt: 'reception' }),
  'onlineLevel.*': () => ({ level: 3 }),
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
  'results.*.blocks.*': () => ({ paragraph: '' }),
  'results.*.blocks.*.fields.*': () => ({ label: '', value: '' }),
}

/** What a block of a result may be, beside a paragraph. */
export const blockKinds = {
  paragraph: { paragraph: '' },
  fields: { fields: [{ label: '', value: '' }] },
  article: { article: 'Điều 1', text: '' },
} as const satisfies Record<string, Json>

/** The first of `paper-1`, `paper-2`… that stands nowhere in the declaration as an id, value or key. */
function freeId(declaration: Json, stem: string): string {
  const taken = JSON.stringify(declaration)
  let number = 1
  while (taken.includes(`"${stem}${number}"`)) number++
  return `${stem}${number}`
}
