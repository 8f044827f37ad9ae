create table directory.mandate (
  id uuid not null,
  giver_id uuid not null,
  holder_id uuid,
  holder_number text not null,
  holder_name text not null,
  holder_folded text not null generated always as (kernel.fold(holder_name)) stored,
  kind text not null,
  may text[] not null,
  procedures text[],
  valid_from date not null,
  valid_to date not null,
  document text,
  given_at timestamptz not null,
  given_by text not null,
  answer text,
  answered_at timestamptz,
  ended_at timestamptz,
  constraint mandate_pk primary key (id),
  constraint mandate_giver_id_fkey foreign key (giver_id) references directory.person (id),
  constraint mandate_holder_id_fkey foreign key (holder_id) references directory.person (id),
  constraint mandate_other check (giver_id <> holder_id),
  constraint mandate_kind check (kind in ('authorised', 'guardian')),
  constraint mandate_may check (may <> '{}' and may <@ array['file', 'follow', 'receive']),
  constraint mandate_period check (valid_to > valid_from),
  constraint mandate_answer check (answer in ('accepted', 'declined')),
  constraint mandate_answered check ((answer is null) = (answered_at is null)),
  constraint mandate_accepted check (answer is distinct from 'accepted' or holder_id is not null)
);
create index mandate_by_giver on directory.mandate (giver_id);
create index mandate_by_holder on directory.mandate (holder_id) where answer = 'accepted' and ended_at is null;
create index mandate_by_number on directory.mandate (holder_number) where holder_id is null and ended_at is null;
comment on table directory.mandate is
  'What one person may do for another, until a day (Civil Code 2015 art. 138, 562): authorised, or guardian by a document.';
comment on column directory.mandate.holder_id is 'Set by whoever accepts it: number and name must both be theirs.';
comment on column directory.mandate.procedures is 'Codes of procedures; null = all.';
comment on column directory.mandate.valid_to is 'The first day without it.';
grant select, insert, update on directory.mandate to lien_thong_app;
