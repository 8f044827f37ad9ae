create table petitions.attachment (
  file_id uuid not null,
  petition_id uuid not null,
  part text not null,
  sealed_type text,
  is_public boolean not null default false,
  attached_at timestamp with time zone not null,
  constraint attachment_pk PRIMARY KEY (file_id),
  constraint attachment_file_id_fkey FOREIGN KEY (file_id) REFERENCES files.file(id),
  constraint attachment_part CHECK ((part = ANY (ARRAY['sender'::text, 'answer'::text]))),
  constraint attachment_petition_id_fkey FOREIGN KEY (petition_id) REFERENCES petitions.petition(id),
  constraint attachment_public CHECK (((NOT is_public) OR (part = 'answer'::text))),
  constraint attachment_sealed CHECK (((sealed_type IS NULL) OR (part = 'sender'::text)))
);
CREATE INDEX attachment_by_petition ON petitions.attachment USING btree (petition_id, attached_at, file_id);

create table petitions.clock_stop (
  petition_id uuid not null,
  stopped_at timestamp with time zone not null,
  resumed_at timestamp with time zone,
  constraint clock_stop_pk PRIMARY KEY (petition_id, stopped_at),
  constraint clock_stop_petition_id_fkey FOREIGN KEY (petition_id) REFERENCES petitions.petition(id)
);

create table petitions.event (
  id uuid not null,
  petition_id uuid not null,
  at timestamp with time zone not null,
  kind text not null,
  words jsonb not null,
  note text,
  who text,
  is_public boolean not null,
  constraint event_pk PRIMARY KEY (id),
  constraint event_petition_id_fkey FOREIGN KEY (petition_id) REFERENCES petitions.petition(id)
);
CREATE INDEX event_by_petition ON petitions.event USING btree (petition_id, at, id);

create table petitions.moved (
  reorganization_id uuid not null,
  petition_id uuid not null,
  revision integer not null,
  before jsonb not null,
  constraint moved_pk PRIMARY KEY (reorganization_id, petition_id),
  constraint moved_petition_id_fkey FOREIGN KEY (petition_id) REFERENCES petitions.petition(id),
  constraint moved_reorganization_id_fkey FOREIGN KEY (reorganization_id) REFERENCES directory.reorganization(id)
);
CREATE INDEX moved_by_petition ON petitions.moved USING btree (petition_id);

create table petitions.petition (
  id uuid not null,
  code text not null,
  kind text not null,
  status text not null,
  title text not null,
  body text not null,
  folded text not null,
  procedure_code text,
  place text,
  about_unit_id uuid,
  channel text not null,
  entered_by text,
  may_publish boolean not null,
  look_up_digest bytea not null,
  unit_id uuid not null,
  unit_key integer not null,
  asked_at timestamp with time zone not null,
  accept_due timestamp with time zone not null,
  supplement_due timestamp with time zone not null,
  accepted_at timestamp with time zone,
  limit_case text not null default 'ordinary'::text,
  extensions integer not null default 0,
  answer_due timestamp with time zone,
  publish_due timestamp with time zone,
  due timestamp with time zone,
  asked_more text,
  refusal text,
  draft text,
  drafted_by text,
  proposed_at timestamp with time zone,
  returned text,
  answer text,
  answered_by text,
  answered_at timestamp with time zone,
  merged_into uuid,
  helpful boolean,
  reopened_at timestamp with time zone,
  published_at timestamp with time zone,
  revision integer not null default 0,
  first_decision text,
  previous_id uuid,
  told_digest bytea,
  constraint petition_pk PRIMARY KEY (id),
  constraint petition_about_unit_id_fkey FOREIGN KEY (about_unit_id) REFERENCES directory.unit(id),
  constraint petition_code UNIQUE (code),
  constraint petition_kind CHECK ((kind = ANY (ARRAY['question'::text, 'reflection'::text, 'complaint'::text, 'denunciation'::text]))),
  constraint petition_look_up UNIQUE (look_up_digest),
  constraint petition_merged_into_fkey FOREIGN KEY (merged_into) REFERENCES petitions.petition(id),
  constraint petition_previous CHECK (((previous_id IS NULL) OR (first_decision IS NOT NULL))),
  constraint petition_previous_id_fkey FOREIGN KEY (previous_id) REFERENCES petitions.petition(id),
  constraint petition_second CHECK (((first_decision IS NULL) OR (kind = 'complaint'::text))),
  constraint petition_status CHECK ((status = ANY (ARRAY['sent'::text, 'accepted'::text, 'waiting-sender'::text, 'answered'::text, 'refused'::text, 'merged'::text]))),
  constraint petition_told UNIQUE (told_digest),
  constraint petition_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES directory.unit(id)
);
CREATE INDEX petition_alike ON petitions.petition USING gin (folded gin_trgm_ops) WHERE (kind = ANY (ARRAY['question'::text, 'reflection'::text]));
CREATE UNIQUE INDEX petition_complained_again ON petitions.petition USING btree (previous_id) WHERE (previous_id IS NOT NULL);
CREATE INDEX petition_done ON petitions.petition USING btree (unit_key, asked_at DESC, id DESC) WHERE (due IS NULL);
CREATE INDEX petition_due ON petitions.petition USING btree (due, id) WHERE (due IS NOT NULL);
CREATE INDEX petition_merged ON petitions.petition USING btree (merged_into) WHERE (merged_into IS NOT NULL);
CREATE INDEX petition_over ON petitions.petition USING btree (asked_at DESC, id DESC) WHERE (due IS NULL);
CREATE INDEX petition_to_do ON petitions.petition USING btree (unit_key, due, id) WHERE (due IS NOT NULL);

