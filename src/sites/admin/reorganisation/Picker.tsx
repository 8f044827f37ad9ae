import { useEffect, useState } from 'react'
import { useFetcher } from 'react-router'
import type { PlainDate } from '#values/plain-date.ts'
import type { Words } from '#values/words.ts'
import { TextField } from '#ui/office/Fields.tsx'
import { useSay } from '../use-admin.ts'
import type { loader } from './suggest.ts'

const words = {
  found: { vi: 'Chọn', en: 'Choose' },
} as const satisfies Record<string, Words>

interface PickerProps {
  readonly id: string
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly finds: 'xa' | 'don-vi'
  readonly asOf: PlainDate
  /** Several, one a line. */
  readonly many?: boolean
  readonly value?: string | undefined
  readonly error?: string | undefined
}

const pauseMs = 200

/** A field for a commune or unit, typed without tone marks. With a script it suggests; the server finds out by itself what is meant. */
export function Picker({ finds, asOf, many, value = '', error, ...field }: PickerProps) {
  const t = useSay()
  const [text, setText] = useState(value)
  const { data, load } = useFetcher<typeof loader>()
  const lines = text.split('\n')
  const last = (lines.at(-1) ?? '').trim()
  const isMeant = last.endsWith(')')
  useEffect(() => {
    if (last.length < 2 || isMeant) return
    const query = new URLSearchParams({ loai: finds, tim: last, ngay: asOf })
    const timer = setTimeout(() => void load(`/quan-tri/sap-xep/tim?${query}`), pauseMs)
    return () => clearTimeout(timer)
  }, [last, isMeant, finds, asOf, load])
  const labels = data !== undefined && data.text === last && !isMeant ? data.labels : []
  const take = (label: string) => setText([...lines.slice(0, -1), label, ...(many ? [''] : [])].join('\n'))
  return (
    <div>
      <TextField
        {...field}
        value={text}
        onText={setText}
        autoComplete="off"
        {...(many && { rows: Math.max(2, lines.length) })}
        {...(error !== undefined && { error })}
      />
      {labels.length > 0 && (
        <ul className="picks" aria-label={`${t(words.found)}: ${field.label}`}>
          {labels.map((label) => (
            <li key={label}>
              <button type="button" className="chip" onClick={() => take(label)}>
                {label}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
