import type { ComponentProps } from 'react'
import { addDays, dateAt, type PlainDate } from '#values/plain-date.ts'
import { showDate, showInstant } from '#values/show-time.ts'
import type { Language } from '#values/words.ts'
import type { CheckRows } from '#ui/office/Tree.tsx'
import type { Say } from '../office/staff.ts'
import { rightsWords as words } from './rights-words.ts'
import type { Explanation } from './use-rights-keys.ts'

type Rows = ComponentProps<typeof CheckRows>['rows']

/** What was found of a person, in the order in which it counts: account, posts, work, the units of the dossier, delegations. */
export function factRows(told: Explanation, t: Say, language: Language): Rows {
  const sign = (holds: boolean) =>
    ({ result: holds ? 'yes' : 'none', said: t(holds ? words.yes : words.none) }) as const
  const since = (at: Date) => t(words.from, { day: showDate(dateAt(new Date(at))) })
  const { name, account } = told.person
  const term = (text: string, at: number) => (at === 0 ? { term: text } : { term: ' ' })
  return [
    {
      result: account?.isOpen ? 'yes' : 'no',
      said: t(account?.isOpen ? words.yes : words.no),
      term: t(words.account),
      text: t(account === null ? words.noAccount : account.isOpen ? words.open : words.closed, { name }),
      right: account === null ? undefined : since(account.since),
    },
    ...told.posts.map((post, at) => ({
      ...sign(post.counts),
      ...term(t(words.post), at),
      text: [`${post.title}, ${post.unitName}`, post.decision && t(words.decision, { text: post.decision })]
        .filter(Boolean)
        .join(' · '),
      right: period(post.from, post.to, t),
    })),
    ...told.work.map((task, at) => ({
      ...sign(task.isTheirs),
      ...term(t(words.work), at),
      text: [
        t(task.stepName),
        task.isTheirs
          ? task.onBehalfOf && t(words.onBehalf, { name: task.onBehalfOf })
          : t(words.holder, { name: task.holder ?? task.unitName }),
        task.given === null
          ? t(words.process)
          : t(words[task.given.isTaken ? 'taken' : 'given'], { by: task.given.by }),
      ]
        .filter(Boolean)
        .join(' · '),
      right: showInstant(new Date(task.given?.at ?? task.since), language),
    })),
    ...told.access.map((one, at) => ({
      ...sign(one.isReached),
      ...term(t(words.scope), at),
      text: [`${one.unitName}: ${t(one.words)}`, !one.isReached && t(words.outOfReach)].filter(Boolean).join(' · '),
      right:
        one.endsAt === null ? since(one.since) : period(dateAt(new Date(one.since)), dateAt(new Date(one.endsAt)), t),
    })),
    ...told.delegations.map((one, at) => ({
      ...sign(one.counts),
      ...term(t(words.delegation), at),
      text: [`${one.fromName ?? ''} · ${one.fromTitle}, ${one.unitName}`, t(one.words), one.document]
        .filter(Boolean)
        .join(' · '),
      right: period(one.from, one.to, t),
    })),
  ]
}

const period = (from: PlainDate, to: PlainDate | null, t: Say): string =>
  to === null ? t(words.from, { day: showDate(from) }) : `${showDate(from)} – ${showDate(addDays(to, -1))}`
