import type { Words } from '#values/words.ts'
import { TextField } from '#ui/office/Fields.tsx'
import { useSay } from '../use-admin.ts'
import type { Typed } from './change.ts'

const words = {
  start: { vi: 'Từ', en: 'From' },
  end: { vi: 'Đến', en: 'To' },
} as const satisfies Record<string, Words>

interface TimeSpanProps {
  readonly title: string
  readonly names: readonly [keyof Typed, keyof Typed]
  readonly typed: Typed
  readonly hint?: string
}

/** When a half of the day begins and ends. */
export function TimeSpan({ title, names, typed, hint }: TimeSpanProps) {
  const t = useSay()
  return (
    <fieldset>
      <legend>{title}</legend>
      <div className="field-row">
        {names.map((name, at) => (
          <TextField
            key={name}
            name={name}
            type="time"
            label={
              <>
                {t(at === 0 ? words.start : words.end)} <span className="unseen">({title})</span>
              </>
            }
            value={typed[name]}
          />
        ))}
      </div>
      {hint && <p className="field-hint">{hint}</p>}
    </fieldset>
  )
}
