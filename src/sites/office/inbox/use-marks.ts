import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { Bindings } from '#ui/keymap.ts'
import type { InboxRow } from './InboxList.tsx'

export interface Marks {
  /** Undefined: nothing is being marked, rows show no boxes. */
  readonly rows: readonly InboxRow[] | undefined
  readonly toggle: (row: InboxRow | undefined) => void
  readonly all: () => void
  readonly clear: () => void
}

/** Which rows are marked, on this page of the list; what was just done lets go of them. */
export function useMarks(rows: readonly InboxRow[], done: string | undefined): Marks {
  const [ids, setIds] = useState<readonly string[]>()
  const [seen, setSeen] = useState(done)
  if (done !== undefined && done !== seen) {
    setSeen(done)
    setIds(undefined)
  }
  return {
    rows: ids && rows.filter((row) => ids.includes(row.id)),
    toggle: (row) =>
      setIds((now = []) =>
        row === undefined ? now : now.includes(row.id) ? now.filter((id) => id !== row.id) : [...now, row.id],
      ),
    all: () => setIds(rows.map((row) => row.id)),
    clear: () => setIds(undefined),
  }
}

const field = (name: string) => () => document.querySelector<HTMLElement>(`form#many [name=${name}]`)?.focus()

/** The letters of the action column, for everything that is marked. */
export function useMarkKeys(marks: Marks, assignHref: ((unitId: string) => string) | undefined): Bindings {
  const navigate = useNavigate()
  const press = () => document.querySelector<HTMLElement>('form#many .act-primary')?.click()
  const unit = new Set(marks.rows?.map((row) => row.unitId)).size === 1 ? marks.rows?.[0]?.unitId : undefined
  return {
    submit: press,
    done: press,
    send: press,
    opinion: field('opinion'),
    later: field('day'),
    ...(unit !== undefined && assignHref && { pass: () => void navigate(assignHref(unit)) }),
    back: marks.clear,
  }
}
