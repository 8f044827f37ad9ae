import { day, late, minute, showMoment, those, type Found } from './found.ts'
import type { Readings } from './read-readings.ts'

/** What the installation needs of others: relay, SMS centre, scanner, national portal, payments, the backup. */
export const judgePartners = (now: Date, readings: Readings): Found[] => [
  ...judgeMessages(now, readings),
  ...judgeOutside(now, readings),
  ...judgeBackup(now, readings),
]

function judgeMessages(now: Date, { state, partners: { email, sms } }: Readings): Found[] {
  const [emailLate, smsLate] = [late(now, email.oldest), late(now, sms?.oldest)]
  return those(
    !state.emails.sendsMail && { code: 'mail-unset', gravity: 'today', facts: { count: email.waiting } },
    state.emails.sendsMail &&
      emailLate && {
        code: 'mail-late',
        gravity: emailLate,
        since: email.oldest,
        facts: { count: email.waiting, since: showMoment(email.oldest!) },
      },
    email.troubled > 0 && { code: 'mail-failed', gravity: 'soon', facts: { count: email.troubled } },
    sms &&
      smsLate && {
        code: 'sms-late',
        gravity: smsLate,
        since: sms.oldest,
        facts: { count: sms.waiting, since: showMoment(sms.oldest!) },
      },
    sms && sms.troubled > 0 && { code: 'sms-failed', gravity: 'soon', facts: { count: sms.troubled } },
  )
}

function judgeOutside(
  now: Date,
  { state: { files, nationalLink }, scannerVersion, link, partners }: Readings,
): Found[] {
  const linkSince = link?.downSince ?? link?.slowSince
  const { payments } = partners
  return those(
    !files.scans && { code: 'scanner-unset', gravity: 'today' },
    files.scans &&
      (scannerVersion === null || late(now, files.oldest) === 'now') && {
        code: 'scanner-away',
        gravity: files.waiting > 0 ? 'now' : 'today',
        since: files.oldest,
        facts: { count: files.waiting },
      },
    nationalLink !== null &&
      linkSince && {
        code: 'national-link-down',
        gravity: now.getTime() - linkSince.getTime() > day ? 'now' : 'today',
        since: linkSince,
        facts: { since: showMoment(linkSince), count: nationalLink.waiting },
      },
    nationalLink !== null &&
      nationalLink.differing > 0 && {
        code: 'national-link-differs',
        gravity: 'today',
        facts: { count: nationalLink.differing },
      },
    payments?.oldest && {
      code: 'payments-late',
      gravity: late(now, payments.oldest) ?? 'today',
      since: payments.oldest,
      facts: { count: payments.waiting, since: showMoment(payments.oldest) },
    },
  )
}

function judgeBackup(now: Date, { backup }: Readings): Found[] {
  if (backup === undefined) return [{ code: 'backup-unknown', gravity: 'today' }]
  const { baseAt, coveredUntil } = backup
  const age = now.getTime() - baseAt.getTime()
  return those(
    // Nightly, and two hours for the night in which it takes longer.
    age > 26 * 3_600_000 && {
      code: 'backup-old',
      gravity: age > 3 * day ? 'now' : 'today',
      since: baseAt,
      facts: { since: showMoment(baseAt) },
    },
    // A minute is promised (RPO); ten leave out a restart of the archiver.
    coveredUntil !== null &&
      now.getTime() - coveredUntil.getTime() > 10 * minute && {
        code: 'archive-late',
        gravity: 'today',
        since: coveredUntil,
        facts: { since: showMoment(coveredUntil) },
      },
  )
}
