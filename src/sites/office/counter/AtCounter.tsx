import type { Words } from '#values/words.ts'
import { Act } from '#ui/office/Button.tsx'
import type { OfficeDossier } from '../acts/acts.ts'
import { useSay } from '../use-office.ts'
import { atCounterHref } from './reception-address.ts'

const words = {
  supplement: { vi: 'Bổ sung tại quầy…', en: 'Supplement at the counter…' },
  withdraw: { vi: 'Rút hồ sơ tại quầy…', en: 'Withdraw at the counter…' },
} as const satisfies Record<string, Words>

/** What the counter does for whoever filed it and has come; nothing at any other counter. */
export function AtCounter({ id, atCounter }: Pick<OfficeDossier, 'id' | 'atCounter'>) {
  const t = useSay()
  const { canSupplement = false, canWithdraw = false } = atCounter ?? {}
  if (!canSupplement && !canWithdraw) return null
  return (
    <div className="actions">
      {canSupplement && (
        <Act kind="primary" icon="user-check" text={t(words.supplement)} href={atCounterHref(id, 'bo-sung')} wide />
      )}
      {canWithdraw && <Act icon="x" text={t(words.withdraw)} href={atCounterHref(id, 'rut')} wide />}
    </div>
  )
}
