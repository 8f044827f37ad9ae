import { createSecrets } from '#kernel/secrets/secrets.ts'
import type { SendingParts } from '../start-sending.ts'

/** What senders need, with a key for tests and without anything to send by. */
export const sendingParts = (more: Partial<SendingParts> = {}): SendingParts => ({
  smtpUrl: undefined,
  from: '',
  sms: undefined,
  publicUrl: 'https://dvc.example',
  insideHosts: [],
  secrets: createSecrets(Buffer.alloc(32, 7)),
  ...more,
})
