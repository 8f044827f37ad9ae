import { say, type Language, type Words } from '#values/words.ts'
import { Block } from '#ui/office/Panes.tsx'
import { FilterChips } from '#ui/office/Tabs.tsx'
import { trailHref } from './trail-filters.ts'

const words = {
  title: { vi: 'Nhật ký kiểm toán', en: 'Audit trail' },
  object: { vi: 'Ai đã xem, đã sửa', en: 'Who read and changed it' },
  account: { vi: 'Tài khoản này đã làm gì', en: 'What this account did' },
  unit: { vi: 'Người của đơn vị đã làm gì', en: 'What people of this unit did' },
} as const satisfies Record<string, Words>

interface TrailLinksProps {
  /** Whoever looks: nothing is shown to those who may not read the trail. */
  readonly known: { readonly language: Language; readonly me: { readonly permissions: readonly string[] } }
  /** `type:id` */
  readonly object: string
  readonly account?: string
  readonly unit?: string
}

/** From a dossier, an account or a unit to its lines in the trail. */
export function TrailLinks({ known: { language, me }, object, account, unit }: TrailLinksProps) {
  if (!me.permissions.includes('audit.read')) return null
  const links = [
    { href: trailHref({ 'doi-tuong': object }), text: words.object },
    ...(account === undefined ? [] : [{ href: trailHref({ ai: account }), text: words.account }]),
    ...(unit === undefined ? [] : [{ href: trailHref({ 'don-vi': unit }), text: words.unit }]),
  ]
  return (
    <Block title={say(words.title, language)} small>
      <FilterChips
        label={say(words.title, language)}
        chips={links.map(({ href, text }) => ({ href, text: say(text, language) }))}
      />
    </Block>
  )
}
