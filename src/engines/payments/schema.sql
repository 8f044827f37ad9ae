create table payments.attempt (
  id uuid not null,
  order_id uuid not null,
  reference text not null,
  method text not null,
  amount bigint not null,
  state text not null,
  started_at timestamp with time zone not null,
  address text not null default ''::text,
  page_url text,
  asked integer not null default 0,
  last_asked_at timestamp with time zone,
  next_ask_at timestamp with time zone,
  received bigint,
  transaction_code text,
  bank_code text,
  settled_at timestamp with time zone,
  taken_by text,
  closing_id uuid,
  constraint attempt_pk PRIMARY KEY (id),
  constraint attempt_closing_id_fkey FOREIGN KEY (closing_id) REFERENCES payments.desk_closing(id),
  constraint attempt_method CHECK ((method = ANY (ARRAY['online'::text, 'cash'::text, 'transfer'::text]))),
  constraint attempt_order_id_fkey FOREIGN KEY (order_id) REFERENCES payments.payment_order(id),
  constraint attempt_received CHECK (((state = ANY (ARRAY['paid'::text, 'undone'::text])) = (received IS NOT NULL))),
  constraint attempt_reference UNIQUE (reference),
  constraint attempt_state CHECK ((state = ANY (ARRAY['new'::text, 'pending'::text, 'failed'::text, 'paid'::text, 'undone'::text])))
);
CREATE INDEX attempt_at_desk ON payments.attempt USING btree (taken_by) WHERE ((closing_id IS NULL) AND (method <> 'online'::text) AND (state = 'paid'::text));
CREATE INDEX attempt_of_order ON payments.attempt USING btree (order_id, started_at);
CREATE INDEX attempt_settled ON payments.attempt USING btree (settled_at) WHERE (received IS NOT NULL);
CREATE INDEX attempt_to_ask ON payments.attempt USING btree (next_ask_at) WHERE (next_ask_at IS NOT NULL);

create table payments.beneficiary (
  unit_id uuid not null,
  account_number text not null,
  account_name text not null,
  bank_code text not null,
  changed_at timestamp with time zone not null,
  constraint beneficiary_pk PRIMARY KEY (unit_id),
  constraint beneficiary_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES directory.unit(id)
);

create table payments.desk_closing (
  id uuid not null,
  unit_id uuid not null,
  account text not null,
  account_name text not null,
  closed_at timestamp with time zone not null,
  day date not null,
  taken integer not null,
  cash bigint not null,
  transfer bigint not null,
  counted bigint not null,
  note text,
  signed_at timestamp with time zone,
  signed_by text,
  signed_account text,
  constraint desk_closing_pk PRIMARY KEY (id),
  constraint desk_closing_difference CHECK (((counted = cash) OR (note IS NOT NULL))),
  constraint desk_closing_signed CHECK (((signed_at IS NULL) = (signed_account IS NULL))),
  constraint desk_closing_two_people CHECK (((signed_account IS NULL) OR (signed_account <> account))),
  constraint desk_closing_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES directory.unit(id)
);
CREATE INDEX desk_closing_of_day ON payments.desk_closing USING btree (day, unit_id);

create table payments.item (
  order_id uuid not null,
  "position" integer not null,
  code text not null,
  name jsonb not null,
  amount bigint not null,
  constraint item_pk PRIMARY KEY (order_id, "position"),
  constraint item_amount CHECK ((amount >= 0)),
  constraint item_order_id_fkey FOREIGN KEY (order_id) REFERENCES payments.payment_order(id)
);

create table payments.message (
  id bigint not null generated always as identity,
  attempt_id uuid not null,
  kind text not null,
  said jsonb not null,
  verdict text not null,
  at timestamp with time zone not null,
  constraint message_pk PRIMARY KEY (id),
  constraint message_attempt_id_fkey FOREIGN KEY (attempt_id) REFERENCES payments.attempt(id),
  constraint message_kind CHECK ((kind = ANY (ARRAY['init'::text, 'callback'::text, 'check'::text])))
);
CREATE INDEX message_of_attempt ON payments.message USING btree (attempt_id, id);

create table payments.order_reader (
  order_id uuid not null,
  person_id uuid not null,
  constraint order_reader_pk PRIMARY KEY (order_id, person_id),
  constraint order_reader_order_id_fkey FOREIGN KEY (order_id) REFERENCES payments.payment_order(id),
  constraint order_reader_person_id_fkey FOREIGN KEY (person_id) REFERENCES directory.person(id)
);
CREATE INDEX order_reader_of_person ON payments.order_reader USING btree (person_id);

create table payments.payment_order (
  id uuid not null,
  reference text not null,
  file_code text not null,
  service_code text not null,
  service_name text not null,
  owner_id uuid not null,
  collector_id uuid not null,
  payer_id uuid not null,
  payer_name text not null,
  link text not null,
  total bigint not null,
  state text not null default 'due'::text,
  created_at timestamp with time zone not null,
  paid_at timestamp with time zone,
  constraint payment_order_pk PRIMARY KEY (id),
  constraint payment_order_collector_id_fkey FOREIGN KEY (collector_id) REFERENCES directory.unit(id),
  constraint payment_order_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES directory.unit(id),
  constraint payment_order_paid CHECK (((state = 'paid'::text) = (paid_at IS NOT NULL))),
  constraint payment_order_payer_id_fkey FOREIGN KEY (payer_id) REFERENCES directory.person(id),
  constraint payment_order_reference UNIQUE (reference),
  constraint payment_order_state CHECK ((state = ANY (ARRAY['due'::text, 'paid'::text, 'cancelled'::text]))),
  constraint payment_order_total CHECK ((total > 0))
);
CREATE INDEX payment_order_of_payer ON payments.payment_order USING btree (payer_id);
CREATE INDEX payment_order_paid_at ON payments.payment_order USING btree (paid_at) WHERE (state = 'paid'::text);

