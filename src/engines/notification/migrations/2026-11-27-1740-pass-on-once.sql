-- What was told by the next channel is not sent again by the one that lost it.
alter table notification.sms add column passed_on_at timestamptz;
alter table notification.email add column passed_on_at timestamptz;
-- What a killed sender held is known by when it was taken up.
alter table notification.push add column claimed_at timestamptz;
create index push_failed on notification.push (next_at) where state = 'failed';
