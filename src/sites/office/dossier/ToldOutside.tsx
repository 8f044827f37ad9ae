import { deliveryTones, toldLine } from '#engines/notification/web/index.ts'
import { History } from '#ui/office/History.tsx'
import { Block } from '#ui/office/Panes.tsx'
import type { Words } from '#values/words.ts'
import type { OfficeDossier } from '../acts/acts.ts'
import { useSay } from '../use-office.ts'

const told: Words = { vi: 'Đã báo cho người nộp', en: 'The applicant was told' }

/** What the applicant was told outside the platform, newest first, and how far each came. */
export function ToldOutside({ dossier, most }: { readonly dossier: OfficeDossier; readonly most?: number }) {
  const t = useSay()
  if (dossier.told.length === 0) return null
  return (
    <Block title={t(told)} small>
      <History
        items={dossier.told
          .toReversed()
          .slice(0, most)
          .map((one) => ({
            title: t(toldLine(one)),
            tone: deliveryTones[one.state],
            ...(most === undefined && { text: t(one.words) }),
          }))}
      />
    </Block>
  )
}
