create table kernel.restoration (
  id uuid primary key,
  moment timestamptz not null,
  restored_at timestamptz not null,
  clock_ran_at timestamptz,
  settled_at timestamptz,
  released_at timestamptz,
  released_by text,
  constraint restoration_order check (released_at is null or (settled_at is not null and released_by is not null))
);
comment on table kernel.restoration is 'Each time this database was taken back from a backup. One that is not released holds everything that is sent outside.';
comment on column kernel.restoration.moment is 'What was done up to then is here; what was done and sent after it nobody here knows.';
comment on column kernel.restoration.clock_ran_at is 'When everything that runs by the clock was run once, since it may have run after the moment.';
comment on column kernel.restoration.settled_at is 'When all that followed from what was here had been put away as sent already.';

create table kernel.backup (
  folder text primary key,
  base_at timestamptz,
  covered_until timestamptz,
  told_at timestamptz not null
);
comment on table kernel.backup is 'When the last base of each backup ended, and up to when a moment can be chosen; told by whoever takes it.';

grant select, insert, update on kernel.restoration, kernel.backup to lien_thong_app;
