import { tokens } from './files-server.ts'

type Sender = keyof typeof tokens

const headersOf = (sender: Sender | undefined, more: Record<string, string>) => ({
  'Tus-Resumable': '1.0.0',
  ...(sender ? { Authorization: `Bearer ${tokens[sender]}` } : {}),
  ...more,
})

/** Speaks tus request by request, as no library would let one do. */
export const uploadClient = (url: string, sender?: Sender) => ({
  begin: (name: string, length: number | string, more: Record<string, string> = {}) =>
    fetch(`${url}/uploads`, {
      method: 'POST',
      headers: headersOf(sender, {
        'Upload-Length': String(length),
        'Upload-Metadata': `filename ${Buffer.from(name).toString('base64')}`,
        ...more,
      }),
    }),
  bring: (location: string, offset: number, bytes: BodyInit, more: Record<string, string> = {}) =>
    fetch(new URL(location, url), {
      method: 'PATCH',
      headers: headersOf(sender, {
        'Content-Type': 'application/offset+octet-stream',
        'Upload-Offset': String(offset),
        ...more,
      }),
      body: bytes,
      duplex: 'half',
    } as RequestInit),
  tell: (location: string) => fetch(new URL(location, url), { method: 'HEAD', headers: headersOf(sender, {}) }),
  giveUp: (location: string) => fetch(new URL(location, url), { method: 'DELETE', headers: headersOf(sender, {}) }),
  get: (path: string, more: Record<string, string> = {}, method = 'GET') =>
    fetch(new URL(path, url), {
      method,
      headers: { ...(sender ? { Authorization: `Bearer ${tokens[sender]}` } : {}), ...more },
    }),

  /** The whole file at once, for a place if one is named; answers its id and the last answer. */
  async send(
    name: string,
    bytes: Buffer,
    place: Readonly<Record<string, string>> = {},
  ): Promise<{ id: string; answer: Response }> {
    const metadata = Object.entries({ filename: name, ...place }).map(
      ([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`,
    )
    const begun = await this.begin(name, bytes.length, { 'Upload-Metadata': metadata.join(',') })
    const location = begun.headers.get('location') as string
    return { id: location.slice('/uploads/'.length), answer: await this.bring(location, 0, new Uint8Array(bytes)) }
  },
})
