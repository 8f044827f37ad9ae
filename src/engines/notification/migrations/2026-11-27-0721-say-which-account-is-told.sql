alter table notification.message add column account_kind text not null default 'citizen';
alter table notification.message add constraint message_account_kind check (account_kind in ('citizen', 'staff'));
update notification.message set account_kind = 'staff' where link ~ '^/(can-bo|quan-tri)/' or kind like 'directory.transfer%';
alter table notification.message alter column account_kind drop default;
comment on column notification.message.account_kind is
  'Which account of the person it is for: what an official is told of their work is not shown to the one they have as a citizen, nor the other way round.';
