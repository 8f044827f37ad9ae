import { useEffect } from 'react'
import { useNavigate } from 'react-router'

const inPlace = /^\/(can-bo|quan-tri)(\/|$)/

/**
 * Links and search forms of the office change the page in place once the script runs; without it they are what they are.
 * Drawn things therefore need no router.
 */
export function useInPlace() {
  const navigate = useNavigate()
  useEffect(() => {
    const onClick = (event: MouseEvent) => {
      if (
        event.defaultPrevented ||
        event.button !== 0 ||
        event.metaKey ||
        event.ctrlKey ||
        event.shiftKey ||
        event.altKey
      )
        return
      const link = (event.target as Element).closest?.('a')
      if (!link || link.target || link.hasAttribute('download') || link.origin !== window.location.origin) return
      if (!inPlace.test(link.pathname) || link.hasAttribute('data-whole')) return
      if (link.hash && link.pathname === window.location.pathname && link.search === window.location.search) return
      event.preventDefault()
      void navigate(link.pathname + link.search + link.hash, {
        preventScrollReset: link.pathname === window.location.pathname,
      })
    }
    const onSubmit = (event: SubmitEvent) => {
      const form = event.target as HTMLFormElement
      if (event.defaultPrevented || form.method !== 'get') return
      const url = new URL(form.action)
      if (url.origin !== window.location.origin || !inPlace.test(url.pathname)) return
      event.preventDefault()
      const asked = new URLSearchParams()
      for (const [name, value] of new FormData(form, event.submitter))
        if (typeof value === 'string' && value !== '') asked.append(name, value)
      // What was found is moved through by keys, which are off while typing.
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
      void navigate(`${url.pathname}?${asked}`)
    }
    document.addEventListener('click', onClick)
    document.addEventListener('submit', onSubmit)
    return () => {
      document.removeEventListener('click', onClick)
      document.removeEventListener('submit', onSubmit)
    }
  }, [navigate])
}
