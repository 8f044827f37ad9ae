import { useLayoutEffect, useRef } from 'react'
import { NavigationType, Outlet, useLocation, useNavigationType } from 'react-router'

/** The screens of a site for officials. */
export function StaffOutlet() {
  useTopOfNewPage()
  return <Outlet />
}

/** Another page stands at its top; what changes within a page, or is gone back to, stays where the reader stands. */
function useTopOfNewPage() {
  const { pathname, hash } = useLocation()
  const isGoneBackTo = useNavigationType() === NavigationType.Pop
  const before = useRef(pathname)
  useLayoutEffect(() => {
    if (before.current === pathname) return
    before.current = pathname
    if (!isGoneBackTo && hash === '') window.scrollTo(0, 0)
  }, [pathname, hash, isGoneBackTo])
}
