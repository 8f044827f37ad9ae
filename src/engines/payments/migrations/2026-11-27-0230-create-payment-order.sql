create schema payments;
grant usage on schema payments to lien_thong_app;

create table payments.beneficiary (
  unit_id uuid not null references directory.unit (id),
  account_number text not null,
  account_name text not null,
  bank_code text not null,
  changed_at timestamptz not null,
  constraint beneficiary_pk primary key (unit_id)
);
comment on table payments.beneficiary is 'The account into which online payments for an agency and the units below it go.';

create table payments.payment_order (
  id uuid not null,
  reference text not null,
  file_code text not null,
  service_code text not null,
  service_name text not null,
  owner_id uuid not null references directory.unit (id),
  collector_id uuid not null references directory.unit (id),
  payer_id uuid not null references directory.person (id),
  payer_name text not null,
  link text not null,
  total bigint not null,
  state text not null default 'due',
  created_at timestamptz not null,
  paid_at timestamptz,
  constraint payment_order_pk primary key (id),
  constraint payment_order_reference unique (reference),
  constraint payment_order_total check (total > 0),
  constraint payment_order_state check (state in ('due', 'paid', 'cancelled')),
  constraint payment_order_paid check ((state = 'paid') = (paid_at is not null))
);
comment on table payments.payment_order is 'What somebody owes, once; the reference is its caller''s, whoever that is.';
comment on column payments.payment_order.link is 'The page of what it is for, a path of our own.';

create table payments.item (
  order_id uuid not null references payments.payment_order (id),
  position integer not null,
  code text not null,
  name jsonb not null,
  amount bigint not null,
  constraint item_pk primary key (order_id, position),
  constraint item_amount check (amount >= 0)
);

create table payments.order_reader (
  order_id uuid not null references payments.payment_order (id),
  person_id uuid not null references directory.person (id),
  constraint order_reader_pk primary key (order_id, person_id)
);
comment on table payments.order_reader is 'Who may see an order and pay it online: its caller opened it for them.';

create index order_reader_of_person on payments.order_reader (person_id);
create index payment_order_of_payer on payments.payment_order (payer_id);

create table payments.attempt (
  id uuid not null,
  order_id uuid not null references payments.payment_order (id),
  reference text not null,
  method text not null,
  amount bigint not null,
  state text not null,
  started_at timestamptz not null,
  address text not null default '',
  page_url text,
  asked integer not null default 0,
  last_asked_at timestamptz,
  next_ask_at timestamptz,
  received bigint,
  transaction_code text,
  bank_code text,
  settled_at timestamptz,
  taken_by text,
  constraint attempt_pk primary key (id),
  constraint attempt_reference unique (reference),
  constraint attempt_method check (method in ('online', 'cash', 'transfer')),
  constraint attempt_state check (state in ('new', 'pending', 'failed', 'paid', 'undone')),
  constraint attempt_received check ((state in ('paid', 'undone')) = (received is not null))
);
comment on column payments.attempt.state is '"new": the platform was not told yet. "paid": money was received, whatever it was good for. "undone": taken down at a desk by mistake.';
comment on column payments.attempt.address is 'From which network address it was started, as the platform asks for it.';
create index attempt_of_order on payments.attempt (order_id, started_at);
create index attempt_to_ask on payments.attempt (next_ask_at) where next_ask_at is not null;
create index attempt_settled on payments.attempt (settled_at) where received is not null;

create table payments.message (
  id bigint generated always as identity,
  attempt_id uuid not null references payments.attempt (id),
  kind text not null,
  said jsonb not null,
  verdict text not null,
  at timestamptz not null,
  constraint message_pk primary key (id),
  constraint message_kind check (kind in ('init', 'callback', 'check'))
);
comment on table payments.message is 'What the platform said of an attempt, word for word, and what was made of it. Never changed.';
create index message_of_attempt on payments.message (attempt_id, id);

create table payments.receipt (
  id uuid not null,
  order_id uuid not null references payments.payment_order (id),
  attempt_id uuid not null references payments.attempt (id),
  unit_id uuid not null references directory.unit (id),
  book text not null,
  year integer not null,
  number integer not null,
  issued_at timestamptz not null,
  payer_name text not null,
  amount bigint not null,
  verification_code text not null,
  voided_at timestamptz,
  voided_by text,
  void_reason text,
  constraint receipt_pk primary key (id),
  constraint receipt_number unique (book, year, number),
  constraint receipt_verification unique (verification_code),
  constraint receipt_void check ((voided_at is null) = (void_reason is null))
);
create unique index receipt_of_order on payments.receipt (order_id) where voided_at is null;
create index receipt_of_unit on payments.receipt (unit_id, issued_at desc, id desc);

create table payments.refund (
  id uuid not null,
  attempt_id uuid not null references payments.attempt (id),
  cause text not null,
  about text not null,
  amount bigint not null,
  owed_at timestamptz not null,
  reason text,
  decision text,
  decided_at timestamptz,
  decided_by text,
  decided_account text,
  returned_at timestamptz,
  returned_by text,
  transfer_code text,
  constraint refund_pk primary key (id),
  constraint refund_once unique (attempt_id, about),
  constraint refund_cause check (cause in ('paid-twice', 'charged-twice', 'amount-differs', 'cancelled', 'decided')),
  constraint refund_amount check (amount > 0),
  constraint refund_order check (returned_at is null or decided_at is not null)
);
comment on column payments.refund.about is 'What of the attempt is given back: the transaction that was too much, or "decided".';
create index refund_open on payments.refund (owed_at, id) where returned_at is null;

grant select, insert, update on all tables in schema payments to lien_thong_app;
grant delete on payments.order_reader to lien_thong_app;
revoke update on payments.message, payments.item, payments.order_reader from lien_thong_app;
