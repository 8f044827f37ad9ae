import { useState } from 'react'
import type { Client } from '#engines/contract.ts'
import type { Bindings, Hint } from '#ui/keymap.ts'
import { rightsWords as words } from './rights-words.ts'
import { useSay } from './use-admin.ts'

export type Explanation = Awaited<ReturnType<Client['services']['explainPerson']>>

const fields = ['tim', 'ho-so', 'luc'] as const

/** 1, 2, 3 go to the fields, J and K from rule to rule, L copies what was found as text. */
export function useRightsKeys(told: Explanation | undefined): { keys: Bindings; hints: readonly Hint[] } {
  const t = useSay()
  const [, setRow] = useState(-1)
  const move = (step: number) =>
    setRow((row) => {
      const all = document.querySelectorAll<HTMLElement>('#rules tbody tr')
      const next = Math.max(0, Math.min(all.length - 1, row + step))
      const line = all[next]
      if (line === undefined) return row
      line.tabIndex = -1
      line.focus()
      return next
    })
  const copy = () => void navigator.clipboard.writeText(told === undefined ? '' : textOf(told, t))
  const focus = (name: string) => document.getElementById(name)?.focus()
  return {
    keys: {
      next: () => move(1),
      previous: () => move(-1),
      extra: {
        ...Object.fromEntries(fields.map((name, at) => [String(at + 1), () => focus(name)])),
        ...(told !== undefined && { l: copy }),
      },
    },
    hints: [
      { caps: ['1'], text: t(words.person) },
      { caps: ['2'], text: t(words.dossier) },
      { caps: ['3'], text: t(words.at) },
      ...(told === undefined
        ? []
        : [
            { caps: ['J', 'K'], text: t(words.rows) },
            { caps: ['L'], text: t(words.copy) },
          ]),
    ],
  }
}

const textOf = (told: Explanation, t: ReturnType<typeof useSay>): string =>
  [
    `${told.person.name} · ${told.dossier.code} · ${told.at.toISOString()}`,
    t(told.canSee ? words.sees : words.seesNot),
    ...told.rules.map((rule) => `${rule.code} ${t(rule.words)}: ${t(words[rule.verdict])} (${t(rule.facts)})`),
  ].join('\n')
