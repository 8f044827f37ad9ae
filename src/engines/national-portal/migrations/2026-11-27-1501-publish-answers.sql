create table national_portal.answer (
  petition_id uuid not null references petitions.petition (id),
  number bigint generated always as identity,
  state text not null default 'waiting',
  wanted integer not null default 1,
  told integer not null default 0,
  told_version timestamptz,
  was_sent boolean not null default false,
  tries integer not null default 0,
  next_at timestamptz not null,
  changed_at timestamptz not null,
  accepted_at timestamptz,
  cause text,
  error text,
  differences jsonb,
  checked_at timestamptz,
  is_check_due boolean not null default false,
  constraint answer_pk primary key (petition_id),
  constraint answer_number unique (number),
  constraint answer_state check (state in ('waiting', 'sending', 'accepted', 'refused', 'differing')),
  constraint answer_cause check ((state in ('refused', 'differing')) = (cause is not null))
);
comment on table national_portal.answer is 'Published answers that the national portal is to show, or to show no more: built when they are sent, so that the latest state wins.';
comment on column national_portal.answer.number is 'What it is called there, where numbers are names.';
comment on column national_portal.answer.told_version is 'When what was told last had been published here; null = it was told that it is withdrawn.';
comment on column national_portal.answer.was_sent is 'It may be there, acknowledged or not: so that withdrawing it is told.';
comment on column national_portal.answer.next_at is 'When it is tried next; while it is sent, until when another process leaves it alone.';
create index answer_due on national_portal.answer (next_at, petition_id) where state in ('waiting', 'sending');
create index answer_to_check on national_portal.answer (accepted_at, petition_id) where is_check_due;
create index answer_by_cause on national_portal.answer (cause, petition_id) where cause is not null;

grant select, insert, update on national_portal.answer to lien_thong_app;
