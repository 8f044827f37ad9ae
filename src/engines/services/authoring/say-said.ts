import type { Json } from '#values/layers.ts'
import type { Field } from '#engines/forms/declare.ts'
import { sayActor } from '#engines/workflow/contract.ts'
import { readAt } from './edit-declaration.ts'
import { askedQuestions, questionAt, type AskedQuestion } from './elements/asked-questions.ts'
import { conditionTree, isGroup, operators, valuesIn, type ConditionNode } from './elements/condition-tree.ts'
import { option, type Control, type Option } from './elements/control.ts'
import { dossierFacts } from './elements/dossier-facts.ts'
import { elementAt } from './elements/element-kinds.ts'
import { nextRows } from './elements/next-rows.ts'

/**
 * What a place of a declaration says, in words: one control as people read it, of an element each of its controls that says something, or
 * only those that another version of it says otherwise.
 */
export function saySaid(declaration: Json, path: string, said: Json, other?: Json): string {
  const { kind, rest } = elementAt(path)
  const questions = askedQuestions(declaration)
  const control = kind.controls.find((one) => one.path === rest)
  if (control !== undefined) return sayControl(control, said, declaration, questions)
  if (rest !== '' || typeof said !== 'object' || said === null) return sayPlain(said)
  const differs = (one: Control) =>
    other === undefined || JSON.stringify(readAt(said, one.path)) !== JSON.stringify(readAt(other, one.path))
  const lines = kind.controls.flatMap((one) => {
    const value = readAt(said, one.path)
    return value === undefined || !differs(one)
      ? []
      : [`${one.label.vi}: ${sayControl(one, value, declaration, questions)}`]
  })
  return lines.length > 0 ? lines.join('; ') : sayPlain(said)
}

function sayControl(control: Control, said: Json, declaration: Json, questions: readonly AskedQuestion[]): string {
  switch (control.as) {
    case 'condition':
      return sayCondition(said, questions)
    case 'next':
      return sayNextRows(said, declaration, questions)
    case 'actor':
      return sayActor(said as unknown as Parameters<typeof sayActor>[0]).vi
    case 'tick':
      return 'có'
    case 'choice':
      return typeof control.options === 'string' ? sayPlain(said) : nameIn(control.options, said)
    case 'choices': {
      const { options } = control
      const values = Array.isArray(said) ? (said as readonly Json[]) : [said]
      return typeof options === 'string' ? sayPlain(said) : values.map((one) => nameIn(options, one)).join(', ')
    }
    default:
      return sayPlain(said)
  }
}

const nameIn = (options: readonly Option[], said: Json): string =>
  options.find(({ value }) => value === said)?.text.vi ?? sayPlain(said)

/** Words in Vietnamese, a list with commas, all else as it is written. */
function sayPlain(said: Json): string {
  if (typeof said === 'string') return said
  if (Array.isArray(said)) return said.map(sayPlain).join(', ')
  const vi = readAt(said, 'vi')
  return typeof vi === 'string' ? vi : JSON.stringify(said)
}

/** `Có bán đồ ăn là Có; và (Số gian hàng từ 2; hoặc Bán mấy ngày từ 3)`. */
const sayCondition = (said: Json, questions: readonly AskedQuestion[]): string =>
  sayNode(conditionTree(said), questions, true)

function sayNode(node: ConditionNode, questions: readonly AskedQuestion[], isOuter = false): string {
  if (!isGroup(node)) return sayLine(node.field, node.op, node.value, questions)
  const between = node.join === 'any' || node.join === 'none' ? ' hoặc ' : ' và '
  const inside = node.parts.map((part) => sayNode(part, questions)).join(between)
  const denied = node.join === 'none' || node.join === 'not-all'
  if (denied) return `không phải (${inside})`
  return isOuter || node.parts.length === 1 ? inside : `(${inside})`
}

function sayLine(name: string, op: string, value: string, questions: readonly AskedQuestion[]): string {
  const fact = dossierFacts.find((one) => one.value === name)
  const asked = questions.find(({ path }) => `answers.${path}` === name || path === name)
  const options = fact?.values ?? optionsOf(questionAt(questions, name))
  const said = valuesIn(value).map((one) => nameIn(options, one))
  const how = operators.find((one) => one.value === op)?.text.vi ?? op
  const needsNone = op === 'given' || op === 'missing'
  return [fact?.text.vi ?? asked?.label.vi ?? name, how, needsNone ? '' : said.join(', ')].filter(Boolean).join(' ')
}

function optionsOf(field: Field | undefined): readonly Option[] {
  if (field?.type === 'yes-no') return [option('true', 'Có', 'Yes'), option('false', 'Không', 'No')]
  return field?.type === 'choice' ? (field.options ?? []).map(({ value, label }) => ({ value, text: label })) : []
}

function sayNextRows(said: Json, declaration: Json, questions: readonly AskedQuestion[]): string {
  const { to, cases } = nextRows(said)
  const steps = (ids: readonly string[]) =>
    ids.map((id) => sayPlain(readAt(declaration, `process.steps.${id}.name`) ?? id)).join(' + ')
  const ways = cases.map((way) => `${sayNode(way.if, questions, true)} thì sang ${steps(way.to)}`)
  return [...ways, `${ways.length > 0 ? 'còn lại sang ' : ''}${steps(to)}`].join('; ')
}
