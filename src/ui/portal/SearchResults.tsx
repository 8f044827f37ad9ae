import type { ReactNode } from 'react'

interface SearchResultsProps {
  /** "3 thủ tục, gần nhất ở trên cùng" */
  readonly count: string
  readonly results: readonly {
    readonly href: string
    readonly title: string
    /** Why it was found; mark the words with {@link Marked}. */
    readonly said?: ReactNode
    readonly lines?: readonly string[]
  }[]
}

/** Results, the best first and lifted out. */
export function SearchResults({ count, results }: SearchResultsProps) {
  return (
    <>
      <p className="results-count" role="status">
        {count}
      </p>
      <ol className="results">
        {results.map((result) => (
          <li key={result.href}>
            <a href={result.href}>{result.title}</a>
            {result.said !== undefined && <p>{result.said}</p>}
            {result.lines?.map((line) => (
              <p key={line} className="quiet">
                {line}
              </p>
            ))}
          </li>
        ))}
      </ol>
    </>
  )
}
