import type { ReactNode } from 'react'
import { Form, useLoaderData, useNavigation } from 'react-router'
import { Act } from '#ui/office/Button.tsx'
import { FormToken } from '../../FormToken.tsx'
import { SendOnce } from '../../SendOnce.tsx'
import type { viewReorganisation } from './view.ts'

interface PlanFormProps {
  readonly what: string
  readonly title: string
  readonly submit: string
  readonly open: boolean
  readonly children: ReactNode
}

/** One change of the plan: folded away until asked for, open again when it was refused. */
export function PlanForm({ what, title, submit, open, children }: PlanFormProps) {
  const { state } = useNavigation()
  return (
    <details className="more" open={open || undefined}>
      <summary>{title}</summary>
      <Form method="post">
        <FormToken />
        <SendOnce />
        <input type="hidden" name="viec" value={what} />
        <Revision />
        {children}
        <Act text={submit} {...(state === 'submitting' && { refused: '…' })} />
      </Form>
    </details>
  )
}

interface PlanButtonProps {
  readonly what: string
  readonly fields: Readonly<Record<string, string>>
  readonly children: ReactNode
}

/** One press that changes the plan: what it is about goes along unseen. */
export const PlanButton = ({ what, fields, children }: PlanButtonProps) => (
  <Form method="post" preventScrollReset>
    <FormToken />
    <SendOnce />
    {Object.entries({ viec: what, ...fields }).map(([name, value]) => (
      <input key={name} type="hidden" name={name} value={value} />
    ))}
    <Revision />
    {children}
  </Form>
)

/** Of the plan as the page shows it: who changes what somebody else changed since is told so. */
const Revision = () => (
  <input type="hidden" name="lan-sua" value={useLoaderData<typeof viewReorganisation>().revision} />
)
