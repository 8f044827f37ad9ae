import type { Classified } from './rule.ts'

/** Payments, queues, petitions, the national portal, figures and the installation itself. */
export const others: Classified = {
  'payments.message': 'empty',
  'payments.statement_line': 'empty',
  'payments.attempt': {
    keep: 'method state taken_by bank_code',
    code: 'reference transaction_code',
    text: 'address',
    nothing: 'page_url',
  },
  'payments.beneficiary': { keep: 'account_name bank_code', number: 'account_number' },
  'payments.desk_closing': { keep: 'day', who: 'account account_name signed_by signed_account', text: 'note' },
  'payments.item': { keep: 'code name' },
  'payments.order_reader': {},
  'payments.payment_order': { keep: 'reference file_code service_code service_name link state', name: 'payer_name' },
  'payments.receipt': {
    keep: 'book',
    name: 'payer_name',
    code: 'verification_code',
    who: 'voided_by',
    text: 'void_reason',
  },
  'payments.refund': {
    keep: 'cause',
    code: 'about transfer_code',
    text: 'reason decision',
    who: 'decided_by decided_account returned_by',
  },
  'payments.waiver': { keep: 'reference item file_code name ground basis', who: 'by_name' },

  'petitions.attachment': { keep: 'part sealed_type' },
  'petitions.clock_stop': {},
  'petitions.event': { keep: 'kind words', text: 'note', who: 'who' },
  'petitions.moved': { json: 'before' },
  'petitions.petition': {
    keep: 'code kind status procedure_code place channel limit_case look_up_digest told_digest',
    text: 'title body asked_more refusal draft returned answer first_decision',
    who: 'entered_by drafted_by answered_by',
    follows: { folded: `kernel.fold(t.title || ' ' || t.body)` },
  },
  'petitions.published': {
    text: 'title body answer',
    keep: 'procedure_code',
    follows: {
      folded: 'kernel.fold(t.title)',
      words: `setweight(to_tsvector('simple', kernel.fold(t.title)), 'A') || setweight(to_tsvector('simple', kernel.fold(t.body || ' ' || t.answer)), 'C')`,
    },
  },
  // Encrypted, by the key of the installation that it is a copy of.
  'petitions.sealed_sender': 'empty',
  'petitions.sender': { name: 'full_name', number: 'phone', email: 'email' },

  'queue.appointment': { keep: 'code state' },
  'queue.centre': {},
  'queue.confirmation': 'empty',
  'queue.desk': { keep: 'state' },
  'queue.desk_service': {},
  'queue.device': 'empty',
  'queue.moved': {},
  'queue.rating': {},
  'queue.service': { keep: 'letter name icon sectors' },
  'queue.ticket': { keep: 'day priority state' },
  'queue.ticket_dossier': {},

  'national_portal.answer': 'empty',
  'national_portal.delivery': 'empty',
  'national_portal.flow_day': { keep: 'day flow' },
  'national_portal.incoming': 'empty',
  'national_portal.link': { keep: 'error' },
  'national_portal.procedure_record': { keep: 'code record digest' },

  'reporting.changed_day': { keep: 'day' },
  'reporting.counted': {},
  'reporting.day_count': { keep: 'day procedure_code' },
  'reporting.forecast': { keep: 'step_name basis reasons' },
  'reporting.index_day': { keep: 'day indicator' },
  'reporting.index_month': { keep: 'month indicator' },
  'reporting.index_scale': { keep: 'document signed_on effective_from rules', who: 'set_by withdrawn_by' },
  'reporting.month_count': { keep: 'month procedure_code' },
  'reporting.step_time': { keep: 'procedure_code step' },
  'reporting.warning': { keep: 'basis reasons' },

  'operations.disk_sample': { keep: 'machine' },
  'operations.last_check': { keep: 'machine readings' },
  'operations.trouble': { keep: 'code subject gravity facts' },
}
