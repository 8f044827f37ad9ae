import { say } from '#values/words.ts'
import { classes } from '../class-names.ts'
import { words } from '../words.ts'
import { describedBy, FieldGroup, type FieldFrame } from './Field.tsx'

type Part = 'day' | 'month' | 'year'

interface DateFieldProps extends Omit<FieldFrame, 'picture'> {
  /** What was typed so far, also when it is no date. */
  readonly value?: { readonly day?: string; readonly month?: string; readonly year?: string }
  /** Which parts the error is about; all when left out. */
  readonly wrong?: readonly Part[]
  /** `bday` fills in a birthday. */
  readonly autoComplete?: 'bday'
}

const parts = [
  { part: 'day', length: 2 },
  { part: 'month', length: 2 },
  { part: 'year', length: 4 },
] as const

/** A known date in three boxes; posts `name.day`, `name.month`, `name.year`. The first wrong box has the id of the field. */
export function DateField({ value = {}, wrong, autoComplete, ...frame }: DateFieldProps) {
  const { language, name, id = name, hint, error } = frame
  const isWrong = (part: Part) => error !== undefined && (wrong === undefined || wrong.includes(part))
  return (
    <FieldGroup {...frame} id={id}>
      <div className="date">
        {parts.map(({ part, length }) => (
          <div key={part}>
            <label htmlFor={`${id}-${part}`}>{say(words[part], language)}</label>
            <input
              id={`${id}-${part}`}
              name={`${name}.${part}`}
              defaultValue={value[part]}
              inputMode="numeric"
              autoComplete={autoComplete && `${autoComplete}-${part}`}
              maxLength={length}
              aria-invalid={isWrong(part) || undefined}
              aria-describedby={isWrong(part) ? describedBy(id, { hint, error }) : undefined}
              className={classes('input', `digits-${length}`)}
            />
          </div>
        ))}
      </div>
    </FieldGroup>
  )
}
