-- Two open pages of one application must not write over each other unseen.
alter table services.draft add column writers jsonb not null default '{}';
comment on column services.draft.writers is 'By question page, the mark of the open page in a browser that wrote it last.';
