create table audit.verification (
  at timestamptz not null,
  is_whole boolean not null,
  from_size bigint not null,
  tree_size bigint not null,
  root bytea not null,
  findings integer not null,
  constraint verification_pk primary key (at)
);
comment on table audit.verification is 'Checks of the trail against its seals, heads and itself: by night what is new, by command all of it.';
comment on column audit.verification.from_size is 'How many entries had been checked before and were not looked at again.';
grant select, insert on audit.verification to lien_thong_app;

-- What one unit did, and what was refused: both may be rare in years of entries.
create index entry_by_unit on audit.entry (unit_id, at);
create index entry_refused on audit.entry (at) where outcome = 'refused';
