import { showInstant } from '#values/show-time.ts'
import type { Words } from '#values/words.ts'
import type { Client } from '#engines/contract.ts'
import { Icon } from '#ui/Icon.tsx'
import { useAdmin, useSay } from '../use-admin.ts'

const words = {
  since: { vi: 'Từ {time}', en: 'Since {time}' },
  first: { vi: 'Việc đầu tiên:', en: 'First:' },
  more: { vi: 'Xem cách xử lý từng bước', en: 'Step by step' },
} as const satisfies Record<string, Words>

export type Health = Awaited<ReturnType<Client['operations']['viewHealth']>>

const looks = {
  now: { tone: 'late', icon: 'alert-circle' },
  today: { tone: 'soon', icon: 'alert-triangle' },
  soon: { tone: 'info', icon: 'info-circle' },
} as const

/** What is wrong, since when, what it means for people, what to do first. */
export function Trouble({ trouble }: { readonly trouble: Health['troubles'][number] }) {
  const { gravity, since, what, meaning, firstStep, runbook } = trouble
  const { language } = useAdmin()
  const t = useSay()
  const { tone, icon } = looks[gravity]
  return (
    <article className="trouble">
      <span className={`tone-${tone} toned`}>
        <Icon name={icon} />
      </span>
      <div>
        <h3>{t(what)}</h3>
        <p className="quiet">{t(words.since, { time: showInstant(since, language) })}</p>
        {meaning !== null && <p>{t(meaning)}</p>}
        {firstStep !== null && (
          <p>
            <strong>{t(words.first)}</strong> {t(firstStep.say)}
            {firstStep.run !== undefined && <code className="command">{firstStep.run}</code>}
          </p>
        )}
        {runbook !== null && <a href={runbook}>{t(words.more)}</a>}
      </div>
    </article>
  )
}
