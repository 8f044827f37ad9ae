export interface AidBarProps {
  /** What is on: "Chữ 200%, tương phản cao". */
  readonly text: string
  readonly href: string
  readonly change: string
}

/** Says which reading aids are on and leads to where they are changed; the site sets `data-text` and `data-contrast` on `<html>`. */
export function AidBar({ text, href, change }: AidBarProps) {
  return (
    <div className="aid" role="region" aria-label={text}>
      <div className="measure">
        <span>{text}</span> <a href={href}>{change}</a>
      </div>
    </div>
  )
}
