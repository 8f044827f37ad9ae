-- Whether a phone may ring is looked at when a message leaves, not only when it was planned: a centre may come back at night.
alter table notification.sms add column is_urgent boolean not null default false;
alter table notification.push add column is_urgent boolean not null default false;
comment on column notification.sms.is_urgent is 'Leaves in quiet hours too.';
comment on column notification.push.is_urgent is 'Leaves in quiet hours too.';

-- Nor does a message leave by a channel that its person does not want any more; what concerns their account is e-mailed all the same.
alter table notification.email add column heeds_wish boolean not null default false;
comment on column notification.email.heeds_wish is 'Told by a template: leaves only as long as its person wants e-mails.';
alter table notification.sms drop constraint sms_state;
alter table notification.sms add constraint sms_state
  check (state in ('waiting', 'sending', 'sent', 'delivered', 'undelivered', 'failed', 'withdrawn')) not valid;
alter table notification.sms validate constraint sms_state;
alter table notification.email drop constraint email_state;
alter table notification.email add constraint email_state check (state in ('waiting', 'sending', 'sent', 'failed', 'withdrawn')) not valid;
alter table notification.email validate constraint email_state;
alter table notification.push drop constraint push_state;
alter table notification.push add constraint push_state check (state in ('waiting', 'sending', 'sent', 'failed', 'withdrawn')) not valid;
alter table notification.push validate constraint push_state;
comment on column notification.sms.state is
  '"sending" is the fence, as of an e-mail. "sent": the centre took it; "delivered", "undelivered": what its receipt said; "withdrawn": whom it is for wants none any more.';
