alter table directory.reorganization add column preview jsonb;
comment on column directory.reorganization.preview is 'What it was going to touch when it was scheduled: afterwards the organisation is changed, and cannot tell.';
