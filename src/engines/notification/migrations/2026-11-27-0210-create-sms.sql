create table notification.sms (
  id uuid constraint sms_pk primary key,
  message_id uuid constraint sms_message unique references notification.message (id),
  phone text not null,
  text text not null,
  parts smallint not null,
  unit_id uuid,
  state text not null default 'waiting'
    constraint sms_state check (state in ('waiting', 'sending', 'sent', 'delivered', 'undelivered', 'failed')),
  attempts integer not null default 0,
  next_at timestamptz not null,
  claimed_at timestamptz,
  sent_at timestamptz,
  settled_at timestamptz,
  error text
);
create index sms_waiting on notification.sms (next_at) where state = 'waiting';
create index sms_by_month on notification.sms (sent_at) where sent_at is not null;

comment on table notification.sms is 'A short message to one phone, at most one beside a message.';
comment on column notification.sms.message_id is 'The message it stands beside; none where one was sent to try the way.';
comment on column notification.sms.phone is 'With the country before it and no sign: 84912345678.';
comment on column notification.sms.parts is 'As many as are paid for.';
comment on column notification.sms.unit_id is 'Whose dossier it is about: the costs of a month are told by unit.';
comment on column notification.sms.state is
  '"sending" is the fence, as of an e-mail. "sent": the centre took it; "delivered", "undelivered": what its receipt said.';

create table notification.sms_part (
  sms_id uuid not null references notification.sms (id),
  part smallint not null,
  centre_id text not null,
  constraint sms_part_pk primary key (sms_id, part)
);
create index sms_part_by_centre on notification.sms_part (centre_id);
comment on table notification.sms_part is 'A part that the centre took, by the id that it gave: it is not sent again with the rest.';

create table notification.sms_receipt (
  centre_id text constraint sms_receipt_pk primary key,
  state text not null constraint sms_receipt_state check (state in ('delivered', 'undelivered')),
  error text,
  at timestamptz not null
);
create index sms_receipt_oldest on notification.sms_receipt (at);
comment on table notification.sms_receipt is
  'What became of a part. It may come before the answer that names the part, and at another line; kept for a week.';

grant insert, select, update on notification.sms to lien_thong_app;
grant insert, select on notification.sms_part to lien_thong_app;
grant insert, select, delete on notification.sms_receipt to lien_thong_app;
