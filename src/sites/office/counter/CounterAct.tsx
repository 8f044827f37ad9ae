import type { ComponentProps, ReactNode } from 'react'
import { Form } from 'react-router'
import type { Bindings, Hint } from '#ui/keymap.ts'
import { ActionColumn, type ActProps } from '#ui/office/Button.tsx'
import { Block, PageHead, Pane, Panes } from '#ui/office/Panes.tsx'
import { SendOnce } from '../../SendOnce.tsx'
import { textOf } from '../../form-text.ts'
import { writeDone, type DoneWhat } from '../acts/done.ts'
import { dossierHref } from '../dossier/address.ts'
import { RefusedNote } from '../RefusedNote.tsx'
import type { Refused } from '../staff.ts'
import { useOffice } from '../use-office.ts'
import { CounterPage } from './CounterPage.tsx'
import { FormToken } from '../../FormToken.tsx'

interface CounterActProps extends Pick<ComponentProps<typeof PageHead>, 'title' | 'text' | 'back'> {
  /** The column of what is written. */
  readonly label: string
  readonly children: ReactNode
  /** The column at the right. */
  readonly besideLabel: string
  readonly beside: ReactNode
  /** The form that is sent, by the button or F10. */
  readonly form: string
  readonly act: Pick<ActProps, 'icon' | 'refused'> & { readonly text: string }
  /** Above the button: how far what is typed is kept. */
  readonly kept?: ReactNode
  /** What stands in the button's place while there is nothing to send. */
  readonly instead?: ReactNode
  readonly keys?: Bindings['extra']
  readonly hints?: readonly Hint[]
}

/** One act for whoever stands at the counter: its form, and beside it what it does and the one button. */
export function CounterAct({ title, text, back, form, act, instead, ...parts }: CounterActProps) {
  const press = () => document.querySelector<HTMLButtonElement>(`button[form="${form}"]`)?.click()
  return (
    <CounterPage
      head={<PageHead title={title} text={text} back={back} />}
      keys={{ extra: { ...parts.keys, f10: press } }}
      hints={[...(parts.hints ?? []), { caps: ['F10'], text: act.text }]}
    >
      <Panes shape="side">
        <Pane label={parts.label}>{parts.children}</Pane>
        <Pane
          label={parts.besideLabel}
          ground="ground"
          foot={
            instead ?? (
              <>
                {parts.kept}
                <ActionColumn actions={[{ kind: 'primary', cap: 'F10', form, ...act }]} />
              </>
            )
          }
        >
          {parts.beside}
        </Pane>
      </Panes>
    </CounterPage>
  )
}

interface ActFormProps extends Pick<ComponentProps<typeof Form>, 'id' | 'ref' | 'onInput'> {
  readonly dossier: { readonly code: string; readonly revision: number }
  readonly refused?: Refused['refused'] | undefined
  readonly children: ReactNode
}

/** The form of an act on a dossier as it was read. */
export const ActForm = ({ dossier, refused, children, ...form }: ActFormProps) => (
  <Form method="post" {...form}>
    <FormToken />
    <SendOnce />
    <input type="hidden" name="lan-sua" value={dossier.revision} />
    <input type="hidden" name="ma-ho-so" value={dossier.code} />
    <Refusal refused={refused} />
    {children}
  </Form>
)

/** Why it was refused, above what was typed. */
export function Refusal({ refused }: Partial<Refused>) {
  const { language } = useOffice()
  return (
    refused && (
      <Block>
        <RefusedNote language={language} refused={refused} />
      </Block>
    )
  )
}

/** The revision that an act's form was read in. */
export const revisionIn = (form: FormData): number => Number(textOf(form, 'lan-sua'))

/** The dossier, which says what was done. */
export const doneHref = (id: string, form: FormData, what: DoneWhat): string =>
  dossierHref({ id, done: writeDone({ what, about: textOf(form, 'ma-ho-so'), at: Date.now(), undo: [] }) })
