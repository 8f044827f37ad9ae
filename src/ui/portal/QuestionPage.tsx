import type { ReactNode } from 'react'
import { Button } from './Button.tsx'
import { BackLink } from './Breadcrumbs.tsx'
import { Columns, PageTitle } from './Columns.tsx'
import { ErrorSummary } from './ErrorSummary.tsx'

interface QuestionPageProps {
  readonly title: string
  readonly titleInLaw?: string
  /** "Câu 3 trong 7": shown above the title on a wide screen; {@link ProgressLine} says it on a phone. */
  readonly caption?: string
  readonly lead?: ReactNode
  readonly back: { readonly href: string; readonly text: string }
  readonly errors?: {
    readonly title: string
    readonly list: readonly { readonly fieldId: string; readonly text: string }[]
  }
  /** The id of the form, so that the frame's "Lưu và thoát" can send it too. */
  readonly formId?: string
  readonly action?: string
  /** Values that travel unseen. */
  readonly hidden: Readonly<Record<string, string>>
  readonly submit: { readonly text: string; readonly note?: string; readonly name?: string; readonly value?: string }
  /** Why the page is still here although it was sent. */
  readonly held?: string | undefined
  readonly progressLine?: ReactNode
  readonly aside: ReactNode
  readonly asideLabel: string
  /** Help under the form on a phone, where the aside is left out. */
  readonly help?: ReactNode
  readonly children: ReactNode
}

/** One question per page: errors, title, fields, "Tiếp tục". A plain form; Enter in a field sends it. */
export function QuestionPage(props: QuestionPageProps) {
  const {
    title,
    titleInLaw,
    caption,
    lead,
    back,
    errors,
    formId = 'question',
    action,
    hidden,
    submit,
    children,
  } = props
  return (
    <Columns shape="progress" onPhone="none" aside={props.aside} asideLabel={props.asideLabel}>
      {props.progressLine}
      <div className="on-wide">
        <BackLink {...back} />
      </div>
      {errors && errors.list.length > 0 && <ErrorSummary title={errors.title} errors={errors.list} />}
      <PageTitle
        title={title}
        titleInLaw={titleInLaw}
        lead={lead}
        caption={caption && <span className="on-wide">{caption}</span>}
      />
      <form id={formId} method="post" action={action} noValidate className="question">
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {children}
        <div className="button-row">
          <Button size="large" name={submit.name} value={submit.value}>
            {submit.text}
          </Button>
          {submit.note && <p className="button-note on-wide">{submit.note}</p>}
        </div>
        <p role="status">{props.held}</p>
      </form>
      <div className="on-phone">
        <BackLink {...back} />
        {props.help !== undefined && <div className="help">{props.help}</div>}
      </div>
    </Columns>
  )
}
