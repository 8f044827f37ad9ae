import { say, type Language, type Words } from '#values/words.ts'
import { TextField } from '#ui/portal/TextField.tsx'

const words = {
  decision: { vi: 'Quyết định giải quyết lần đầu', en: 'First decision' },
  decisionHint: {
    vi: 'Số, ngày, của ai; quá hạn mà chưa giải quyết thì ghi như vậy',
    en: 'Number, day, whose; or that there was none in time',
  },
  previous: { vi: 'Mã tra cứu của khiếu nại lần đầu', en: 'Look-up code of the first complaint' },
  previousHint: {
    vi: 'Nếu lần đầu gửi trên cổng này; không có thì chọn cơ quan đã giải quyết ở dưới',
    en: 'If it was sent here; otherwise choose the body that settled it',
  },
  previousIs: { vi: 'Khiếu nại lần đầu', en: 'First complaint' },
} as const satisfies Record<string, Words>

interface SecondFieldsProps {
  readonly language: Language
  readonly typed: Readonly<Record<string, string>>
  readonly errorOf: (name: string) => string | undefined
  /** The first one, chosen on one's own page. */
  readonly previous: { readonly id: string; readonly code: string } | undefined
}

/** What a second complaint is against. */
export function SecondFields({ language, typed, errorOf, previous }: SecondFieldsProps) {
  const t = (one: Words) => say(one, language)
  const field = (name: string) => ({ language, name, value: typed[name], error: errorOf(name) })
  return (
    <>
      <input type="hidden" name="round" value="second" />
      {previous ? (
        <>
          <input type="hidden" name="previousId" value={previous.id} />
          <p>
            {t(words.previousIs)} <code>{previous.code}</code>
          </p>
        </>
      ) : (
        <TextField
          {...field('previousLookUpCode')}
          label={t(words.previous)}
          hint={t(words.previousHint)}
          width="half"
          digits
        />
      )}
      <TextField
        {...field('decision')}
        label={t(words.decision)}
        hint={t(words.decisionHint)}
        maxLength={300}
        required
      />
    </>
  )
}
