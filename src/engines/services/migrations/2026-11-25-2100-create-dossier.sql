create table services.dossier (
  id uuid not null,
  code text not null,
  procedure_code text not null,
  version_id uuid not null references services.procedure_version (id),
  procedure_name text not null,
  channel text not null,
  applicant_id uuid not null references directory.person (id),
  applicant_name text not null,
  submitter_id uuid not null references directory.person (id),
  enterprise_name text,
  lookup_fact text not null,
  receiver_id uuid not null references directory.unit (id),
  owner_id uuid not null references directory.unit (id),
  place text,
  answers jsonb not null,
  state jsonb not null,
  status text not null,
  outcome text,
  is_open boolean not null,
  filed_at timestamptz not null,
  received_at timestamptz,
  promised timestamptz,
  deadline timestamptz not null,
  finished_at timestamptz,
  delivered_at timestamptz,
  revision integer not null default 0,
  folded text not null,
  constraint dossier_pk primary key (id),
  constraint dossier_code unique (code),
  constraint dossier_channel check (channel in ('online', 'counter', 'post')),
  constraint dossier_status check (status in ('open', 'waiting-applicant', 'paused', 'ended'))
);
comment on column services.dossier.lookup_fact is 'Last four digits of the phone: the second fact for looking a dossier up without signing in.';
comment on column services.dossier.deadline is 'When the result is due; before reception and while the clock stands, the last known date (see clock_stop).';
comment on column services.dossier.finished_at is 'When the handling ended (result ready, refused, withdrawn): what "on time" is measured by.';
create index dossier_by_applicant on services.dossier (applicant_id, filed_at desc, id);
create index dossier_by_submitter on services.dossier (submitter_id, filed_at desc, id);
create index dossier_by_owner on services.dossier (owner_id, filed_at desc);
create index dossier_folded on services.dossier using gin (folded gin_trgm_ops);
create index dossier_by_procedure on services.dossier (procedure_code, filed_at desc);
create index dossier_finished on services.dossier (finished_at) where finished_at is not null;

-- Who may see a dossier: one row for each unit or post that has to do with it. Lists start from here, one bounded scan a key.
create table services.dossier_access (
  dossier_id uuid not null references services.dossier (id),
  principal integer not null references directory.principal (key),
  reason text not null,
  deadline timestamptz not null,
  filed_at timestamptz not null,
  is_open boolean not null,
  constraint dossier_access_pk primary key (dossier_id, principal)
);
create index dossier_access_open on services.dossier_access (principal, deadline, dossier_id) where is_open;
create index dossier_access_newest on services.dossier_access (principal, filed_at desc, dossier_id desc);

create table services.dossier_paper (
  id uuid not null,
  dossier_id uuid not null references services.dossier (id),
  paper text not null,
  position integer not null,
  file_id uuid not null references files.file (id),
  added_at timestamptz not null,
  replaced_at timestamptz,
  constraint dossier_paper_pk primary key (id)
);
create index dossier_paper_by_dossier on services.dossier_paper (dossier_id, paper, position);
create index dossier_paper_by_file on services.dossier_paper (file_id);

create table services.dossier_event (
  id uuid not null,
  dossier_id uuid not null references services.dossier (id),
  at timestamptz not null,
  kind text not null,
  step text,
  actor_name text not null,
  actor_title text,
  unit_name text,
  on_behalf_of text,
  words jsonb not null,
  detail jsonb,
  is_public boolean not null,
  constraint dossier_event_pk primary key (id)
);
comment on table services.dossier_event is 'The dossier''s history as people read it; is_public = the applicant sees it too.';
create index dossier_event_by_dossier on services.dossier_event (dossier_id, at, id);

create table services.clock_stop (
  dossier_id uuid not null references services.dossier (id),
  stopped_at timestamptz not null,
  resumed_at timestamptz,
  ground text not null,
  constraint clock_stop_pk primary key (dossier_id, stopped_at)
);

create table services.supplement (
  id uuid not null,
  dossier_id uuid not null references services.dossier (id),
  pins jsonb not null,
  basis text,
  asked_at timestamptz not null,
  asked_by text not null,
  due timestamptz not null,
  answers jsonb not null default '{}',
  answered_at timestamptz,
  constraint supplement_pk primary key (id)
);
create index supplement_by_dossier on services.supplement (dossier_id, asked_at desc);
create index supplement_waiting on services.supplement (due) where answered_at is null;

create table services.supplement_paper (
  supplement_id uuid not null references services.supplement (id),
  paper text not null,
  position integer not null,
  file_id uuid not null references files.file (id),
  constraint supplement_paper_pk primary key (supplement_id, paper, position)
);
create index supplement_paper_by_file on services.supplement_paper (file_id);

create table services.fee (
  dossier_id uuid not null references services.dossier (id),
  fee text not null,
  name jsonb not null,
  amount bigint not null,
  pay_at text not null,
  paid_at timestamptz,
  method text,
  receipt_number text,
  taken_by text,
  constraint fee_pk primary key (dossier_id, fee),
  constraint fee_method check (method in ('cash', 'transfer', 'online'))
);

create table services.result (
  id uuid not null,
  dossier_id uuid not null references services.dossier (id),
  template text not null,
  title text not null,
  document jsonb not null,
  number text,
  issued_on date,
  issued_at timestamptz,
  signer_name text,
  signer_position text,
  verification_code text not null,
  valid_until date,
  revoked_at timestamptz,
  revision integer not null default 0,
  saved_at timestamptz not null,
  constraint result_pk primary key (id),
  constraint result_dossier unique (dossier_id),
  constraint result_verification_code unique (verification_code)
);
comment on column services.result.document is 'What the paper says, as data; printed from it at any time, and frozen once issued.';

create table services.rating (
  dossier_id uuid not null references services.dossier (id),
  mark integer not null,
  comment text,
  rated_at timestamptz not null,
  constraint rating_pk primary key (dossier_id),
  constraint rating_mark check (mark between 1 and 5)
);
create index rating_by_time on services.rating (rated_at);

create table services.handover (
  id uuid not null,
  number text not null,
  from_unit_id uuid not null references directory.unit (id),
  to_unit_id uuid not null references directory.unit (id),
  made_at timestamptz not null,
  made_by text not null,
  taken_at timestamptz,
  taken_by text,
  constraint handover_pk primary key (id)
);
create index handover_by_giver on services.handover (from_unit_id, made_at desc);
create index handover_by_taker on services.handover (to_unit_id, made_at desc);

create table services.handover_item (
  handover_id uuid not null references services.handover (id),
  dossier_id uuid not null references services.dossier (id),
  constraint handover_item_pk primary key (handover_id, dossier_id)
);
create index handover_item_by_dossier on services.handover_item (dossier_id);

grant select, insert, update on all tables in schema services to lien_thong_app;
grant delete on services.draft, services.draft_paper, services.supplement_paper to lien_thong_app;

create index dossier_open on services.dossier (deadline, id) where is_open;
create index dossier_newest on services.dossier (filed_at desc, id desc);
