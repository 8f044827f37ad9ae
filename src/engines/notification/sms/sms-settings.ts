import type { SmppPlace } from './smpp-session.ts'

export interface SmppSettings {
  readonly place: SmppPlace
  readonly window: number
  readonly rate: number | undefined
}

/** Reads `smpp://user:password@host:2775?window=50&rate=200`, or smpps for TLS. */
export function smppSettingsOf(url: string): SmppSettings {
  const { protocol, hostname, port, username, password, searchParams } = new URL(url)
  return {
    place: {
      host: hostname,
      port: Number(port || 2775),
      isSecure: protocol === 'smpps:',
      systemId: decodeURIComponent(username),
      password: decodeURIComponent(password),
    },
    window: Number(searchParams.get('window') ?? 50),
    rate: searchParams.has('rate') ? Number(searchParams.get('rate')) : undefined,
  }
}
