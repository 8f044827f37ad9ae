import { AddressRefused, fetchOutside } from '#kernel/http/ask-outside.ts'
import type { NationalProfile } from '../declare.ts'

export interface FileSource {
  /** Of the adapter: what stands there may be fetched, also without TLS and from a private network. */
  readonly url: string
  readonly profile: NationalProfile
  /** The largest file, in bytes. */
  readonly uploadLimit: number
}

/** It cannot be had now, and may be later: the server is away or slow, answers with something else, or breaks off. */
export class FileAway extends Error {}

/**
 * Fetches a file that a filing refers to, from the adapter or an origin that the profile names, never by a redirect. `AddressRefused`: it is
 * elsewhere, or not public. `RangeError`: too large. `FileAway`: everything else; what comes is whole.
 */
export async function fetchFile(address: string, { url, profile, uploadLimit }: FileSource): Promise<Uint8Array> {
  const place = URL.parse(address, `${url}/`)
  const adapter = new URL(url)
  const origins = [adapter, ...profile.filed.origins.map((one) => new URL(one))].map(({ origin }) => origin)
  if (place === null || place.username !== '' || place.password !== '' || !origins.includes(place.origin))
    throw new AddressRefused('not a place of the national portal')
  const asked = {
    headers: {},
    insideHosts: [adapter.host],
    answerMs: profile.timeoutSeconds * 1000,
    mostBytes: uploadLimit,
  }
  try {
    const { status, headers, body } = await fetchOutside(place.href, asked)
    if (status !== 200) throw new FileAway(`answered ${status}`)
    // A page in its place says to sign in, or that something went wrong.
    if (/html/i.test(String(headers['content-type'])) || looksLikePage(body)) throw new FileAway('answered with a page')
    if (body.length === 0) throw new FileAway('answered with nothing')
    return body
  } catch (error) {
    if (error instanceof AddressRefused || error instanceof RangeError || error instanceof FileAway) throw error
    throw new FileAway(error instanceof Error ? error.message : 'cannot be had', { cause: error })
  }
}

const looksLikePage = (body: Buffer): boolean =>
  /^\uFEFF?\s*<(!doctype\s+html|html)/i.test(body.toString('utf8', 0, 200))
