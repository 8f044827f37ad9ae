create index fee_paid on services.fee (paid_at) where paid_at is not null;
