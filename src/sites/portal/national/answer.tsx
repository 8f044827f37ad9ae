import { redirect, useLoaderData, type LoaderFunctionArgs } from 'react-router'
import { pageOf } from '../../client.ts'
import { enter } from './enter.ts'
import { NationalFailed } from './NationalFailed.tsx'
import { signOnOf } from './sign-on-cookie.ts'
import { toldRefusal } from './told-refusal.ts'

/** Where the national portal sends the browser back: signed in at once, or on to the page that asks whether it is them. */
export async function loader(args: LoaderFunctionArgs) {
  const { client, language, publicUrl } = pageOf(args)
  try {
    const { next, session } = await client.identity.finishNationalSignOn({
      browser: signOnOf(args.request, publicUrl),
      answer: new URL(args.request.url).search.slice(1),
      agent: args.request.headers.get('user-agent')?.slice(0, 300),
    })
    if (session === null) return redirect('/dang-nhap/xac-minh')
    return enter(publicUrl, session, next)
  } catch (error) {
    return toldRefusal(error, language)
  }
}

export default function NationalAnswer() {
  return <NationalFailed {...useLoaderData<typeof loader>()} />
}
