import { useEffect } from 'react'

/** A theme chosen by hand wins over the computer's wish. */
export function useTheme(theme: string | undefined): void {
  useEffect(() => {
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset['theme'] = theme
    else delete document.documentElement.dataset['theme']
  }, [theme])
}
