import { Act, type ActProps } from '#ui/office/Button.tsx'

/** A button of the desk: what it does, for which number or desk. */
export const DeskAct = ({
  what,
  id,
  ...act
}: Omit<ActProps, 'name' | 'value'> & { readonly what: string; readonly id?: string }) => (
  <Act {...act} name="lam" value={id === undefined ? what : `${what}:${id}`} />
)

/** A key presses the button that does this, where there is one. */
export const pressKey = (what: string) => () =>
  document
    .querySelector<HTMLButtonElement>(`button[name=lam][value="${what}"], button[name=lam][value^="${what}:"]`)
    ?.click()
