import { X509Certificate } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { isIP } from 'node:net'
import { connect } from 'node:tls'

export interface SeenCertificate {
  readonly host: string
  readonly until: Date | undefined
  /** Why browsers would not trust it. */
  readonly distrust: string | undefined
  /** Why it could not be looked at. */
  readonly unseen: string | undefined
}

const longestMs = 3000

/** The certificate that people are shown at an address, by a handshake or from its file; undefined for plain HTTP. */
export async function seeCertificate(url: string, file: string | undefined): Promise<SeenCertificate | undefined> {
  const { protocol, hostname: host, port } = new URL(url)
  if (protocol !== 'https:') return undefined
  return file === undefined ? shakeHands(host, Number(port || 443)) : readCertificate(host, file)
}

async function readCertificate(host: string, file: string): Promise<SeenCertificate> {
  try {
    const certificate = new X509Certificate(await readFile(file))
    const fits = (isIP(host) === 0 ? certificate.checkHost(host) : certificate.checkIP(host)) !== undefined
    return {
      host,
      until: new Date(certificate.validTo),
      distrust: fits ? undefined : `it is not of ${host}`,
      unseen: undefined,
    }
  } catch (error) {
    return { host, until: undefined, distrust: undefined, unseen: (error as Error).message }
  }
}

/** Looks at whatever certificate is shown: that nobody trusts it is what we want to know. */
const shakeHands = (host: string, port: number): Promise<SeenCertificate> =>
  new Promise((resolve) => {
    const socket = connect({ host, port, servername: host, rejectUnauthorized: false, timeout: longestMs })
    const end = (seen: Omit<SeenCertificate, 'host'>) => {
      socket.destroy()
      resolve({ host, ...seen })
    }
    const unseen = (reason: string) => end({ until: undefined, distrust: undefined, unseen: reason })
    socket.once('secureConnect', () => {
      const { valid_to: until } = socket.getPeerCertificate()
      // Node says the code of OpenSSL here, whatever its types say; an ended certificate is told by its end.
      const reason = socket.authorized ? undefined : String(socket.authorizationError)
      const isOnlyEnded = reason === 'CERT_HAS_EXPIRED'
      end({ until: new Date(until), distrust: isOnlyEnded ? undefined : reason, unseen: undefined })
    })
    socket.once('timeout', () => unseen('no answer within 3 s'))
    socket.once('error', (error) => unseen(error.message))
  })
