import type { Json } from '#values/layers.ts'
import type { Form } from '#engines/forms/declare.ts'
import { editDeclaration, readAt, type Edit } from '../edit-declaration.ts'
import { conditionOf, type ConditionRow } from './condition-rows.ts'
import type { Control } from './control.ts'
import { controlsOf, elementAt } from './element-kinds.ts'
import { editsOfType } from './field-type.ts'
import { nextOf, type NextRows } from './next-rows.ts'

/** What was typed into the controls of one element, by the names that the screen gives them. */
export interface Typed {
  text(name: string): string | undefined
  all(name: string): readonly string[]
}

/** The changes that make an element say what was typed. A control that was not on the screen changes nothing. */
export function editsOf(declaration: Json, element: string, typed: Typed): Edit[] {
  const { kind } = elementAt(element)
  const now = element === '' ? declaration : readAt(declaration, element)
  const form = readAt(declaration, 'form') as Form | undefined
  return controlsOf(kind, now).flatMap((control): Edit[] => {
    if (typed.text(markOf(control)) === undefined) return []
    const path = element === '' ? control.path : `${element}.${control.path}`
    const said = readAt(declaration, path)
    const value = valueOf(control, typed, { form, said })
    if (value === undefined) return said === undefined ? [] : emptied(declaration, path)
    if (JSON.stringify(value) === JSON.stringify(said)) return []
    const follow = control.path === 'type' ? editsOfType(element, now as Json, String(value)) : []
    return [{ do: 'set', path, value }, ...follow]
  })
}

/** What shows that a control was on the screen: one that is kept as it is, because it says more than lines can, has none. */
const markOf = ({ as, path }: Control): string =>
  as === 'condition' ? `${path}.join` : as === 'next' ? `${path}.kind` : `${path}:shown`

interface Around {
  readonly form: Form | undefined
  readonly said: Json | undefined
}

/** A part that has nothing left in it goes as a whole, such as the place of a step. */
function emptied(declaration: Json, path: string): Edit[] {
  const removal: Edit = { do: 'remove', path }
  const above = path.split('.').slice(0, -1).join('.')
  const left = above === '' ? undefined : readAt(editDeclaration(declaration, [removal]), above)
  const isBare = left !== undefined && !Array.isArray(left) && Object.keys(left as object).length === 0
  return [isBare && elementAt(above).rest !== '' ? { do: 'remove', path: above } : removal]
}

function valueOf(control: Control, typed: Typed, { form, said }: Around): Json | undefined {
  const { path } = control
  const text = typed.text(path)?.trim() ?? ''
  switch (control.as) {
    case 'text':
    case 'long-text':
    case 'date':
    case 'choice':
      return text === '' ? undefined : text
    case 'number':
      return numberOf(text)
    case 'tick':
      return text === '' ? undefined : true
    case 'lines':
      return linesOf(text, said)
    case 'choices':
      return typed.all(path).length === 0 && isLeftOut.has(path) ? undefined : [...typed.all(path)]
    case 'words':
      return wordsOf(typed.text(`${path}.vi`)?.trim() ?? '', typed.text(`${path}.en`)?.trim() ?? '')
    case 'condition':
      return conditionTyped(path, typed, form)
    case 'actor':
      return actorTyped(path, typed)
    case 'next':
      return nextTyped(path, typed, form)
    case 'parts':
      return Object.fromEntries(
        typed.all(`${path}.asked`).flatMap((part) => {
          const must = typed.text(`${path}.${part}`)
          return must === 'required' || must === 'optional' ? [[part, must]] : []
        }),
      )
  }
}

/** One entry a line; an entry that says more than its line, such as the days of a law, keeps it. */
const linesOf = (text: string, said: Json | undefined): Json[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => (Array.isArray(said) ? said : []).find((one: Json) => readAt(one, 'law') === line) ?? line)

/** Lists that are not said at all when nothing is in them. */
const isLeftOut: ReadonlySet<string> = new Set(['join', 'coApplicants.pages'])

/** What cannot be read as a number stays as it was typed, and the check names it. */
function numberOf(text: string): Json | undefined {
  if (text === '') return undefined
  const plain = text.replace(/[.\s](?=\d{3}\b)/g, '').replace(',', '.')
  const number = Number(plain)
  return Number.isFinite(number) ? number : text
}

const wordsOf = (vi: string, en: string): Json | undefined =>
  vi === '' && en === '' ? undefined : { vi, en: en || vi }

function conditionTyped(path: string, typed: Typed, form: Form | undefined): Json | undefined {
  const rows = rowsTyped(path, typed)
  return conditionOf({ join: typed.text(`${path}.join`) === 'any' ? 'any' : 'all', rows }, form)
}

function rowsTyped(path: string, typed: Typed): (ConditionRow & { to: string })[] {
  const rows: (ConditionRow & { to: string })[] = []
  for (let at = 0; typed.text(`${path}.${at}.field`) !== undefined; at++) {
    const said = (name: string) => typed.text(`${path}.${at}.${name}`) ?? ''
    rows.push({ field: said('field'), op: said('op'), value: said('value'), to: said('to') })
  }
  return rows
}

function actorTyped(path: string, typed: Typed): Json {
  const said = (name: string) => typed.text(`${path}.${name}`)?.trim() ?? ''
  const unit = said('unit')
  const keys = said('division')
    .split(',')
    .map((key) => key.trim())
    .filter((key) => key !== '')
  const division = keys.length === 0 || unit === 'receiver' ? {} : { division: keys.length === 1 ? keys[0]! : keys }
  const named =
    unit === 'agency'
      ? { key: said('key') }
      : unit === 'above'
        ? { tier: said('tier') }
        : unit === 'area'
          ? { field: said('field') }
          : {}
  return { at: { unit, ...named, ...division }, function: said('function') }
}

function nextTyped(path: string, typed: Typed, form: Form | undefined): Json | undefined {
  const kind = (typed.text(`${path}.kind`) ?? 'end') as NextRows['kind']
  const to = typed.text(`${path}.to`) ?? ''
  return nextOf({ kind, to, several: typed.all(`${path}.several`), cases: rowsTyped(path, typed) }, form)
}
