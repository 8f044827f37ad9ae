create table notification.push_key (
  is_only boolean constraint push_key_pk primary key default true constraint push_key_only check (is_only),
  public_key text not null,
  sealed bytea not null,
  made_at timestamptz not null
);
comment on table notification.push_key is 'By which push services know us (RFC 8292), made once: browsers subscribed to this one.';
comment on column notification.push_key.sealed is 'The private key, encrypted by the key of the installation.';

create table notification.push_subscription (
  id uuid constraint push_subscription_pk primary key,
  person_id uuid not null references directory.person (id),
  endpoint text not null,
  public_key text not null,
  auth text not null,
  made_at timestamptz not null,
  constraint push_subscription_once unique (endpoint)
);
create index push_subscription_by_person on notification.push_subscription (person_id);
comment on table notification.push_subscription is 'A browser that a person let show notifications, with the keys by which only it reads them.';

create table notification.push (
  id uuid constraint push_pk primary key,
  message_id uuid not null references notification.message (id),
  subscription_id uuid not null,
  text text not null,
  state text not null default 'waiting' constraint push_state check (state in ('waiting', 'sending', 'sent', 'failed')),
  attempts integer not null default 0,
  next_at timestamptz not null,
  sent_at timestamptz,
  error text,
  constraint push_once unique (message_id, subscription_id)
);
create index push_waiting on notification.push (next_at) where state = 'waiting';
comment on table notification.push is 'A notification for one browser; a message is shown once on each. It is told in vain where nobody is subscribed any more.';

grant insert, select on notification.push_key to lien_thong_app;
grant insert, select, update, delete on notification.push_subscription to lien_thong_app;
grant insert, select, update on notification.push to lien_thong_app;
