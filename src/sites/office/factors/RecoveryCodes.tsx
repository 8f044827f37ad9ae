import { Form } from 'react-router'
import { NoteBox, StatusText } from '#ui/office/Badge.tsx'
import { Act, ActionRow } from '#ui/office/Button.tsx'
import { Block } from '#ui/office/Panes.tsx'
import { FormToken } from '../../FormToken.tsx'
import { useSay } from '../use-office.ts'
import { factorWords as words } from './words.ts'

/** New codes, which nobody sees again. */
export function NewRecoveryCodes({ codes }: { readonly codes: readonly string[] }) {
  const t = useSay()
  return (
    <NoteBox tone="good" icon="key" title={t(words.once)} live>
      <ol className="factor-codes code">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <p>{t(words.onceText)}</p>
    </NoteBox>
  )
}

/** How many are left, and a new set. */
export function RecoveryCodes({ left }: { readonly left: number }) {
  const t = useSay()
  return (
    <Block title={t(words.codes)}>
      <p className="in-line">
        <StatusText tone={left > 2 ? 'good' : 'soon'} icon="key">
          {t(words.left, { count: left })}
        </StatusText>
      </p>
      <p className="quiet">{t(words.codesText)}</p>
      <Form method="post">
        <FormToken />
        <ActionRow>
          <Act icon="refresh" text={t(words.renew)} name="viec" value="ma-du-phong" />
        </ActionRow>
      </Form>
      <p className="quiet">{t(words.renewText)}</p>
    </Block>
  )
}
