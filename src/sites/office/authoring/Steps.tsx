import { readAt } from '#engines/services/contract.ts'
import { Process, totalHours } from '#engines/workflow/declare.ts'
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

/** The steps in a row: who, how long; and the longest way to the result, delivery not counted, once the process can run. */
export function Steps() {
  const { draft, open } = useEditor()
  const { language } = useOffice()
  const t = useSay()
  const steps = outlineOf(draft.declaration, 'process', language)
    .flatMap(({ rows }) => rows)
    .filter(({ path }) => /^process\.steps\.[^.]+$/.test(path))
  if (steps.length === 0) return null
  const process = Process.safeParse(readAt(draft.declaration, 'process'))
  const hours = process.success ? totalHours(process.data) : undefined
  return (
    <Block
      title={t(words.steps)}
      small
      note={
        hours === undefined ? undefined : t(words.total, { hours, days: Math.round((hours / hoursOfDay) * 10) / 10 })
      }
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
