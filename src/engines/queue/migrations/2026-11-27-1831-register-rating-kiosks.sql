alter table queue.device
  drop constraint device_kind_check,
  add constraint device_kind_check check (kind in ('kiosk', 'board', 'tablet', 'rating-kiosk'));
