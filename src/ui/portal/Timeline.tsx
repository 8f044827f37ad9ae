import type { ReactNode } from 'react'
import { say, type Language } from '#values/words.ts'
import { Icon, type IconName } from '../Icon.tsx'
import { words } from '../words.ts'

export interface TimelineItem {
  /** `now` is blue, `waiting` violet (the reader's turn), `late` red; each has its own sign. */
  readonly state: 'done' | 'now' | 'waiting' | 'late' | 'todo'
  readonly title: string
  readonly text?: ReactNode
  readonly link?: { readonly href: string; readonly text: string }
}

const signs: Readonly<Record<TimelineItem['state'], IconName | undefined>> = {
  done: 'check',
  now: 'dots',
  waiting: 'player-pause',
  late: 'alert-triangle',
  todo: undefined,
}

/** What happened, what is now, what comes: an ordered list in plain words. */
export function Timeline({
  items,
  language,
}: {
  readonly items: readonly TimelineItem[]
  readonly language: Language
}) {
  return (
    <ol className="timeline">
      {items.map((item, at) => {
        const sign = signs[item.state]
        const isNow = item.state !== 'done' && item.state !== 'todo'
        return (
          <li key={at} className={`is-${item.state}`} aria-current={isNow ? 'step' : undefined}>
            <span className="timeline-dot">{sign && <Icon name={sign} size="0.9em" />}</span>
            <div>
              <b>{item.title}</b>
              <span className="unseen">
                {' '}
                ({say(words[isNow ? 'now' : item.state === 'done' ? 'done' : 'todo'], language)})
              </span>
              {item.text !== undefined && <p>{item.text}</p>}
              {item.link && (
                <p>
                  <a href={item.link.href}>{item.link.text}</a>
                </p>
              )}
            </div>
          </li>
        )
      })}
    </ol>
  )
}
