create table notification.channel (
  name text not null,
  is_open boolean not null,
  changed_at timestamp with time zone not null,
  constraint channel_pk PRIMARY KEY (name)
);

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
  passed_on_at timestamp with time zone,
  heeds_wish boolean not null default false,
  constraint email_pk PRIMARY KEY (id),
  constraint email_message UNIQUE (message_id),
  constraint email_message_id_fkey FOREIGN KEY (message_id) REFERENCES notification.message(id),
  constraint email_state CHECK ((state = ANY (ARRAY['waiting'::text, 'sending'::text, 'sent'::text, 'failed'::text, 'withdrawn'::text])))
);
CREATE INDEX email_troubled ON notification.email USING btree (next_at, id) WHERE (state = ANY (ARRAY['sending'::text, 'failed'::text]));
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
  about uuid,
  plan jsonb,
  account_kind text not null,
  constraint message_pk PRIMARY KEY (id),
  constraint message_account_kind CHECK ((account_kind = ANY (ARRAY['citizen'::text, 'staff'::text]))),
  constraint message_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES directory.person(id),
  constraint message_once UNIQUE (person_id, dedupe),
  constraint message_person_id_fkey FOREIGN KEY (person_id) REFERENCES directory.person(id),
  constraint message_reader CHECK (((person_id IS NOT NULL) OR (asked_by IS NOT NULL) OR (about IS NOT NULL)))
);
CREATE INDEX message_about ON notification.message USING btree (about, at) WHERE (about IS NOT NULL);
CREATE INDEX message_by_asker ON notification.message USING btree (asked_by, at) WHERE (asked_by IS NOT NULL);
CREATE INDEX message_newest ON notification.message USING btree (person_id, at DESC, id DESC);
CREATE INDEX message_unread ON notification.message USING btree (person_id) WHERE (read_at IS NULL);
CREATE INDEX message_with_plan ON notification.message USING btree (at) WHERE (plan IS NOT NULL);

create table notification.push (
  id uuid not null,
  message_id uuid not null,
  subscription_id uuid not null,
  text text not null,
  state text not null default 'waiting'::text,
  attempts integer not null default 0,
  next_at timestamp with time zone not null,
  sent_at timestamp with time zone,
  error text,
  claimed_at timestamp with time zone,
  is_urgent boolean not null default false,
  constraint push_pk PRIMARY KEY (id),
  constraint push_message_id_fkey FOREIGN KEY (message_id) REFERENCES notification.message(id),
  constraint push_once UNIQUE (message_id, subscription_id),
  constraint push_state CHECK ((state = ANY (ARRAY['waiting'::text, 'sending'::text, 'sent'::text, 'failed'::text, 'withdrawn'::text])))
);
CREATE INDEX push_failed ON notification.push USING btree (next_at) WHERE (state = 'failed'::text);
CREATE INDEX push_waiting ON notification.push USING btree (next_at) WHERE (state = 'waiting'::text);

create table notification.push_key (
  is_only boolean not null default true,
  public_key text not null,
  sealed bytea not null,
  made_at timestamp with time zone not null,
  constraint push_key_pk PRIMARY KEY (is_only),
  constraint push_key_only CHECK (is_only)
);

create table notification.push_subscription (
  id uuid not null,
  person_id uuid not null,
  endpoint text not null,
  public_key text not null,
  auth text not null,
  made_at timestamp with time zone not null,
  constraint push_subscription_pk PRIMARY KEY (id),
  constraint push_subscription_once UNIQUE (endpoint),
  constraint push_subscription_person_id_fkey FOREIGN KEY (person_id) REFERENCES directory.person(id)
);
CREATE INDEX push_subscription_by_person ON notification.push_subscription USING btree (person_id);

create table notification.quiet_hours (
  is_only boolean not null default true,
  begins smallint not null,
  ends smallint not null,
  changed_by text,
  changed_at timestamp with time zone not null,
  constraint quiet_hours_pk PRIMARY KEY (is_only),
  constraint quiet_hours_only CHECK (is_only)
);

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
  passed_on_at timestamp with time zone,
  is_urgent boolean not null default false,
  constraint sms_pk PRIMARY KEY (id),
  constraint sms_message UNIQUE (message_id),
  constraint sms_message_id_fkey FOREIGN KEY (message_id) REFERENCES notification.message(id),
  constraint sms_state CHECK ((state = ANY (ARRAY['waiting'::text, 'sending'::text, 'sent'::text, 'delivered'::text, 'undelivered'::text, 'failed'::text, 'withdrawn'::text])))
);
CREATE INDEX sms_by_month ON notification.sms USING btree (sent_at) WHERE (sent_at IS NOT NULL);
CREATE INDEX sms_troubled ON notification.sms USING btree (next_at, id) WHERE (state = ANY (ARRAY['sending'::text, 'undelivered'::text, 'failed'::text]));
CREATE INDEX sms_waiting ON notification.sms USING btree (next_at) WHERE (state = 'waiting'::text);

create table notification.sms_part (
  sms_id uuid not null,
  part smallint not null,
  centre_id text not null,
  constraint sms_part_pk PRIMARY KEY (sms_id, part),
  constraint sms_part_sms_id_fkey FOREIGN KEY (sms_id) REFERENCES notification.sms(id)
);
CREATE INDEX sms_part_by_centre ON notification.sms_part USING btree (centre_id);

create table notification.sms_price (
  prefix text not null,
  valid_from date not null,
  dong integer not null,
  changed_by text not null,
  changed_at timestamp with time zone not null,
  constraint sms_price_pk PRIMARY KEY (prefix, valid_from),
  constraint sms_price_amount CHECK ((dong >= 0))
);

