alter table services.rating
  add column kiosk_id uuid,
  add column kiosk_name text,
  drop constraint rating_channel,
  add constraint rating_channel check (channel in ('account', 'link', 'desk', 'kiosk')),
  add constraint rating_kiosk check ((channel = 'kiosk') = (kiosk_id is not null) and (kiosk_id is null) = (kiosk_name is null));
comment on column services.rating.channel is 'How it came: from the account, by the link in a message, at a desk under an officer''s eyes, or at a kiosk of the hall; the last two are counted apart.';
comment on column services.rating.kiosk_name is 'What the kiosk was called when the mark was given on it.';
create index rating_at_kiosk on services.rating (kiosk_id, rated_at) where channel = 'kiosk';
