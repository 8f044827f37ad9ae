alter table identity.account add column merged_into uuid references identity.account (id);
alter table identity.account add constraint account_merged check (merged_into is null or status = 'disabled');
comment on column identity.account.merged_into is 'The one account of the same person that it became part of; its login says so.';
