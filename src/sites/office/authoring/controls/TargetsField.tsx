import type { Words } from '#values/words.ts'
import { SelectField } from '#ui/office/Fields.tsx'
import { useSay } from '../../use-office.ts'
import { withSaid } from './ConditionLine.tsx'
import type { Choice } from './ControlField.tsx'

const words = {
  beside: { vi: 'và cùng lúc', en: 'and side by side' },
  none: { vi: 'Không', en: 'Nothing' },
} as const satisfies Record<string, Words>

interface TargetsGiven {
  readonly name: string
  readonly label: string
  readonly to: readonly string[]
  readonly steps: readonly Choice[]
}

/** The step that follows, and those side by side with it; one empty field waits for another. */
export function TargetsField({ name, label, to, steps }: TargetsGiven) {
  const t = useSay()
  const shown = to.length === 0 ? [''] : [...to, '']
  return shown.map((step, at) => (
    <SelectField
      key={`${at} ${to.length}`}
      name={name}
      id={`${name}-${at}`}
      label={at === 0 ? label : t(words.beside)}
      value={step}
      options={[{ value: '', text: at === 0 ? '…' : t(words.none) }, ...withSaid(steps, to)]}
    />
  ))
}
