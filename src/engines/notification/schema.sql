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

create table notification.sms (
  id uuid not null,
  message_id uuid,
  phone text not null,
  text text not null,
  parts smallint not null,
  unit_id uuid,
  state text not null default 'waiting'::text,
  attempts integer not null default 0,
  next_at timestamp with time zone not null,
  claimed_at timestamp with time zone,
  sent_at timestamp with time zone,
  settled_at timestamp with time zone,
  error text,
  constraint sms_pk PRIMARY KEY (id),
  constraint sms_message UNIQUE (message_id),
  constraint sms_message_id_fkey FOREIGN KEY (message_id) REFERENCES notification.message(id),
  constraint sms_state CHECK ((state = ANY (ARRAY['waiting'::text, 'sending'::text, 'sent'::text, 'delivered'::text, 'undelivered'::text, 'failed'::text])))
);
CREATE INDEX sms_by_month ON notification.sms USING btree (sent_at) WHERE (sent_at IS NOT NULL);
CREATE INDEX sms_waiting ON notification.sms USING btree (next_at) WHERE (state = 'waiting'::text);

create table notification.sms_part (
  sms_id uuid not null,
  part smallint not null,
  centre_id text not null,
  constraint sms_part_pk PRIMARY KEY (sms_id, part),
  constraint sms_part_sms_id_fkey FOREIGN KEY (sms_id) REFERENCES notification.sms(id)
);
CREATE INDEX sms_part_by_centre ON notification.sms_part USING btree (centre_id);

create table notification.sms_receipt (
  centre_id text not null,
  state text not null,
  error text,
  at timestamp with time zone not null,
  constraint sms_receipt_pk PRIMARY KEY (centre_id),
  constraint sms_receipt_state CHECK ((state = ANY (ARRAY['delivered'::text, 'undelivered'::text])))
);
CREATE INDEX sms_receipt_oldest ON notification.sms_receipt USING btree (at);

comment on column notification.email.message_id is 'The message it stands beside; none for mail to an address that was configured.';
comment on column notification.email.state is '"sending" is the fence: a crash between sending and noting it is looked at by a person, not sent again blindly.';
comment on table notification.message is 'What a person is told inside the platform; the same event is told once.';
comment on column notification.message.person_id is 'Who reads it; without one it went by e-mail only, to an address that asked_by gave.';
comment on column notification.message.asked_by is 'The person at whose wish it was told.';
comment on column notification.message.is_guarded is 'About something that only an account which surely is this person may see: shown at assurance 2 or more.';
comment on column notification.message.account_kind is 'Which account of the person it is for: what an official is told of their work is not shown to the one they have as a citizen, nor the other way round.';
comment on table notification.sms is 'A short message to one phone, at most one beside a message.';
comment on column notification.sms.message_id is 'The message it stands beside; none where one was sent to try the way.';
comment on column notification.sms.phone is 'With the country before it and no sign: 84912345678.';
comment on column notification.sms.parts is 'As many as are paid for.';
comment on column notification.sms.unit_id is 'Whose dossier it is about: the costs of a month are told by unit.';
comment on column notification.sms.state is '"sending" is the fence, as of an e-mail. "sent": the centre took it; "delivered", "undelivered": what its receipt said.';
comment on table notification.sms_part is 'A part that the centre took, by the id that it gave: it is not sent again with the rest.';
comment on table notification.sms_receipt is 'What became of a part. It may come before the answer that names the part, and at another line; kept for a week.';

grant insert, select, update on notification.email to lien_thong_app;
grant insert, select, update on notification.message to lien_thong_app;
grant insert, select, update on notification.sms to lien_thong_app;
grant insert, select on notification.sms_part to lien_thong_app;
grant delete, insert, select on notification.sms_receipt to lien_thong_app;
