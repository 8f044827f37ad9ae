interface ErrorSummaryProps {
  /** "Còn 1 chỗ cần xem lại" */
  readonly title: string
  readonly errors: readonly { readonly fieldId: string; readonly text: string }[]
}

/** Named first after a failed "Tiếp tục": it takes the focus (without a script) and its links lead to the fields. */
export function ErrorSummary({ title, errors }: ErrorSummaryProps) {
  return (
    // The focus moves here on purpose: the page was just sent and came back.
    <div className="errors" role="alert" tabIndex={-1} autoFocus aria-labelledby="errors-title">
      <h2 id="errors-title">{title}</h2>
      <ul>
        {errors.map((error) => (
          <li key={error.fieldId}>
            <a href={`#${error.fieldId}`}>{error.text}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}
