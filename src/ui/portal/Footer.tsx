import { say, type Language } from '#values/words.ts'
import { words } from '../words.ts'

export interface FooterProps {
  readonly owner: { readonly title: string; readonly lines: readonly string[] }
  readonly columns: readonly {
    readonly title: string
    readonly links: readonly { readonly href: string; readonly text: string }[]
  }[]
}

/** Who answers for the pages, how to reach them, and the pages about the pages. */
export function Footer({ owner, columns, language }: FooterProps & { readonly language: Language }) {
  return (
    <footer className="footer" aria-label={say(words.footer, language)}>
      <div className="measure footer-in">
        <section>
          <h2>{owner.title}</h2>
          {owner.lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </section>
        {columns.map((column) => (
          <section key={column.title}>
            <h2>{column.title}</h2>
            <ul>
              {column.links.map((link) => (
                <li key={link.href}>
                  <a href={link.href}>{link.text}</a>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </footer>
  )
}
