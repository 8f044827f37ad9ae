import type { Tone } from '#ui/office/Badge.tsx'
import { History } from '#ui/office/History.tsx'
import { fill, type Words } from '#values/words.ts'
import type { OfficeDossier } from '../acts/acts.ts'
import { useSay } from '../use-office.ts'
import { authorisedNumber, reasonOf, whenOf } from './opinions.ts'

const tones: Readonly<Record<string, Tone>> = {
  filed: 'info',
  received: 'info',
  reorganized: 'info',
  supplied: 'good',
  decided: 'good',
  issued: 'good',
  delivered: 'good',
  'supplement-asked': 'waiting',
  paused: 'paused',
  returned: 'soon',
  rejected: 'late',
  apologised: 'late',
  lapsed: 'late',
}

const words = {
  since: { vi: '{step}: {unit}', en: '{step}: {unit}' },
  from: { vi: 'đang làm, hạn {time}', en: 'open, due {time}' },
  number: { vi: 'số định danh {number}', en: 'personal number {number}' },
  behalf: { vi: 'thay {name}', en: 'on behalf of {name}' },
} as const satisfies Record<string, Words>

interface DossierHistoryProps {
  readonly dossier: OfficeDossier
  /** The newest so many. */
  readonly most?: number
  /** With who did it, on whose behalf, and reasons. */
  readonly full?: boolean
}

/** What happened, newest first; what is open now on top. */
export function DossierHistory({ dossier, most, full }: DossierHistoryProps) {
  const t = useSay()
  const open = dossier.tasks.map((task) => ({
    title: t(fill(words.since, { unit: task.holder ?? task.unitName }), { step: t(task.stepName) }),
    when: t(words.from, { time: whenOf(task.due) }),
    tone: 'info' as const,
  }))
  const authorised = (detail: unknown) => {
    const number = authorisedNumber(detail)
    return number && t(words.number, { number })
  }
  const past = dossier.history
    .filter((line) => line.kind !== 'opinion')
    .toReversed()
    .slice(0, most)
    .map((line) => ({
      title: t(line.words),
      when: whenOf(line.at),
      tone: tones[line.kind],
      ...(full && {
        text: [
          authorised(line.detail),
          line.actorName,
          line.actorTitle,
          line.unitName,
          line.onBehalfOf && t(words.behalf, { name: line.onBehalfOf }),
          reasonOf(line.detail),
        ]
          .filter(Boolean)
          .join(' · '),
      }),
    }))
  return <History items={[...open, ...past]} tight={full} />
}
