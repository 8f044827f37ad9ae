import { conditionTyped } from './condition-typed.ts'
import type { NextCase, NextRows } from './next-rows.ts'
import { linesTyped, typedAt, type Typed } from './typed.ts'

/** The value of a button that takes a case away, or lets it be tried before the one above. */
export const casePress = (act: 'up' | 'drop', name: string): string => `case ${act} ${name}`

/** What follows as it stands in the controls, with what the button that was pressed does to it. */
export function nextTyped(typed: Typed, path: string): NextRows {
  const cases = linesTyped(typed, path, '.if.join', (name): NextCase => ({
    if: conditionTyped(typed, `${name}.if`),
    to: targetsTyped(typed, `${name}.to`),
  }))
  const pressed = (act: 'up' | 'drop') =>
    cases.findIndex((_, at) => typed.text('do') === casePress(act, `${path}.${at}`))
  return {
    kind: (typedAt(typed, `${path}.kind`) || 'end') as NextRows['kind'],
    to: targetsTyped(typed, `${path}.to`),
    cases: before(cases, pressed('up')).filter((_, at) => at !== pressed('drop')),
  }
}

const targetsTyped = (typed: Typed, name: string): string[] => typed.all(name).filter((one) => one !== '')

/** With one of them before the one above it; as they are where there is none. */
function before<One>(list: readonly One[], at: number): readonly One[] {
  const [one, above] = [list[at], list[at - 1]]
  return one === undefined || above === undefined ? list : list.with(at - 1, one).with(at, above)
}
