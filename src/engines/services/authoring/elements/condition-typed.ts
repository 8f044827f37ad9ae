import { joins, type ConditionGroup, type ConditionNode, type Join } from './condition-tree.ts'
import { typedAt, type Typed } from './typed.ts'

/** What a button of a condition does to the line or group that it names. */
export const conditionActs = {
  /** Puts a line or group into a group of its own. */
  nest: 'nest',
  /** Adds a group within a group. */
  group: 'group',
  /** Takes a line or group away. */
  drop: 'drop',
} as const

/** The value of a button that does something to a line or group by the name that it has on the screen. */
export const conditionPress = (act: keyof typeof conditionActs, name: string): string => `condition ${act} ${name}`

/** The condition that stands in the controls, with what the button that was pressed does to it. */
export const conditionTyped = (typed: Typed, path: string): ConditionGroup => groupTyped(typed, path)

function groupTyped(typed: Typed, name: string): ConditionGroup {
  const said = typed.text(`${name}.join`)
  const join = joins.find(({ value }) => value === said)?.value as Join | undefined
  const parts = nodesTyped(typed, name).flatMap((node, at) => acted(typed, `${name}.${at}`, node, join))
  const more = isPressed(typed, 'group', name) ? [{ join: other(join), parts: [] }] : []
  return { join: join ?? 'all', parts: [...parts, ...more] }
}

function nodesTyped(typed: Typed, name: string): ConditionNode[] {
  const nodes: ConditionNode[] = []
  for (let at = 0; ; at++) {
    const own = `${name}.${at}`
    if (typed.text(`${own}.join`) !== undefined) nodes.push(groupTyped(typed, own))
    else if (typed.text(`${own}.field`) !== undefined) nodes.push(rowTyped(typed, own))
    else return nodes
  }
}

const rowTyped = (typed: Typed, name: string): ConditionNode => ({
  field: typedAt(typed, `${name}.field`),
  op: typedAt(typed, `${name}.op`),
  value: typed
    .all(`${name}.value`)
    .map((one) => one.trim())
    .join(', '),
})

function acted(typed: Typed, name: string, node: ConditionNode, join: Join | undefined): ConditionNode[] {
  if (isPressed(typed, 'drop', name)) return []
  return isPressed(typed, 'nest', name) ? [{ join: other(join), parts: [node] }] : [node]
}

const isPressed = (typed: Typed, act: keyof typeof conditionActs, name: string): boolean =>
  typed.text('do') === conditionPress(act, name)

/** A group within one of which all hold is one of which any holds, else it would say nothing new. */
const other = (join: Join | undefined): Join => (join === 'any' || join === 'none' ? 'all' : 'any')
