import type { Words } from '#values/words.ts'
import { Icon } from '#ui/Icon.tsx'
import { StackedBar } from '#ui/office/Charts.tsx'
import { Block } from '#ui/office/Panes.tsx'
import { faces } from '../../hall/faces.ts'
import { useOffice, useSay } from '../use-office.ts'
import type { CentreView } from './centre.tsx'
import { queueWords } from './words.ts'

const words = {
  queues: { vi: 'Hàng đợi', en: 'Queues' },
  heads: { vi: 'người · chờ lâu nhất', en: 'people · longest wait' },
  said: { vi: '{service}: {count} người', en: '{service}: {count}' },
  marks: { vi: 'Người dân chấm', en: 'Ratings' },
  rated: { vi: 'hôm nay {count} lượt', en: '{count} today' },
  unrated: { vi: 'Hôm nay chưa ai chấm.', en: 'Nobody has rated today.' },
} as const satisfies Record<string, Words>

/** The queue of each service, the longest first. */
export function Queues({ services }: Pick<CentreView, 'services'>) {
  const { language } = useOffice()
  const t = useSay()
  const whole = Math.max(10, ...services.map(({ waiting }) => waiting))
  return (
    <Block title={t(words.queues)} note={t(words.heads)}>
      {services
        .filter(({ isOffered }) => isOffered)
        .map(({ id, name, waiting, longest, longestWaitMinutes }) => {
          const isLate = longest !== null && longest > longestWaitMinutes
          return (
            <div key={id} className="centre-queue">
              <span>{name[language]}</span>
              <StackedBar
                label={t(words.said, { service: name[language], count: waiting })}
                whole={whole}
                parts={[{ tone: isLate ? 'late' : 'good', value: waiting }]}
              />
              <b>{waiting}</b>
              <span className={isLate ? 'tone-late toned' : 'quiet'}>
                {longest === null ? '–' : t(queueWords.minutes, { count: Math.floor(longest) })}
              </span>
            </div>
          )
        })}
    </Block>
  )
}

/** How people rated at the desks today. */
export function Marks({ marks }: Pick<CentreView, 'marks'>) {
  const { language } = useOffice()
  const t = useSay()
  const all = marks.reduce((sum, { count }) => sum + count, 0)
  if (all === 0)
    return (
      <Block title={t(words.marks)}>
        <p className="quiet">{t(words.unrated)}</p>
      </Block>
    )
  return (
    <Block title={t(words.marks)} note={t(words.rated, { count: all })}>
      {faces.map(({ mark, icon, words: said }) => {
        const count = marks.find((one) => one.mark === mark)?.count ?? 0
        return (
          <div key={mark} className="centre-queue">
            <span>
              <Icon name={icon} /> {said[language]}
            </span>
            <StackedBar
              label={`${said[language]}: ${count}`}
              whole={all}
              parts={[{ tone: mark >= 4 ? 'good' : mark === 3 ? 'soon' : 'late', value: count }]}
            />
            <b>{count}</b>
          </div>
        )
      })}
    </Block>
  )
}
