import { data } from 'react-router'
import { problems } from '#values/errors.ts'
import { staffPage, type Told } from './staff.ts'
import type { LoaderFunctionArgs } from 'react-router'

export function loader(args: LoaderFunctionArgs) {
  const page = staffPage(args)
  throw data({ code: 'notFound', words: problems.notFound.message, incident: page.call.requestId } satisfies Told, {
    status: 404,
  })
}

export default function NotFound() {
  return null
}
