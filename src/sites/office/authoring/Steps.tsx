import { readAt } from '#engines/services/contract.ts'
import type { Words } from '#values/words.ts'
import { Block } from '#ui/office/Panes.tsx'
import { useOffice, useSay } from '../use-office.ts'
import { editorHref } from './editor-address.ts'
import { outlineOf } from './outline.ts'
import { useEditor } from './use-editor.ts'

const words = {
  steps: { vi: 'Các bước', en: 'Steps' },
  total: { vi: '{hours} giờ làm việc = {days} ngày', en: '{hours} working hours = {days} days' },
} as const satisfies Record<string, Words>

/** A working day of state bodies (Labour Code 2019, art. 105). */
const hoursOfDay = 8

/** The steps in a row, as in the picture of a process: who, how long. Delivery is not counted. */
export function Steps() {
  const { draft, open } = useEditor()
  const { language } = useOffice()
  const t = useSay()
  const steps = outlineOf(draft.declaration, 'process', language)
    .flatMap(({ rows }) => rows)
    .filter(({ path }) => /^process\.steps\.[^.]+$/.test(path))
  if (steps.length === 0) return null
  const counted = steps.filter(({ path }) => readAt(draft.declaration, `${path}.kind`) !== 'deliver')
  const hours = counted.reduce((sum, { path }) => sum + (Number(readAt(draft.declaration, `${path}.hours`)) || 0), 0)
  return (
    <Block
      title={t(words.steps)}
      small
      note={t(words.total, { hours, days: Math.round((hours / hoursOfDay) * 10) / 10 })}
    >
      <ol className="step-strip">
        {steps.map(({ path, name, kind, note }) => (
          <li key={path}>
            <a href={editorHref(draft.id, 'process', path)} aria-current={path === open ? 'true' : undefined}>
              <b>{name}</b>
              <span>{kind}</span>
              <span>{note}</span>
            </a>
          </li>
        ))}
      </ol>
    </Block>
  )
}
