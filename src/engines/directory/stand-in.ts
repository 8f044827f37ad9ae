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
