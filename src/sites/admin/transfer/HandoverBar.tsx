import type { Words } from '#values/words.ts'
import { Legend, StackedBar } from '#ui/office/Charts.tsx'
import { Block } from '#ui/office/Panes.tsx'
import { useSay } from '../use-admin.ts'
import type { HandedOver } from './going-along.tsx'

const words = {
  title: { vi: 'Bàn giao {total} việc', en: '{total} pieces of work' },
  counted: { vi: '{given} đã có người · {accepted} đã nhận', en: '{given} given · {accepted} accepted' },
  accepted: { vi: 'Đã nhận', en: 'Accepted' },
  given: { vi: 'Đã giao, chưa bấm nhận', en: 'Given, not accepted' },
  none: { vi: 'Chưa có người', en: 'Nobody yet' },
  nothing: { vi: 'Không có việc nào gắn với vị trí thôi giữ.', en: 'No work is bound to what ends.' },
  who: {
    vi: 'Trưởng đơn vị giao từng việc ở mục “Bàn giao việc”; người quản trị chỉ xem số lượng.',
    en: 'The head of the unit gives it; administrators see only how much there is.',
  },
} as const satisfies Record<string, Words>

/** How much of the open work has somebody: counts only, dossiers are none of the administration's business. */
export function HandoverBar({ handover }: { readonly handover: HandedOver }) {
  const t = useSay()
  const { total, given, accepted } = handover
  return (
    <Block
      title={t(words.title, { total })}
      right={<span className="quiet">{t(words.counted, { given, accepted })}</span>}
      small
    >
      {total === 0 ? (
        <p className="quiet">{t(words.nothing)}</p>
      ) : (
        <>
          <StackedBar
            label={t(words.counted, { given, accepted })}
            whole={total}
            parts={[
              { tone: 'good', value: accepted },
              { tone: 'rest', value: given - accepted },
              { tone: 'soon', value: total - given },
            ]}
          />
          <Legend
            items={[
              { tone: 'good', text: t(words.accepted) },
              { tone: 'rest', text: t(words.given) },
              { tone: 'soon', text: t(words.none) },
            ]}
          />
          <p className="quiet">{t(words.who)}</p>
        </>
      )}
    </Block>
  )
}