create table payments.receipt (
  id uuid not null,
  order_id uuid not null,
  attempt_id uuid not null,
  unit_id uuid not null,
  book text not null,
  year integer not null,
  number integer not null,
  issued_at timestamp with time zone not null,
  payer_name text not null,
  amount bigint not null,
  verification_code text not null,
  voided_at timestamp with time zone,
  voided_by text,
  void_reason text,
  constraint receipt_pk PRIMARY KEY (id),
  constraint receipt_attempt_id_fkey FOREIGN KEY (attempt_id) REFERENCES payments.attempt(id),
  constraint receipt_number UNIQUE (book, year, number),
  constraint receipt_order_id_fkey FOREIGN KEY (order_id) REFERENCES payments.payment_order(id),
  constraint receipt_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES directory.unit(id),
  constraint receipt_verification UNIQUE (verification_code),
  constraint receipt_void CHECK (((voided_at IS NULL) = (void_reason IS NULL)))
);
CREATE INDEX receipt_issued ON payments.receipt USING btree (issued_at);
CREATE UNIQUE INDEX receipt_of_order ON payments.receipt USING btree (order_id) WHERE (voided_at IS NULL);
CREATE INDEX receipt_of_unit ON payments.receipt USING btree (unit_id, issued_at DESC, id DESC);
CREATE INDEX receipt_voided ON payments.receipt USING btree (voided_at, id) WHERE (voided_at IS NOT NULL);

create table payments.refund (
  id uuid not null,
  attempt_id uuid not null,
  cause text not null,
  about text not null,
  amount bigint not null,
  owed_at timestamp with time zone not null,
  reason text,
  decision text,
  decided_at timestamp with time zone,
  decided_by text,
  decided_account text,
  returned_at timestamp with time zone,
  returned_by text,
  transfer_code text,
  constraint refund_pk PRIMARY KEY (id),
  constraint refund_amount CHECK ((amount > 0)),
  constraint refund_attempt_id_fkey FOREIGN KEY (attempt_id) REFERENCES payments.attempt(id),
  constraint refund_cause CHECK ((cause = ANY (ARRAY['paid-twice'::text, 'charged-twice'::text, 'amount-differs'::text, 'cancelled'::text, 'decided'::text]))),
  constraint refund_once UNIQUE (attempt_id, about),
  constraint refund_order CHECK (((returned_at IS NULL) OR (decided_at IS NOT NULL)))
);
CREATE INDEX refund_open ON payments.refund USING btree (owed_at, id) WHERE (returned_at IS NULL);
CREATE INDEX refund_returned ON payments.refund USING btree (returned_at) WHERE (returned_at IS NOT NULL);

create table payments.statement_line (
  transaction_code text not null,
  reference text not null,
  amount bigint not null,
  at timestamp with time zone not null,
  day date not null,
  brought_at timestamp with time zone not null,
  brought_by text not null,
  constraint statement_line_pk PRIMARY KEY (reference, transaction_code)
);
CREATE INDEX statement_line_of_day ON payments.statement_line USING btree (day);

create table payments.waiver (
  reference text not null,
  item text not null,
  unit_id uuid not null,
  file_code text not null,
  name jsonb not null,
  ground jsonb not null,
  basis text,
  full_amount bigint not null,
  waived bigint not null,
  at timestamp with time zone not null,
  by_name text not null,
  constraint waiver_pk PRIMARY KEY (reference, item),
  constraint waiver_amount CHECK (((waived > 0) AND (waived <= full_amount))),
  constraint waiver_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES directory.unit(id)
);
CREATE INDEX waiver_at ON payments.waiver USING btree (at);

comment on column payments.attempt.state is '"new": the platform was not told yet. "paid": money was received, whatever it was good for. "undone": taken down at a desk by mistake.';
comment on column payments.attempt.address is 'From which network address it was started, as the platform asks for it.';
comment on table payments.beneficiary is 'The account into which online payments for an agency and the units below it go.';
comment on table payments.desk_closing is 'What one officer took at a desk since they closed it last, and the cash that they counted; somebody else signs it off.';
comment on table payments.message is 'What the platform said of an attempt, word for word, and what was made of it. Never changed.';
comment on table payments.order_reader is 'Who may see an order and pay it online: its caller opened it for them.';
comment on table payments.payment_order is 'What somebody owes, once; the reference is its caller''s, whoever that is.';
comment on column payments.payment_order.link is 'The page of what it is for, a path of our own.';
comment on column payments.refund.about is 'What of the attempt is given back: the transaction that was too much, or "decided".';
comment on table payments.statement_line is 'What the platform says it took for us, one line a transaction, as its statement was brought in. Never changed.';
comment on table payments.waiver is 'What is not collected because the payer is exempt, wholly or in part, by ground; the reference is that of the order it is missing from.';

grant insert, select, update on payments.attempt to lien_thong_app;
grant insert, select, update on payments.beneficiary to lien_thong_app;
grant insert, select, update on payments.desk_closing to lien_thong_app;
grant insert, select on payments.item to lien_thong_app;
grant insert, select on payments.message to lien_thong_app;
grant delete, insert, select on payments.order_reader to lien_thong_app;
grant insert, select, update on payments.payment_order to lien_thong_app;
grant insert, select, update on payments.receipt to lien_thong_app;
grant insert, select, update on payments.refund to lien_thong_app;
grant insert, select on payments.statement_line to lien_thong_app;
grant insert, select on payments.waiver to lien_thong_app;
