create index refund_returned on payments.refund (returned_at) where returned_at is not null;
