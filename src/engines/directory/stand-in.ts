/** Functions that stand in when a unit has nobody with the one asked for; then the agency's leadership. */
export const standIns: Readonly<Record<string, readonly string[]>> = {
  specialist: ['head', 'deputy-head'],
  head: ['deputy-head'],
  'deputy-head': ['head'],
  leader: ['deputy-leader'],
  'deputy-leader': ['leader'],
  clerk: ['specialist', 'head'],
  receiver: ['specialist'],
}

/** The functions that do what one is asked for, nearest first: in the unit itself, then where its agency is led. */
export const doersOf = (name: string): { readonly here: readonly string[]; readonly inAgency: readonly string[] } => ({
  here: [name, ...(standIns[name] ?? [])],
  inAgency: [name, 'leader', 'deputy-leader'],
})
