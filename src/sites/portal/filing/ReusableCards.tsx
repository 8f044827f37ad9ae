import type { PlainDate } from '#values/plain-date.ts'
import { showDate } from '#values/show-time.ts'
import { fill, say, type Language, type Words } from '#values/words.ts'
import type { ReusableView } from '#engines/services/contract.ts'
import { sayOrigin } from '#engines/services/web/index.ts'
import { FileCard } from '#ui/portal/FileDrop.tsx'
import { StatusBadge } from '#ui/portal/StatusBadge.tsx'
import { FormToken } from '../../FormToken.tsx'
import { SendOnce } from '../../SendOnce.tsx'
import type { Draft } from './steps.ts'

const words = {
  has: { vi: 'Tỉnh đã có, không phải nộp lại', en: 'The province has it already' },
  paper: { vi: '{title}. Nộp ở hồ sơ {code} ngày {day}', en: '{title}. Handed in with {code} on {day}' },
  result: { vi: '{title}. Cấp ngày {day}, hồ sơ {code}', en: '{title}. Issued {day}, dossier {code}' },
  until: { vi: 'Dùng được đến {day}', en: 'Usable until {day}' },
  use: { vi: 'Dùng bản này', en: 'Use this' },
  see: { vi: 'Xem', en: 'See' },
} as const satisfies Record<string, Words>

type Files = Draft['papers'][number]['files']

/** Where a file that is used again is from. */
export function originOf(file: Files[number], language: Language): string[] {
  const said = file.sourceCode === null ? undefined : sayOrigin(file)
  return said === undefined ? [] : [say(said, language)]
}

/** Whether what is offered stands among the files already. */
export const isTaken = ({ from, files, dossierCode }: ReusableView, there: Files): boolean =>
  from === 'paper'
    ? files.every(({ id }) => there.some((file) => file.id === id))
    : there.some((file) => file.origin === 'earlier-result' && file.sourceCode === dossierCode)

/** The choice as its button sends it. */
export function readReused(text: string) {
  const [paper = '', from = '', source = ''] = text.split(' ')
  return { paper, from: from === 'result' ? ('result' as const) : ('paper' as const), source }
}

/** What the province has for a paper: each with where it is from and how long it counts, taken by one button, without a script too. */
export function ReusableCards({
  language,
  title,
  reusable,
}: {
  readonly language: Language
  readonly title: string
  readonly reusable: readonly ReusableView[]
}) {
  const t = (one: Words, values: Record<string, string> = {}) => say(fill(one, values), language)
  const day = (date: string) => showDate(date as PlainDate)
  return reusable.map(({ paper, from, id, title: about, files, dossierCode, on, until }) => (
    <form method="post" key={id}>
      <FormToken />
      <SendOnce />
      <FileCard
        title={title}
        meta={t(words[from], { title: about, code: dossierCode, day: day(on) })}
        badge={<StatusBadge tone="good">{t(words.has)}</StatusBadge>}
        actions={[
          { icon: 'check', text: t(words.use), name: 'reuse', value: `${paper} ${from} ${id}` },
          ...(files[0] ? [{ icon: 'eye' as const, text: t(words.see), href: `/files/${files[0].id}/preview` }] : []),
        ]}
      >
        {until && <p className="note">{t(words.until, { day: day(until) })}</p>}
      </FileCard>
    </form>
  ))
}
