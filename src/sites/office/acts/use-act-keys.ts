import { useNavigate } from 'react-router'
import type { Bindings } from '#ui/keymap.ts'
import { useKeys } from '#ui/keymap.ts'
import { supplementHref } from '../dossier/address.ts'
import { returnOf, sortActs, type OfficeDossier } from './acts.ts'

interface ActKeys {
  readonly dossier: OfficeDossier | undefined
  readonly panelHref: (panel: string) => string
  /** Which panel is open now, and where closing it leads. */
  readonly open: string | undefined
  readonly closeHref: string
  readonly canAssign: boolean
}

/** The letters of the action column: the primary button is pressed where it stands, panels are opened at their address. */
export function useActKeys({ dossier, panelHref, open, closeHref, canAssign }: ActKeys): Bindings {
  const navigate = useNavigate()
  const go = (panel: string) => () => void navigate(panelHref(panel), { preventScrollReset: true })
  const primaryButton = () => document.querySelector<HTMLElement>('.actions .act-primary')
  // Done, and on to what comes next, wherever it was done; a link first asks what must be said.
  const pressAndGoOn = () => {
    const button = primaryButton()
    if (!(button instanceof HTMLButtonElement) || button.form === null) return button?.click()
    button.form.addEventListener('formdata', ({ formData }) => formData.set('then', 'next'), { once: true })
    button.form.requestSubmit(button)
  }
  useKeys(
    open === undefined
      ? {}
      : {
          send: () => document.querySelector<HTMLFormElement>('form#act')?.requestSubmit(),
          back: () => void navigate(closeHref, { preventScrollReset: true }),
        },
  )
  if (dossier === undefined) return {}
  const { primary } = sortActs(dossier)
  const returned = returnOf(dossier)
  return {
    ...(primary && open === undefined && { submit: () => primaryButton()?.click(), done: pressAndGoOn }),
    ...(dossier.canAdvise && { opinion: go('opinion') }),
    ...(dossier.tasks.some((task) => task.isMine) && { later: go('later') }),
    ...(canAssign && dossier.tasks.length > 0 && { pass: go('assign') }),
    ...(returned && {
      return:
        returned.action === 'return' ? go('return') : () => void navigate(supplementHref(dossier.id, returned.step)),
    }),
  }
}
