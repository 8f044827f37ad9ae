import { useEffect } from 'react'
import { preloadModule } from 'react-dom'

/** Once this page listens, the browser fetches the scripts of the page that people will go on to while they still read; of its data nothing. */
export function useScriptsAhead(scripts: readonly string[]): void {
  useEffect(() => scripts.forEach((href) => preloadModule(href, { as: 'script' })), [scripts])
}
