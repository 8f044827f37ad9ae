import { groupThousands } from '#values/money.ts'
import type { Words } from '#values/words.ts'
import type { Client } from '#engines/contract.ts'
import { StatusText } from '#ui/office/Badge.tsx'
import { Block } from '#ui/office/Panes.tsx'
import { useSay } from './use-admin.ts'

const words = {
  title: { vi: 'Chưa có ai tiếp nhận', en: 'Nobody receives' },
  count: {
    vi: '{count} bộ phận một cửa chưa có cán bộ tiếp nhận',
    en: '{count} one-stop counters have nobody to receive applications',
  },
  text: {
    vi: 'Nơi đó chưa nộp được hồ sơ; người dân được báo trước khi điền. Mở từng nơi để bố trí người.',
    en: 'Nothing can be filed there; citizens are told before they fill anything in. Open each to appoint someone.',
  },
  more: { vi: 'và {count} nơi khác', en: 'and {count} more' },
} as const satisfies Record<string, Words>

/** Counters at which what is filed would come to nobody. */
export function Unattended({ all, counters }: Awaited<ReturnType<Client['services']['listUnattendedCounters']>>) {
  const t = useSay()
  return (
    <Block title={t(words.title)}>
      <StatusText tone="late" icon="alert-triangle">
        {t(words.count, { count: groupThousands(all) })}
      </StatusText>
      <p>{t(words.text)}</p>
      <ul>
        {counters.map(({ id, name }) => (
          <li key={id}>
            <a href={`/quan-tri/to-chuc?don-vi=${id}`}>{name}</a>
          </li>
        ))}
        {all > counters.length && <li>{t(words.more, { count: groupThousands(all - counters.length) })}</li>}
      </ul>
    </Block>
  )
}
