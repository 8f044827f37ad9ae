/** Columns of which nothing is ever shown to anybody, on no screen, in no answer, file or letter, each with why. */
export const neverShown: Readonly<Record<string, string>> = {
  'directory.mandate.given_by': 'kept beside the mandate, read by no statement',
  'directory.representative.position': 'kept beside whom an enterprise is represented by, read by no statement',
  'national_portal.incoming.raw': 'read once more when it is filed, by a program',
  'notification.message.dedupe': 'a key: what makes it the same message',
  'numbering.series.book': 'a key of a running number',
  'payments.payment_order.reference': 'a key of what is paid for, made of ids',
  'payments.receipt.book': 'a key of a running number',
  'payments.refund.about': 'a key of what was paid twice, made of ids',
  'payments.statement_line.brought_by': 'kept beside the line, read by no statement',
  'payments.waiver.by_name': 'kept beside the waiver, read by no statement',
  'payments.waiver.name': 'kept beside the waiver, which is counted by its ground',
  'payments.waiver.reference': 'a key of what was not to be paid, made of ids',
  'petitions.petition.entered_by': 'kept beside what was asked by telephone, read by no statement',
  'petitions.petition.folded': 'words to be found by, letters and digits only',
  'petitions.published.folded': 'words to be found by, letters and digits only',
  'queue.device.created_by': 'the account that made it, read by no statement',
  'reporting.index_day.indicator': 'a key of an indicator',
  'reporting.index_month.indicator': 'a key of an indicator',
  'reporting.warning.reasons': 'kept beside the warning; those of today are in reporting.forecast',
  'services.access_request.document': 'kept beside the answer, read by no statement',
  'services.dossier.folded': 'words to be found by, letters and digits only',
  'services.dossier_co_applicant.recorded_by': 'read into no answer',
  'services.dossier_search.text': 'words to be found by, letters and digits only',
  'services.ended_invitation.folded': 'words to be found by, letters and digits only',
  'services.obligation.issued_by': 'said once in the line of the history that it makes',
  'services.obligation.recorded_by': 'kept beside the notice, read by no statement',
  'services.procedure.folded': 'words to be found by, letters and digits only',
}

/** Columns that a journey finds on no screen, each with what is looked at instead. */
export const shownElsewhere: Readonly<Record<string, string>> = {
  'national_portal.link.error': 'answer to a program: what the other side said last',
  'notification.email.body': 'e-mail',
  'payments.item.name': 'printed receipt',
  'payments.receipt.payer_name': 'printed receipt',
  'services.access_request.answered_by': 'answer to whoever asked, an official without a seat in these journeys',
  'services.access_request.purpose': 'the same',
  'services.access_request.words': 'the same',
  'services.announcement.created_by_name': 'answer to a program: the list of announcements',
  'services.draft_known.reason': 'answer that a script draws beside a question: what is known',
  'services.draft_known.said': 'the same',
  'services.result.document': 'printed result',
  'workflow.task.closed_by_name': 'printed control slip',
}

/** On a screen on some days, in an answer always: which version of a unit a page speaks of goes by the day. */
export const shownOnSomeDays: ReadonlySet<string> = new Set([
  'directory.unit_version.address',
  'directory.unit_version.short_name',
])
