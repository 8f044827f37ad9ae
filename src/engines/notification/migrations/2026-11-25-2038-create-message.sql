create schema notification;
grant usage on schema notification to lien_thong_app;

create table notification.message (
  id uuid not null,
  person_id uuid not null references directory.person (id),
  kind text not null,
  words jsonb not null,
  link text,
  dedupe text not null,
  at timestamptz not null,
  read_at timestamptz,
  constraint message_pk primary key (id),
  constraint message_once unique (person_id, dedupe)
);
comment on table notification.message is 'What a person is told inside the platform; the same event is told once.';
create index message_newest on notification.message (person_id, at desc, id desc);
create index message_unread on notification.message (person_id) where read_at is null;

create table notification.email (
  id uuid not null,
  message_id uuid not null references notification.message (id),
  address text not null,
  subject text not null,
  body text not null,
  state text not null default 'waiting',
  attempts integer not null default 0,
  next_at timestamptz not null,
  sent_at timestamptz,
  error text,
  constraint email_pk primary key (id),
  constraint email_message unique (message_id),
  constraint email_state check (state in ('waiting', 'sending', 'sent', 'failed'))
);
comment on column notification.email.state is '"sending" is the fence: a crash between sending and noting it is looked at by a person, not sent again blindly.';
create index email_waiting on notification.email (next_at) where state = 'waiting';

grant select, insert, update on all tables in schema notification to lien_thong_app;
