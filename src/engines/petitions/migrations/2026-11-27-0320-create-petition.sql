create schema petitions;
grant usage on schema petitions to lien_thong_app;

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
  about_unit_id uuid references directory.unit (id),
  channel text not null,
  entered_by text,
  may_publish boolean not null,
  look_up_digest bytea not null,
  unit_id uuid not null references directory.unit (id),
  unit_key integer not null,
  asked_at timestamptz not null,
  accept_due timestamptz not null,
  supplement_due timestamptz not null,
  accepted_at timestamptz,
  limit_case text not null default 'ordinary',
  extensions integer not null default 0,
  answer_due timestamptz,
  publish_due timestamptz,
  due timestamptz,
  asked_more text,
  refusal text,
  draft text,
  drafted_by text,
  proposed_at timestamptz,
  returned text,
  answer text,
  answered_by text,
  answered_at timestamptz,
  merged_into uuid references petitions.petition (id),
  helpful boolean,
  reopened_at timestamptz,
  published_at timestamptz,
  revision integer not null default 0,
  constraint petition_pk primary key (id),
  constraint petition_code unique (code),
  constraint petition_look_up unique (look_up_digest),
  constraint petition_kind check (kind in ('question', 'reflection', 'complaint', 'denunciation')),
  constraint petition_status check (status in ('sent', 'accepted', 'waiting-sender', 'answered', 'refused', 'merged'))
);
comment on table petitions.petition is 'What somebody asks or says of the administration. Who says it stands apart.';
comment on column petitions.petition.due is 'The next date that somebody has to keep; null when nothing is left to do.';
comment on column petitions.petition.look_up_digest is 'SHA-256 of the code that its sender was given; the code itself is kept nowhere.';
create index petition_to_do on petitions.petition (unit_key, due, id) where due is not null;
create index petition_done on petitions.petition (unit_key, asked_at desc, id desc) where due is null;
create index petition_alike on petitions.petition using gin (folded gin_trgm_ops) where kind in ('question', 'reflection');
create index petition_merged on petitions.petition (merged_into) where merged_into is not null;

create table petitions.sender (
  petition_id uuid not null references petitions.petition (id),
  person_id uuid references directory.person (id),
  full_name text not null,
  phone text not null,
  email text,
  constraint sender_pk primary key (petition_id)
);
comment on table petitions.sender is 'Who asked, reflected or complained. A denunciation has no row here.';
create index sender_by_person on petitions.sender (person_id, petition_id) where person_id is not null;

create table petitions.sealed_sender (
  petition_id uuid not null references petitions.petition (id),
  sealed bytea not null,
  constraint sealed_sender_pk primary key (petition_id)
);
comment on table petitions.sealed_sender is 'Who denounces, encrypted with a key that is not in the database (Law on Denunciations 2018 art. 47, 56).';

create table petitions.clock_stop (
  petition_id uuid not null references petitions.petition (id),
  stopped_at timestamptz not null,
  resumed_at timestamptz,
  constraint clock_stop_pk primary key (petition_id, stopped_at)
);
comment on table petitions.clock_stop is 'Times in which the sender was waited for.';

create table petitions.event (
  id uuid not null,
  petition_id uuid not null references petitions.petition (id),
  at timestamptz not null,
  kind text not null,
  words jsonb not null,
  note text,
  who text,
  is_public boolean not null,
  constraint event_pk primary key (id)
);
comment on table petitions.event is 'What happened to it, as people read it; the sender sees what is public.';
create index event_by_petition on petitions.event (petition_id, at, id);

create table petitions.published (
  petition_id uuid not null references petitions.petition (id),
  title text not null,
  body text not null,
  answer text not null,
  unit_id uuid not null references directory.unit (id),
  procedure_code text,
  answered_at timestamptz not null,
  published_at timestamptz not null,
  asked_count integer not null,
  folded text not null,
  words tsvector not null,
  constraint published_pk primary key (petition_id)
);
comment on table petitions.published is 'Answered questions as anybody reads them, without personal data.';
create index published_words on petitions.published using gin (words);
create index published_folded on petitions.published using gin (folded gin_trgm_ops);
create index published_latest on petitions.published (published_at desc, petition_id desc);
create index published_by_procedure on petitions.published (procedure_code, published_at desc, petition_id desc);

grant select, insert, update on petitions.petition, petitions.sender, petitions.clock_stop, petitions.published to lien_thong_app;
grant select, insert on petitions.sealed_sender, petitions.event to lien_thong_app;
