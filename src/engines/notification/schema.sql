create table notification.email (
  id uuid not null,
  message_id uuid,
  address text not null,
  subject text not null,
  body text not null,
  state text not null default 'waiting'::text,
  attempts integer not null default 0,
  next_at timestamp with time zone not null,
  sent_at timestamp with time zone,
  error text,
  constraint email_pk PRIMARY KEY (id),
  constraint email_message UNIQUE (message_id),
  constraint email_message_id_fkey FOREIGN KEY (message_id) REFERENCES notification.message(id),
  constraint email_state CHECK ((state = ANY (ARRAY['waiting'::text, 'sending'::text, 'sent'::text, 'failed'::text])))
);
CREATE INDEX email_waiting ON notification.email USING btree (next_at) WHERE (state = 'waiting'::text);

create table notification.message (
  id uuid not null,
  person_id uuid,
  kind text not null,
  words jsonb not null,
  link text,
  dedupe text not null,
  at timestamp with time zone not null,
  read_at timestamp with time zone,
  asked_by uuid,
  is_guarded boolean not null default false,
  account_kind text not null,
  constraint message_pk PRIMARY KEY (id),
  constraint message_account_kind CHECK ((account_kind = ANY (ARRAY['citizen'::text, 'staff'::text]))),
  constraint message_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES directory.person(id),
  constraint message_once UNIQUE (person_id, dedupe),
  constraint message_person_id_fkey FOREIGN KEY (person_id) REFERENCES directory.person(id),
  constraint message_reader CHECK (((person_id IS NOT NULL) OR (asked_by IS NOT NULL)))
);
CREATE INDEX message_by_asker ON notification.message USING btree (asked_by, at) WHERE (asked_by IS NOT NULL);
CREATE INDEX message_newest ON notification.message USING btree (person_id, at DESC, id DESC);
CREATE INDEX message_unread ON notification.message USING btree (person_id) WHERE (read_at IS NULL);

comment on column notification.email.message_id is 'The message it stands beside; none for mail to an address that was configured.';
comment on column notification.email.state is '"sending" is the fence: a crash between sending and noting it is looked at by a person, not sent again blindly.';
comment on table notification.message is 'What a person is told inside the platform; the same event is told once.';
comment on column notification.message.person_id is 'Who reads it; without one it went by e-mail only, to an address that asked_by gave.';
comment on column notification.message.asked_by is 'The person at whose wish it was told.';
comment on column notification.message.is_guarded is 'About something that only an account which surely is this person may see: shown at assurance 2 or more.';
comment on column notification.message.account_kind is 'Which account of the person it is for: what an official is told of their work is not shown to the one they have as a citizen, nor the other way round.';

grant insert, select, update on notification.email to lien_thong_app;
grant insert, select, update on notification.message to lien_thong_app;
