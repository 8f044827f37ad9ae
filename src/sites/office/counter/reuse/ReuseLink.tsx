import type { Words } from '#values/words.ts'
import { useSay } from '../../use-office.ts'
import { reusableHref } from './reusable-address.ts'

const text: Words = { vi: 'Dùng lại giấy tờ tỉnh đã có', en: 'Use papers that the province has' }

/** The way to what can be used again, once the draft has all that stands in the form. */
export function ReuseLink({ draftId, settle }: { readonly draftId: string; readonly settle: () => Promise<boolean> }) {
  const t = useSay()
  const href = reusableHref(draftId)
  return (
    <p>
      <a
        className="act act-link"
        href={href}
        onClick={(event) => {
          event.preventDefault()
          void settle().then((isKept) => isKept && location.assign(href))
        }}
      >
        {t(text)}
      </a>
    </p>
  )
}
