import { useSyncExternalStore } from 'react'

/** Whether a script runs this page: what only a script can do is promised only then. */
export const useAwake = (): boolean =>
  useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  )
