import { showInstant } from '#values/show-time.ts'
import type { Words } from '#values/words.ts'
import type { Client } from '#engines/contract.ts'
import { StatusText } from '#ui/office/Badge.tsx'
import { Block } from '#ui/office/Panes.tsx'
import { useAdmin, useSay } from './use-admin.ts'

const words = {
  title: { vi: 'Bản nâng cấp chờ hợp nhất', en: 'Upgrades that wait to be merged' },
  count: { vi: '{count} thủ tục', en: '{count} procedures' },
  text: {
    vi: 'Bản khai báo đi kèm bản cài mới đổi những thủ tục mà cán bộ đã sửa trên màn hình. Bản của cán bộ vẫn áp dụng cho đến khi đầu mối thủ tục hợp nhất và có người duyệt.',
    en: 'The upgrade changes procedures that officials have edited. Theirs stay in force until somebody merges them and another approves.',
  },
} as const satisfies Record<string, Words>

/** What an upgrade declares of procedures that officials edited: nothing of it is in force yet. */
export function HeldVersions({ held }: { readonly held: Awaited<ReturnType<Client['services']['listHeldVersions']>> }) {
  const { language } = useAdmin()
  const t = useSay()
  return (
    <Block title={t(words.title)}>
      <StatusText tone="soon" icon="alert-circle">
        {t(words.count, { count: held.length })}
      </StatusText>
      <p>{t(words.text)}</p>
      <ul>
        {held.map(({ code, name, number, publishedAt }) => (
          <li key={code}>
            <a href={`/quan-tri/thu-tuc/${encodeURIComponent(code)}?ban=${number}&phan=so-sanh`}>{name}</a>,{' '}
            {showInstant(publishedAt, language)}
          </li>
        ))}
      </ul>
    </Block>
  )
}
