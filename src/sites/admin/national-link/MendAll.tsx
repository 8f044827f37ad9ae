import { Form } from 'react-router'
import { groupThousands } from '#values/money.ts'
import { Act } from '#ui/office/Button.tsx'
import { FormToken } from '../../FormToken.tsx'
import { SendOnce } from '../../SendOnce.tsx'
import { useSay } from '../use-admin.ts'
import type { Loaded } from './page.tsx'
import { words } from './words.ts'

interface MendAllProps {
  readonly causes: Loaded['link']['causes']
  /** The cause that is looked at, to come back to. */
  readonly chosen: Loaded['cause']
}

/** Everything that is told again without a person mending something first. */
export function MendAll({ causes, chosen }: MendAllProps) {
  const t = useSay()
  return (
    <Form method="post">
      <FormToken />
      <SendOnce />
      <input type="hidden" name="xem" value={chosen ?? ''} />
      {causes.map(({ cause }) => (
        <input key={cause} type="hidden" name="nguyen-nhan" value={cause} />
      ))}
      <Act
        kind="primary"
        icon="tools"
        wide
        text={t(words.mendAll, { count: groupThousands(causes.reduce((sum, { count }) => sum + count, 0)) })}
      />
    </Form>
  )
}
