-- Reports of a period list what was voided in it, however long ago it was issued.
create index receipt_voided on payments.receipt (voided_at, id) where voided_at is not null;
create index receipt_issued on payments.receipt (issued_at);
