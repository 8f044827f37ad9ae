import type { Words } from '#values/words.ts'
import { sayTier } from '#engines/directory/contract.ts'
import { SelectField } from '#ui/office/Fields.tsx'
import { figurePeriods } from '../figure-periods.ts'
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

/** The periods that are reported on, each one press away; own days are typed. */
export function PeriodLinks({ href }: { readonly href: (period: string) => string }) {
  const t = useSay()
  return (
    <nav className="in-line" aria-label={t(words.periods)}>
      {Object.entries(figurePeriods).map(([period, said]) => (
        <a key={period} href={href(period)}>
          {t(said)}
        </a>
      ))}
    </nav>
  )
}
