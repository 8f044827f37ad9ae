import type { Language, Words } from '#values/words.ts'
import { fill, say } from '#values/words.ts'
import { ButtonLink } from '#ui/portal/Button.tsx'
import { PageTitle } from '#ui/portal/Columns.tsx'

const words = {
  title: { vi: 'Đang quay lại {name}', en: 'Going back to {name}' },
  go: { vi: 'Đi tiếp', en: 'Go on' },
} as const satisfies Record<string, Words>

/**
 * Leads back to another system without a script. A form could not: browsers let none lead to another place than its policy names, even
 * by a redirect.
 */
export function GoOn({
  language,
  name,
  href,
}: {
  readonly language: Language
  readonly name: string
  readonly href: string
}) {
  return (
    <>
      <meta httpEquiv="refresh" content={`0;url=${href}`} />
      <PageTitle title={say(fill(words.title, { name }), language)} />
      <ButtonLink href={href}>{say(words.go, language)}</ButtonLink>
    </>
  )
}
