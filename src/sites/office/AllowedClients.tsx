import { Form } from 'react-router'
import { Act, ActionRow } from '#ui/office/Button.tsx'
import { Block } from '#ui/office/Panes.tsx'
import { allowedWords as words, knownBy, type AllowedClient } from '../allowed-clients.ts'
import { FormToken } from '../FormToken.tsx'
import { SendOnce } from '../SendOnce.tsx'
import { useOffice, useSay } from './use-office.ts'

/** Where the reader's account leads to, and how to end that. */
export function AllowedClients({ clients }: { readonly clients: readonly AllowedClient[] }) {
  const { language } = useOffice()
  const t = useSay()
  if (clients.length === 0) return null
  return (
    <Block title={t(words.title)} note={t(words.text)}>
      {clients.map((one) => (
        <Form method="post" action="/thoi-dong-y" key={one.clientId}>
          <FormToken />
          <SendOnce />
          <input type="hidden" name="tiep" value="/can-bo/mat-khau" />
          <p>
            <b>{one.name}</b>
            <br />
            {knownBy(one, language)}
          </p>
          <ActionRow>
            <Act text={t(words.takeBack)} name="he-thong" value={one.clientId} />
          </ActionRow>
        </Form>
      ))}
    </Block>
  )
}
