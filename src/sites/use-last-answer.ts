import { useState } from 'react'
import { useActionData, useLocation } from 'react-router'

/**
 * What the last act of this page was answered: it stands until the next act or page. For a page that is read anew by itself, where
 * React Router lets an answer go with the first reading that follows it, and the reason for a refusal would be gone before it is read.
 */
export function useLastAnswer<Answer>() {
  const answer = useActionData<Answer>()
  const { key } = useLocation()
  const [last, setLast] = useState({ key, answer })
  // Each act gives the page a new key, also one that leads to the same address.
  const isNew = last.key !== key || (answer !== undefined && last.answer !== answer)
  if (isNew) setLast({ key, answer })
  return isNew ? answer : last.answer
}