create table petitions.published (
  petition_id uuid not null,
  title text not null,
  body text not null,
  answer text not null,
  unit_id uuid not null,
  procedure_code text,
  answered_at timestamp with time zone not null,
  published_at timestamp with time zone not null,
  asked_count integer not null,
  folded text not null,
  words tsvector not null,
  constraint published_pk PRIMARY KEY (petition_id),
  constraint published_petition_id_fkey FOREIGN KEY (petition_id) REFERENCES petitions.petition(id),
  constraint published_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES directory.unit(id)
);
CREATE INDEX published_by_procedure ON petitions.published USING btree (procedure_code, published_at DESC, petition_id DESC);
CREATE INDEX published_folded ON petitions.published USING gin (folded gin_trgm_ops);
CREATE INDEX published_latest ON petitions.published USING btree (published_at DESC, petition_id DESC);
CREATE INDEX published_words ON petitions.published USING gin (words);

create table petitions.sealed_sender (
  petition_id uuid not null,
  sealed bytea not null,
  sent_digest bytea,
  constraint sealed_sender_pk PRIMARY KEY (petition_id),
  constraint sealed_sender_petition_id_fkey FOREIGN KEY (petition_id) REFERENCES petitions.petition(id)
);

create table petitions.sender (
  petition_id uuid not null,
  person_id uuid,
  full_name text not null,
  phone text not null,
  email text,
  constraint sender_pk PRIMARY KEY (petition_id),
  constraint sender_person_id_fkey FOREIGN KEY (person_id) REFERENCES directory.person(id),
  constraint sender_petition_id_fkey FOREIGN KEY (petition_id) REFERENCES petitions.petition(id)
);
CREATE INDEX sender_by_person ON petitions.sender USING btree (person_id, petition_id) WHERE (person_id IS NOT NULL);

comment on table petitions.attachment is 'Files that a sender gave, and those of an answer.';
comment on column petitions.attachment.sealed_type is 'Media type of what is sealed, of a denunciation; the file itself holds it encrypted, without a name. Null: not sealed.';
comment on column petitions.attachment.is_public is 'Everybody reads it with the published answer.';
comment on table petitions.clock_stop is 'Times in which the sender was waited for.';
comment on table petitions.event is 'What happened to it, as people read it; the sender sees what is public.';
comment on table petitions.moved is 'Open petitions that another unit took over by a reorganisation, as they were before: by it they are moved once, and back.';
comment on column petitions.moved.revision is 'When it was moved: later acts depend on the new organisation.';
comment on table petitions.petition is 'What somebody asks or says of the administration. Who says it stands apart.';
comment on column petitions.petition.look_up_digest is 'SHA-256 of the code that its sender was given; the code itself is kept nowhere.';
comment on column petitions.petition.due is 'The next date that somebody has to keep; null when nothing is left to do.';
comment on column petitions.petition.first_decision is 'Of a second complaint: the decision that it is against, or that there was none in time. Null: a first one.';
comment on column petitions.petition.previous_id is 'The first complaint, where it was sent here too.';
comment on column petitions.petition.told_digest is 'SHA-256 of a second code, told last to the phone or address of a sender without an account; it opens the same.';
comment on table petitions.published is 'Answered questions as anybody reads them, without personal data.';
comment on table petitions.sealed_sender is 'Who denounces, encrypted with a key that is not in the database (Law on Denunciations 2018 art. 47, 56).';
comment on column petitions.sealed_sender.sent_digest is 'SHA-256 of the key of the form that it was sent by: sent again, it is known by this and never by who sends it.';
comment on table petitions.sender is 'Who asked, reflected or complained. A denunciation has no row here.';

grant delete, insert, select, update on petitions.attachment to lien_thong_app;
grant insert, select, update on petitions.clock_stop to lien_thong_app;
grant insert, select on petitions.event to lien_thong_app;
grant delete, insert, select on petitions.moved to lien_thong_app;
grant insert, select, update on petitions.petition to lien_thong_app;
grant delete, insert, select, update on petitions.published to lien_thong_app;
grant insert, select on petitions.sealed_sender to lien_thong_app;
grant update (sealed) on petitions.sealed_sender to lien_thong_app;
grant insert, select, update on petitions.sender to lien_thong_app;
