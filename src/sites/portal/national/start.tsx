import { redirect, useLoaderData, type LoaderFunctionArgs } from 'react-router'
import { pageOf, safePath } from '../../client.ts'
import { NationalFailed } from './NationalFailed.tsx'
import { keepSignOn } from './sign-on-cookie.ts'
import { toldRefusal } from './told-refusal.ts'

/** Sends the browser to the national portal; it keeps what only it can come back with. */
export async function loader(args: LoaderFunctionArgs) {
  const { client, language, publicUrl } = pageOf(args)
  const next = safePath(new URL(args.request.url).searchParams.get('tiep'), '/trang-cua-toi')
  try {
    const { url, browser, expiresAt } = await client.identity.startNationalSignOn({ next })
    return redirect(url, { headers: { 'Set-Cookie': keepSignOn(publicUrl, browser, expiresAt) } })
  } catch (error) {
    return toldRefusal(error, language)
  }
}

export default function NationalStart() {
  return <NationalFailed {...useLoaderData<typeof loader>()} />
}
