import type { Json } from '#values/layers.ts'
import { editDeclaration, readAt, type Edit } from '../edit-declaration.ts'
import { askedQuestions, type AskedQuestion } from './asked-questions.ts'
import { conditionOf } from './condition-tree.ts'
import { conditionTyped } from './condition-typed.ts'
import type { Control } from './control.ts'
import { boundAsked, boundOf } from './date-bound.ts'
import { controlsOf, elementAt } from './element-kinds.ts'
import { editsOfType } from './field-type.ts'
import { formulaOf, formulaRows } from './formula-rows.ts'
import { lawRows, lawsOf } from './law-rows.ts'
import { nextOf } from './next-rows.ts'
import { nextTyped } from './next-typed.ts'
import { numberTyped } from './number-typed.ts'
import {
  actorTyped,
  boundTyped,
  divisionTyped,
  formulaTyped,
  lawsTyped,
  memberAnswersTyped,
  memberPapersTyped,
  partsTyped,
  partWordsTyped,
} from './pieces-typed.ts'
import { typedAt, type Typed } from './typed.ts'

export type { Typed } from './typed.ts'

/** The changes that make an element say what was typed. A control that was not on the screen changes nothing. */
export function editsOf(declaration: Json, element: string, typed: Typed): Edit[] {
  const { kind } = elementAt(element)
  const now = element === '' ? declaration : readAt(declaration, element)
  const questions = askedQuestions(declaration, element)
  return controlsOf(kind, now).flatMap((control): Edit[] => {
    if (typed.text(`${control.path}:shown`) === undefined) return []
    const path = element === '' ? control.path : `${element}.${control.path}`
    const said = readAt(declaration, path)
    const value = valueOf(control, typed, { questions, said })
    if (value === undefined) return said === undefined ? [] : emptied(declaration, path)
    if (inOrder(value, control) === inOrder(said, control)) return []
    const follow = control.path === 'type' && typeof value === 'string' ? editsOfType(element, now as Json, value) : []
    return [{ do: 'set', path, value }, ...follow]
  })
}

interface Around {
  readonly questions: readonly AskedQuestion[]
  readonly said: Json | undefined
}

/** What is ticked, or asked of a person, has no order. */
function inOrder(value: Json | undefined, { as }: Control): string | undefined {
  if (as === 'choices' && Array.isArray(value))
    return JSON.stringify(new Set(value).size === value.length ? sorted(value) : value)
  if (as === 'parts' && typeof value === 'object') return JSON.stringify(sorted(Object.entries(value ?? {})))
  return JSON.stringify(value)
}

/** In an order that only what stands there decides. */
const sorted = (values: readonly unknown[]): string[] =>
  values.map((one) => JSON.stringify(one)).toSorted((a, b) => (a < b ? -1 : 1))

/** A part that has nothing left in it goes as a whole, such as the place of a step. */
function emptied(declaration: Json, path: string): Edit[] {
  const removal: Edit = { do: 'remove', path }
  const above = path.split('.').slice(0, -1).join('.')
  const left = above === '' ? undefined : readAt(editDeclaration(declaration, [removal]), above)
  const isBare = left !== undefined && !Array.isArray(left) && Object.keys(left as object).length === 0
  return [isBare && elementAt(above).rest !== '' ? { do: 'remove', path: above } : removal]
}

function valueOf(control: Control, typed: Typed, { questions, said }: Around): Json | undefined {
  const { path } = control
  const text = typedAt(typed, path)
  switch (control.as) {
    case 'text':
    case 'long-text':
    case 'date':
    case 'choice':
      return text === '' ? undefined : text
    case 'number':
      return numberTyped(text)
    case 'tick':
      return text === '' ? undefined : true
    case 'lines':
      return chosen(linesOf(text), isLeftOut.has(path), said)
    case 'laws':
      return unlessSame(lawsTyped(typed, path), lawRows, lawsOf, said)
    case 'choices':
      return chosen(typed.all(path), isLeftOut.has(path), said)
    case 'words':
      return wordsOf(typedAt(typed, `${path}.vi`), typedAt(typed, `${path}.en`))
    case 'condition':
      return conditionOf(conditionTyped(typed, path), questions, said)
    case 'next':
      return nextOf(nextTyped(typed, path), questions, said)
    case 'bound':
      return unlessSame(boundTyped(typed, path), boundAsked, boundOf, said)
    case 'formula':
      return unlessSame(formulaTyped(typed, path), formulaRows, formulaOf, said)
    case 'actor':
      return actorTyped(typed, path)
    case 'division':
      return divisionTyped(typed, path)
    case 'parts':
      return partsTyped(typed, path, said)
    case 'part-words':
      return partWordsTyped(typed, path, wordsOf)
    case 'member-answers':
      return memberAnswersTyped(typed, path, said)
    case 'member-papers':
      return memberPapersTyped(typed, path, said)
  }
}

/** Lists that are not said at all when nothing is in them. */
const isLeftOut: ReadonlySet<string> = new Set(['join', 'ways', 'resultOf', 'coApplicants.pages'])

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

const chosen = (values: readonly string[], mayBeLeftOut: boolean, said: Json | undefined): Json | undefined => {
  const wasEmpty = Array.isArray(said) && said.length === 0
  const isLeft = said === undefined || (mayBeLeftOut && !wasEmpty)
  return values.length === 0 && isLeft ? undefined : [...values]
}

const wordsOf = (vi: string, en: string): Json | undefined =>
  vi === '' && en === '' ? undefined : { vi, en: en || vi }

/** What the pieces say; where they are those of what stands, it stays as it is written. */
const unlessSame = <Pieces>(
  pieces: Pieces,
  piecesOf: (said: Json | undefined) => Pieces,
  sayIt: (pieces: Pieces) => Json | undefined,
  said: Json | undefined,
): Json | undefined => (JSON.stringify(pieces) === JSON.stringify(piecesOf(said)) ? said : sayIt(pieces))
