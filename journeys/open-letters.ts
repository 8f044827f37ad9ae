import { startMailRelay } from '#sandbox/mail-relay/mail-relay.ts'
import { sendWaitingEmails } from '#engines/notification/send-email.ts'
import type { TestPlatform } from '../src/commands/testing/test-platform.ts'

interface OpenedLetter {
  /** What its reader takes it for: `text/plain`. */
  readonly kind: string
  readonly text: string
}

/** Sends every e-mail that waits to a relay; answers them as a reader opens them. */
export async function openLetters({ platform: { connection, runner } }: TestPlatform): Promise<OpenedLetter[]> {
  const relay = await startMailRelay(0)
  try {
    while (
      (await sendWaitingEmails(connection.db, { smtpUrl: relay.url, from: 'dvc@example.vn' }, runner.log, runner.now)) >
      0
    );
    return relay.letters.map(({ raw }) => open(raw))
  } finally {
    await relay.close()
  }
}

function open(raw: string): OpenedLetter {
  const end = raw.indexOf('\n\n')
  const header = (name: string) =>
    new RegExp(`^${name}: *([^;\\s]*)`, 'im').exec(raw.slice(0, end))?.[1]?.toLowerCase() ?? ''
  const body = raw.slice(end + 2)
  const written = header('content-transfer-encoding')
  const bytes =
    written === 'base64'
      ? Buffer.from(body, 'base64')
      : written === 'quoted-printable'
        ? Buffer.from(
            body
              .replaceAll(/=\n/g, '')
              .replaceAll(/=([\dA-F]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16))),
            'latin1',
          )
        : Buffer.from(body)
  return { kind: header('content-type'), text: bytes.toString() }
}
