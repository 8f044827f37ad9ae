import { fill, say, type Language } from '#values/words.ts'
import { installation } from '../installation.ts'
import { portalWords as words } from './words.ts'

/** What stands at the foot of every page of the portal. */
export function footerProps(language: Language) {
  const text = (one: { vi: string; en: string }) => say(one, language)
  return {
    owner: { title: text(installation.owner), lines: installation.contact.map(text) },
    columns: [
      {
        title: text(words.help),
        links: [
          { href: '/hoi-dap/gui', text: text(words.askUs) },
          { href: '/dat-hen', text: text(words.bookTime) },
          {
            href: `tel:${installation.helpLine.replaceAll(' ', '')}`,
            text: text(fill(words.call, { line: installation.helpLine })),
          },
        ],
      },
      {
        title: text(words.about),
        links: [
          { href: '/kha-nang-tiep-can', text: text(words.accessibility) },
          { href: '/du-lieu-ca-nhan', text: text(words.personalData) },
          { href: '/so-niem-phong', text: text(words.trailHeads) },
          { href: '/lap-trinh', text: text(words.programming) },
        ],
      },
    ],
  }
}
