import type { Words } from '#values/words.ts'
import { sayTier } from '#engines/directory/contract.ts'
import { FilterChips } from '#ui/office/Tabs.tsx'
import { SelectField } from '#ui/office/Fields.tsx'
import { daysOfPeriod, figurePeriods, type FigurePeriod } from '../figure-periods.ts'
import { useSay } from './use-office.ts'

const words = {
  level: { vi: 'Cấp', en: 'Level' },
  body: { vi: 'Cơ quan, địa phương', en: 'Body' },
  everyBody: { vi: 'Mọi cơ quan', en: 'All bodies' },
  periods: { vi: 'Kỳ báo cáo', en: 'Periods' },
} as const satisfies Record<string, Words>

const levels = ['province', 'district', 'commune'] as const

interface Body {
  readonly id: string
  readonly name: string
  readonly level: (typeof levels)[number]
}

interface LevelAndBodyProps {
  readonly level: (typeof levels)[number] | undefined
  /** What stands for no level. */
  readonly all: Words
  readonly body: Body | undefined
  readonly bodies: readonly Body[]
}

/** Of whom figures are: the fields of a form. */
export function LevelAndBody({ level, all, body, bodies }: LevelAndBodyProps) {
  const t = useSay()
  return (
    <>
      <SelectField
        name="cap"
        label={t(words.level)}
        value={level ?? ''}
        options={[{ value: '', text: t(all) }, ...levels.map((value) => ({ value, text: t(sayTier(value)) }))]}
      />
      <SelectField
        name="co-quan"
        label={t(words.body)}
        value={body?.id ?? ''}
        options={[
          { value: '', text: t(words.everyBody) },
          ...bodies.map(({ id, name }) => ({ value: id, text: name })),
        ]}
      />
    </>
  )
}

interface PeriodChipsProps {
  readonly from: string
  readonly to: string
  readonly href: (period: string) => string
}

/** The periods that are reported on, each one press away; own days are typed. */
export function PeriodChips({ from, to, href }: PeriodChipsProps) {
  const t = useSay()
  return (
    <FilterChips
      label={t(words.periods)}
      chips={Object.entries(figurePeriods).map(([period, said]) => {
        const days = daysOfPeriod(period as FigurePeriod)
        return { text: t(said), on: days.from === from && days.to === to, href: href(period) }
      })}
    />
  )
}
