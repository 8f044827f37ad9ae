create table directory.transfer (
  id uuid not null,
  person_id uuid not null references directory.person (id),
  document text not null,
  decided_on date not null,
  reason text,
  effective_on date not null,
  leaves boolean not null,
  changes jsonb not null,
  decided_by text not null,
  decided_at timestamptz not null,
  cancelled_by text,
  cancelled_at timestamptz,
  constraint transfer_pk primary key (id)
);
comment on table directory.transfer is 'One decision about one official: posts that end and begin on a day, or that they leave altogether.';
comment on column directory.transfer.changes is 'Appointments that it began, and what it ended with how long that would have held: by these it is cancelled exactly.';
create index transfer_by_person on directory.transfer (person_id, effective_on);
create index transfer_by_day on directory.transfer (effective_on, id);
-- An account asks by its person whether they left.
create index transfer_leaving on directory.transfer (person_id) where leaves and cancelled_at is null;

grant select, insert, update on directory.transfer to lien_thong_app;