create table notification.sms_receipt (
  centre_id text not null,
  state text not null,
  error text,
  at timestamp with time zone not null,
  constraint sms_receipt_pk PRIMARY KEY (centre_id),
  constraint sms_receipt_state CHECK ((state = ANY (ARRAY['delivered'::text, 'undelivered'::text])))
);
CREATE INDEX sms_receipt_oldest ON notification.sms_receipt USING btree (at);

create table notification.template (
  kind text not null,
  procedure_code text not null default ''::text,
  valid_from date not null,
  plain text not null,
  accented text not null,
  is_accented boolean not null,
  channels text[] not null,
  takes text not null,
  is_urgent boolean not null,
  changed_by text,
  changed_at timestamp with time zone not null,
  constraint template_pk PRIMARY KEY (kind, procedure_code, valid_from),
  constraint template_takes CHECK ((takes = ANY (ARRAY['first'::text, 'all'::text])))
);

create table notification.wish (
  person_id uuid not null,
  sms boolean not null,
  email boolean not null,
  push boolean not null,
  changed_at timestamp with time zone not null,
  constraint wish_pk PRIMARY KEY (person_id),
  constraint wish_person_id_fkey FOREIGN KEY (person_id) REFERENCES directory.person(id)
);

comment on table notification.channel is 'By what this installation sends, as its workers said at their start.';
comment on column notification.email.message_id is 'The message it stands beside; none for mail to an address that was configured.';
comment on column notification.email.state is '"sending" is the fence: a crash between sending and noting it is looked at by a person, not sent again blindly.';
comment on column notification.email.heeds_wish is 'Told by a template: leaves only as long as its person wants e-mails.';
comment on table notification.message is 'What a person is told inside the platform; the same event is told once.';
comment on column notification.message.person_id is 'Who reads it; without one it went outside only: to an address that asked_by gave, or to whoever sent what it is about without an account.';
comment on column notification.message.asked_by is 'The person at whose wish it was told.';
comment on column notification.message.is_guarded is 'About something that only an account which surely is this person may see: shown at assurance 2 or more.';
comment on column notification.message.about is 'The dossier, or what else it is about: what was told of it stands there.';
comment on column notification.message.plan is 'By what it is told outside if the channel in use loses it: {"trying", "left", "phone", "address", "text", "unitId"}. None once nothing is left.';
comment on column notification.message.account_kind is 'Which account of the person it is for: what an official is told of their work is not shown to the one they have as a citizen, nor the other way round.';
comment on table notification.push is 'A notification for one browser; a message is shown once on each. It is told in vain where nobody is subscribed any more.';
comment on column notification.push.is_urgent is 'Leaves in quiet hours too.';
comment on table notification.push_key is 'By which push services know us (RFC 8292), made once: browsers subscribed to this one.';
comment on column notification.push_key.sealed is 'The private key, encrypted by the key of the installation.';
comment on table notification.push_subscription is 'A browser that a person let show notifications, with the keys by which only it reads them.';
comment on table notification.quiet_hours is 'When no phone is to ring, in minutes after midnight.';
comment on table notification.sms is 'A short message to one phone, at most one beside a message.';
comment on column notification.sms.message_id is 'The message it stands beside; none where one was sent to try the way.';
comment on column notification.sms.phone is 'With the country before it and no sign: 84912345678.';
comment on column notification.sms.parts is 'As many as are paid for.';
comment on column notification.sms.unit_id is 'Whose dossier it is about: the costs of a month are told by unit.';
comment on column notification.sms.state is '"sending" is the fence, as of an e-mail. "sent": the centre took it; "delivered", "undelivered": what its receipt said; "withdrawn": whom it is for wants none any more.';
comment on column notification.sms.is_urgent is 'Leaves in quiet hours too.';
comment on table notification.sms_part is 'A part that the centre took, by the id that it gave: it is not sent again with the rest.';
comment on table notification.sms_price is 'What one part costs by contract, from a day on.';
comment on column notification.sms_price.prefix is 'Numbers that begin so, without the leading zero: "91"; empty: all that no longer prefix names.';
comment on table notification.sms_receipt is 'What became of a part. It may come before the answer that names the part, and at another line; kept for a week.';
comment on table notification.template is 'How something is told outside the platform, from a day on: by the systems as declared, or as somebody changed it.';
comment on column notification.template.procedure_code is 'Of one procedure only; empty: of every one without its own.';
comment on column notification.template.plain is 'Without marks: one part holds more than twice as much.';
comment on column notification.template.channels is 'In this order: "push", "sms", "email".';
comment on column notification.template.takes is '"first": the first that works, the next one if it loses it; "all".';
comment on column notification.template.is_urgent is 'Goes also in quiet hours.';
comment on column notification.template.changed_by is 'Who changed it; none: as declared.';
comment on table notification.wish is 'By what a person wants to be told of their dossiers; without a row by everything they can be reached by.';

grant insert, select, update on notification.channel to lien_thong_app;
grant insert, select, update on notification.email to lien_thong_app;
grant insert, select, update on notification.message to lien_thong_app;
grant insert, select, update on notification.push to lien_thong_app;
grant insert, select on notification.push_key to lien_thong_app;
grant update (sealed) on notification.push_key to lien_thong_app;
grant delete, insert, select, update on notification.push_subscription to lien_thong_app;
grant insert, select, update on notification.quiet_hours to lien_thong_app;
grant insert, select, update on notification.sms to lien_thong_app;
grant insert, select on notification.sms_part to lien_thong_app;
grant insert, select, update on notification.sms_price to lien_thong_app;
grant delete, insert, select on notification.sms_receipt to lien_thong_app;
grant insert, select, update on notification.template to lien_thong_app;
grant insert, select, update on notification.wish to lien_thong_app;
