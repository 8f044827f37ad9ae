-- Ký thừa lệnh: what the head of an agency lets heads of its divisions sign by order (Decree 30/2020 art. 13).
alter table directory.delegation drop constraint delegation_kind,
  add constraint delegation_kind check (kind in ('delegation', 'absence', 'order'));
